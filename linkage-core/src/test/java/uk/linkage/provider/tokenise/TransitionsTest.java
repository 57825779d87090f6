package uk.linkage.provider.tokenise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;

/** The table of transitions is what its first lines say it is. */
class TransitionsTest {
    private static final String TABLE = "linkage-core/src/main/resources/uk/linkage/provider/tokenise/transitions.txt";
    private static final List<String> LISTS = List.of(
            "testdata/src/main/resources/uk/linkage/testdata/forenames.txt",
            "testdata/src/main/resources/uk/linkage/testdata/surnames.txt",
            "linkage-core/src/main/resources/uk/linkage/provider/person/nicknames.txt");

    @Test
    void itIsCountedFromThePublicLists() throws IOException {
        Set<String> names = names();
        List<String> counted = new ArrayList<>();
        counts(names).forEach((pair, next) -> counted.add(pair + ": " + likeliest(next)));
        List<String> table = lines(TABLE);
        assertThat(table.stream().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .containsExactlyElementsOf(counted);
        assertThat(String.join("\n", table)).contains("Counted over " + names.size() + " names, each once");
    }

    @Test
    void aChainAddsTheLikeliestAfterEachPairAndNothingTwice() {
        assertThat(Transitions.chained(List.of("_Q", "QU"), 1)).containsExactly("_Q", "QU", "UE");
        assertThat(Transitions.chained(List.of("ИВ"), 3)).containsExactly("ИВ");
        for (int most = 1; most <= 3; most++) {
            assertThat(Transitions.chained(List.of("AN"), most))
                    .hasSize(1 + most)
                    .startsWith("AN");
        }
    }

    private static Map<String, Map<Character, Integer>> counts(Set<String> names) {
        Map<String, Map<Character, Integer>> counts = new TreeMap<>();
        for (String name : names) {
            String padded = "_" + name + "_";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                counts.computeIfAbsent(padded.substring(i, i + 2), pair -> new TreeMap<>())
                        .merge(padded.charAt(i + 2), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String likeliest(Map<Character, Integer> next) {
        return next.entrySet().stream()
                .sorted(Map.Entry.<Character, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(entry -> entry.getKey().toString())
                .collect(Collectors.joining());
    }

    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String list : LISTS) {
            for (String line : lines(list)) {
                if (line.equals("[STEMS]")) {
                    break;
                }
                if (!line.startsWith("#") && !line.startsWith("[")) {
                    List.of(line.split("[ :_-]+")).stream()
                            .filter(word -> word.matches("[A-Z]{2,}"))
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(Vectors.root().toString(), file));
    }
}
