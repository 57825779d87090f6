package uk.linkage.benchmarks.sets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.linkage.testdata.Synthetic;

/**
 * Whole people of the synthetic population, as its GP federation knows them, and what their forenames are shortened to: what
 * sets of other times and places are made of.
 *
 * @param people those of whom everything is known
 * @param shortForms by forename in capitals
 */
record Townsfolk(List<Townsperson> people, Map<String, List<String>> shortForms) {

    /** Somebody; names in capitals. */
    record Townsperson(
            String forename,
            String surname,
            boolean woman,
            LocalDate born,
            String postcode,
            String street,
            String town) {
        @Override
        public String toString() {
            return "Townsperson[…]";
        }
    }

    /** About 85 in 100 of so many people; their files go to the folder. */
    static Townsfolk of(int people, long seed, Path folder) throws IOException {
        Table gp = Table.read(
                new Synthetic(people, seed).writeTo(folder).extracts().get(1).file());
        List<Townsperson> whole =
                gp
                        .columns(List.of("Given Name", "Family Name", "Gender", "DOB", "Post Code", "Address"))
                        .rows()
                        .stream()
                        .filter(row -> row.stream().noneMatch(String::isBlank)
                                && row.get(5).contains(", "))
                        .map(Townsfolk::townsperson)
                        .toList();
        return new Townsfolk(whole, nicknames());
    }

    private static Townsperson townsperson(List<String> row) {
        String address = row.get(5).toUpperCase(Locale.ROOT);
        int comma = address.lastIndexOf(", ");
        return new Townsperson(
                row.get(0).toUpperCase(Locale.ROOT),
                row.get(1).toUpperCase(Locale.ROOT),
                row.get(2).equals("2"),
                LocalDate.parse(row.get(3)),
                row.get(4),
                address.substring(0, comma),
                address.substring(comma + 2));
    }

    private static Map<String, List<String>> nicknames() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Synthetic.class.getResourceAsStream("nicknames.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" +")))
                    .collect(Collectors.toMap(line -> line.get(0), line -> line.subList(1, line.size())));
        }
    }
}
