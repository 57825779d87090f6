package uk.linkage.report;

import java.util.ArrayList;
import java.util.List;

/** Rows under a header, the first of each being its own heading. */
final class Table {
    private final String caption;
    private final List<String> header;
    private final List<Html> rows = new ArrayList<>();

    Table(String caption, String... header) {
        this.caption = caption;
        this.header = List.of(header);
    }

    /** One more row, as many cells as the header has. */
    Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " cells under " + header.size());
        }
        List<Html> row = new ArrayList<>();
        row.add(Html.of("th", cells[0]).with("scope", "row"));
        for (int i = 1; i < cells.length; i++) {
            row.add(Html.of("td", cells[i]));
        }
        rows.add(Html.of("tr", row));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** In a frame of its own that a keyboard can scroll where the page is too narrow. */
    Html html() {
        List<Html> head = header.stream()
                .map(name -> Html.of("th", name).with("scope", "col"))
                .toList();
        Html table = Html.of(
                "table",
                Html.of("caption", Html.of("span", caption)),
                Html.of("thead", Html.of("tr", head)),
                Html.of("tbody", rows));
        return Html.of("div", table)
                .with("class", "table")
                .with("role", "region")
                .with("aria-label", caption)
                .with("tabindex", "0");
    }
}
