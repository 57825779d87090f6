package uk.linkage.provider.psi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.linkage.file.CsvTable;

/** Writes the rows of a provider's own extract whose numbers are in common: its local id and NHS Number, in the order of the rows. */
public final class CommonRows {
    private CommonRows() {}

    /** Writes them and says how many they are. */
    public static int write(NumberRows rows, Set<String> common, Path target) throws IOException {
        List<List<String>> found = new ArrayList<>();
        rows.forEach((row, number) -> {
            if (common.contains(number)) {
                found.add(List.of(rows.localId(row), number));
            }
        });
        CsvTable.write(target, List.of("local_id", "nhs_number"), found.stream());
        return found.size();
    }
}
