package uk.linkage.testdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Writes what each person is, so that quality can be told by group: age band, sex, ethnic group, deprivation, name origin.
 *
 * <p>All true values and of today, or of the day of death, whatever providers wrote down. Everyone of the population is in the file, once, whether a provider
 * knows them or not. Deprivation is the fifth of the home's neighbourhood, 1 the most deprived, {@code none} without a fixed abode.
 *
 * <pre>{@code
 * new Labels(population, new Seed(2026)).write(Path.of("labels.csv"), labelled -> {});
 * }</pre>
 */
final class Labels {
    private static final List<String> HEADER =
            List.of("person", "household", "age_band", "sex", "ethnic_group", "deprivation", "name_origin");

    private final Population population;
    private final Seed ethnicities;

    Labels(Population population, Seed seed) {
        this.population = population;
        ethnicities = seed.branch("ethnicity");
    }

    /** @param labelled is told of how many more people it is written */
    void write(Path file, LongConsumer labelled) throws IOException {
        try (var labels = new CsvFile(file, HEADER)) {
            for (int person = 0; person < population.people(); person++) {
                labels.write(of(population.resident(person)));
                labelled.accept(1);
            }
        }
    }

    private List<String> of(Resident resident) {
        Person person = resident.person();
        var fifth = resident.deprivation();
        return List.of(
                "P" + resident.number(),
                "H" + resident.householdNumber(),
                ageBand(resident.age()),
                word(person.sex()),
                ethnicity(resident).words(),
                fifth.isPresent() ? Integer.toString(fifth.getAsInt()) : "none",
                word(person.heritage()));
    }

    Ethnicity ethnicity(Resident resident) {
        return Ethnicity.draw(resident.person().heritage(), ethnicities.at(resident.number()));
    }

    static String ageBand(int age) {
        int[] first = {0, 5, 18, 30, 45, 65, 80};
        int band = first.length - 1;
        while (age < first[band]) {
            band--;
        }
        return band == first.length - 1 ? first[band] + "+" : first[band] + "-" + (first[band + 1] - 1);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
