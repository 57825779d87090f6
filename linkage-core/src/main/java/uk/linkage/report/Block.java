package uk.linkage.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of a text that is told twice: as a page and in Markdown. */
sealed interface Block {
    Html html();

    String markdown();

    /** A paragraph. */
    record Words(String text) implements Block {
        @Override
        public Html html() {
            return Html.of("p", text);
        }

        @Override
        public String markdown() {
            return plain(text) + "\n";
        }
    }

    /** A list. */
    record Points(List<String> points) implements Block {
        public Points {
            points = List.copyOf(points);
        }

        @Override
        public Html html() {
            return Html.of("ul", points.stream().map(p -> Html.of("li", p)).toList());
        }

        @Override
        public String markdown() {
            return points.stream().map(p -> "* " + plain(p) + "\n").collect(Collectors.joining());
        }
    }

    /** A table; its first row is the header. */
    record Grid(String caption, List<List<String>> rows) implements Block {
        public Grid {
            rows = List.copyOf(rows);
        }

        @Override
        public Html html() {
            Table table = new Table(caption, rows.get(0).toArray(String[]::new));
            rows.stream().skip(1).forEach(row -> table.row(row.toArray(String[]::new)));
            return table.html();
        }

        @Override
        public String markdown() {
            List<String> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(line(row.stream().map(Block::plain).toList())));
            lines.add(1, line(Collections.nCopies(rows.get(0).size(), "---")));
            return plain(caption) + ":\n\n" + String.join("", lines);
        }

        private static String line(List<String> cells) {
            return "| " + String.join(" | ", cells) + " |\n";
        }
    }

    /** Text that is no markup in Markdown, whatever stands in it. */
    static String plain(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_\\[\\]|#~])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
