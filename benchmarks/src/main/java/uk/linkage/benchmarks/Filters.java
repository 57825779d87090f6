package uk.linkage.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.provider.person.Person;

/**
 * Two tables of one synthetic population for searches at scale, the hospital's on the left, the GP federation's on the right.
 * The same numbers give the same tables.
 *
 * @param left so many rows as were wanted
 * @param right the same
 */
record Filters(EncodingTable left, EncodingTable right) {
    private static final long SEED = 2026;

    /** Of a population about this share is at the hospital. */
    private static final double AT_HOSPITAL = 0.43;

    /** Gives plain filters of 1024 bits with about 395 of them set, as the record-level filters of the literature have. */
    private static final double TIMES = 1.9;

    /**
     * Plain filters of all fields, which nobody should ever hand out: 39 % of bits set, two people share more than chance.
     *
     * @param copies how often each person is there; so many times as many pairs are alike
     */
    static Filters plain(int rows, int bits, int copies) throws IOException {
        try (Population population = Population.of(people(rows / copies), SEED)) {
            Agreement agreement = Whole.of(new Variant(bits, bits, 10, TIMES * bits / 1024).of(population.profile()));
            return new Filters(
                    Encoded.plain(agreement, Encoded.secret(1), some(population.hospital(agreement), rows, copies)),
                    Encoded.plain(agreement, Encoded.secret(1), some(population.gp(agreement), rows, copies)));
        }
    }

    /** One view's diffused codes: half of the bits set, codes of two people are as strangers. */
    static Filters diffused(int rows, int bits, int copies) throws IOException {
        try (Population population = Population.of(people(rows / copies), SEED)) {
            Agreement profile = population.profile();
            Agreement agreement =
                    new Variant(1024, bits, Hardened.diffusion(profile).taps(), 1).of(profile);
            return new Filters(
                    Encoded.table(agreement, Encoded.secret(1), some(population.hospital(agreement), rows, copies))
                            .view(0),
                    Encoded.table(agreement, Encoded.secret(1), some(population.gp(agreement), rows, copies))
                            .view(0));
        }
    }

    private static int people(int rows) {
        return (int) (rows / AT_HOSPITAL) + 100;
    }

    private static List<Person> some(List<Person> people, int rows, int copies) {
        return IntStream.range(0, rows).mapToObj(i -> people.get(i / copies)).toList();
    }
}
