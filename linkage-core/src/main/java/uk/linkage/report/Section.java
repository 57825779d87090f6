package uk.linkage.report;

import java.util.List;

/**
 * A part of the page under a heading of its own.
 *
 * @param id what links point at
 * @param title its heading
 * @param asked which guidance asks for it; empty where none does
 * @param content what it says
 */
record Section(String id, String title, String asked, List<Html> content) {

    /** Copies the list. */
    Section {
        content = List.copyOf(content);
    }

    Html html() {
        Html heading = Html.heading(2, title).with("id", id);
        Html source = asked.isEmpty()
                ? new Html("")
                : Html.of("p", "Asked for by " + asked + ".").with("class", "asked");
        return Html.of("section", heading, source, content).with("aria-labelledby", id);
    }

    Html link() {
        return Html.of("li", Html.of("a", title).with("href", "#" + id));
    }
}
