package uk.linkage.testdata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page that lies beside the data: what it is, how to make it again, and every rate that was used. */
final class About {
    private static final String PAGE = """
            A synthetic population of the north of England, with truth.

            Nobody in these files exists. Names, dates, addresses and numbers were drawn by a program; every NHS Number
            is of the range 999 000 0000 to 999 999 9999, which is never issued. A name or postcode that belongs to
            someone does so by chance.

            people   %d
            seed     %d
            ages     as on %s
            %s
            The same people and seed give the same bytes.

            truth.csv names each row of each extract once: provider, local_id, person.
            labels.csv tells of each person the household, age band, sex, ethnic group, fifth of deprivation (1 the most
            deprived) and the origin of the names, all true and of today.
            slips.csv names each row that differs from the truth, and what is wrong with it.

            Rates, each of one record against the true person:

              hospital         gp    council
            %s""";

    private static final String SIDES = """

            In place of the first three rates, who is known to which of the two sides was drawn by lot: each knows as many
            people as it has rows, %d people are known to both, and nobody to neither.
            """;

    private About() {}

    static String text(int people, long seed, List<Extract> extracts) {
        return String.format(Locale.ROOT, PAGE, people, seed, Population.DAY, rows(extracts), rates());
    }

    /** The same of two sides, whose sizes are given and not drawn. */
    static String twoSides(int people, long seed, List<Extract> extracts, int shared) {
        return text(people, seed, extracts) + String.format(Locale.ROOT, SIDES, shared);
    }

    private static String rows(List<Extract> extracts) {
        return extracts.stream()
                .map(extract -> String.format(Locale.ROOT, "%-9s%d rows\n", extract.provider(), extract.rows()))
                .collect(Collectors.joining());
    }

    static String rates() {
        return Arrays.stream(Rate.values()).map(rate -> rate.line() + "\n").collect(Collectors.joining());
    }
}
