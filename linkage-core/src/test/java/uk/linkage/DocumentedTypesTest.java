package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/architecture.md} says exists does. */
class DocumentedTypesTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE = Pattern.compile("([A-Z][A-Z0-9]*[a-z]\\w*)(\\.[A-Z]\\w*)*");

    @Test
    void everyTypeNamedInATableOfTheArchitectureExists() throws IOException {
        Set<String> named = namedTypes();
        assertThat(named).isNotEmpty();
        assertThat(sources()).containsAll(named);
    }

    /** Names of types in backticks in a column with the heading {@code type} or {@code types}. */
    private static Set<String> namedTypes() throws IOException {
        Set<String> named = new TreeSet<>();
        int column = -1;
        for (String line : Files.readAllLines(Vectors.root().resolve("docs").resolve("architecture.md"))) {
            List<String> cells = line.startsWith("|") ? List.of(line.split("\\|")) : List.of();
            if (cells.isEmpty()) {
                column = -1;
            } else if (column < 0) {
                column = headings(cells).indexOf("type");
            } else if (column < cells.size()) {
                named.addAll(types(cells.get(column)));
            }
        }
        return named;
    }

    private static List<String> headings(List<String> cells) {
        return cells.stream().map(cell -> cell.strip().replaceAll("s$", "")).toList();
    }

    /** A nested type is looked for by the file it is in. */
    private static Set<String> types(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(code -> TYPE.matcher(code.group(1)))
                .filter(type -> type.matches())
                .map(type -> type.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Vectors.root())) {
            return files.map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.contains("/src/main/") && file.endsWith(".java"))
                    .map(file -> file.replaceAll(".*/|\\.java$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
