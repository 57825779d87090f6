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

            %s
            Rates, each of one record against the true person:

              hospital         gp    council  ambulance
            %s""";

    private static final String SIDES = """

            In place of the first three rates, who is known to which of the two sides was drawn by lot: each knows as many
            people as it has rows, %d people are known to both, and nobody to neither.
            """;

    /** How records come to be out of date. */
    static final String TIME = """
            Time: a record is as of the day when its provider last asked, address and surname each for itself, and people move
            (sharers and residents of communal houses 30 to 35 in 100 a year, young couples and singles 22, families 7, lone
            parents 11, the old 2.5), marry, part, and die. Asked for an address at least this often in a half year, and told a
            new surname in so many of the half years before:

              hospital   40 in 100, 25      council    20 in 100, 20
              gp         85 in 100, 45      ambulance  20 in 100, always
            """;

    private About() {}

    static String text(int people, long seed, List<Extract> extracts) {
        return String.format(Locale.ROOT, PAGE, people, seed, Population.DAY, rows(extracts), notes(), rates());
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

    /** What the table of rates takes for granted. */
    static String notes() {
        return TIME + "\n" + Varies.TABLE;
    }

    static String rates() {
        return Arrays.stream(Rate.values()).map(rate -> rate.line() + "\n").collect(Collectors.joining());
    }
}
