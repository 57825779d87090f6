package uk.linkage.benchmarks;

import java.io.IOException;
import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.compare.Comparer;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.provider.person.Person;

/**
 * The fixture of the benchmarks: a hospital and a GP federation of one synthetic population, each stage of whose linkage
 * can be taken up where the one before left off. The same number of people gives the same fixture.
 *
 * <pre>{@code
 * Rehearsed rehearsed = Rehearsed.of(4_000);
 * CandidatePairs pairs = rehearsed.pairs();
 * }</pre>
 *
 * @param agreement the profile of 2026 on the GP federation's fields
 * @param hospitalPeople who the hospital holds
 * @param hospital the same encoded
 * @param gp whom the GP federation holds, encoded
 */
record Rehearsed(Agreement agreement, List<Person> hospitalPeople, EncodedTable hospital, EncodedTable gp) {
    static final long SEED = 2026;

    /** By the profile. */
    static Rehearsed of(int people) throws IOException {
        try (Population population = Population.of(people, SEED)) {
            return of(population, population.profile());
        }
    }

    /** By the profile, but with codes of another length. */
    static Rehearsed of(int people, int codeBits) throws IOException {
        try (Population population = Population.of(people, SEED)) {
            Agreement a = population.profile();
            Variant longer = new Variant(
                    a.filter().bits(), codeBits, Hardened.diffusion(a).taps(), 1);
            return of(population, longer.of(a));
        }
    }

    private static Rehearsed of(Population population, Agreement agreement) throws IOException {
        List<Person> hospital = population.hospital(agreement);
        return new Rehearsed(
                agreement,
                hospital,
                Encoded.table(agreement, Encoded.secret(1), hospital),
                Encoded.table(agreement, Encoded.secret(1), population.gp(agreement)));
    }

    /** The pairs that are worth comparing. */
    CandidatePairs pairs() {
        return CandidatePairs.of(Blocking.of(agreement), hospital, gp);
    }

    /** What compares them. */
    Comparer comparer() {
        return new Comparer(agreement, hospital, gp);
    }

    /** How they compare. */
    Patterns patterns(CandidatePairs pairs) {
        return Patterns.of(pairs, comparer());
    }

    /** What is compared. */
    List<Comparison> comparisons() {
        return Comparison.of(agreement);
    }
}
