package uk.linkage.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a page. Whatever is put in as text is escaped; only what this class made is taken as it is. So nothing that stands in a
 * run's record can become markup.
 *
 * <pre>{@code
 * Html row = Html.of("p", "Kept ", Html.of("strong", count), " records.").with("class", "flow");
 * }</pre>
 *
 * @param markup as it goes into the page
 */
record Html(String markup) {

    /** An element that holds text, pieces, or collections of either. */
    static Html of(String name, Object... content) {
        return new Html("<" + name + ">" + inside(content) + "</" + name + ">");
    }

    /** Several pieces, one after the other. */
    static Html all(Object... content) {
        return new Html(inside(content));
    }

    /** A heading, which the other headings of the page may be below. */
    static Html heading(int level, String text) {
        return of("h" + level, text);
    }

    private static String inside(Object... content) {
        return Arrays.stream(content)
                .flatMap(piece -> piece instanceof Collection<?> many ? many.stream() : Stream.of(piece))
                .map(piece -> piece instanceof Html html ? html.markup : escaped(piece.toString()))
                .collect(Collectors.joining());
    }

    /** This element with one more attribute. */
    Html with(String attribute, String value) {
        int end = markup.indexOf('>');
        return new Html(
                markup.substring(0, end) + " " + attribute + "=\"" + escaped(value) + "\"" + markup.substring(end));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
