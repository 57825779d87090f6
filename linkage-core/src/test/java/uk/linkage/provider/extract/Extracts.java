package uk.linkage.provider.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Extracts in memory, for tests. */
final class Extracts {
    private Extracts() {}

    /** An extract of these lines, the header first. */
    static ExtractSource of(String... lines) throws IOException {
        return ofText(String.join("\n", lines) + "\n");
    }

    static ExtractSource ofText(String text) throws IOException {
        return ExtractSource.of("x.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** An extract with this header and one row of as many cells. */
    static ExtractSource headed(String... names) throws IOException {
        return of(String.join(",", names), "c" + ",c".repeat(names.length - 1));
    }

    /** An extract of one column of cells beside a local id. */
    static ExtractSource column(String name, List<String> cells) throws IOException {
        StringBuilder text = new StringBuilder("local_id," + name + "\n");
        for (int i = 0; i < cells.size(); i++) {
            text.append("id").append(i).append(',').append(cells.get(i)).append('\n');
        }
        return ofText(text.toString());
    }
}
