package uk.linkage.hub.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.resolve.RandomLinks.Link;

class RivalryTest {
    @Test
    void aPairWithoutRivalsKeepsItsOdds() {
        Rivalry rivalry = both(Links.builder().add(0, 10, 7).add(1, 11, -3));
        assertThat(rivalry.among(0)).isEqualTo(7);
        assertThat(rivalry.among(1)).isEqualTo(-3);
        assertThat(rivalry.lead(0)).isInfinite();
    }

    @Test
    void ofTheRivalsForOneRecordAtMostOneIsTrue() {
        Rivalry rivalry = both(Links.builder().add(0, 10, 5).add(0, 11, 3).add(0, 12, 0));
        double all = 1 + 32 + 8 + 1;
        assertThat(probability(rivalry, 0)).isCloseTo(32 / all, within(1e-4));
        assertThat(probability(rivalry, 1)).isCloseTo(8 / all, within(1e-4));
        assertThat(probability(rivalry, 2)).isCloseTo(1 / all, within(1e-4));
        assertThat(rivalry.lead(0)).isCloseTo(2, within(1e-9));
        assertThat(rivalry.lead(1)).isCloseTo(-2, within(1e-9));
    }

    @Test
    void twoEquallyGoodPartnersAreEachTrueHalfOfTheTimeHoweverGood() {
        Rivalry rivalry = both(Links.builder().add(0, 10, 40).add(0, 11, 40));
        assertThat(probability(rivalry, 0)).isCloseTo(0.5, within(1e-6));
        assertThat(probability(rivalry, 1)).isCloseTo(0.5, within(1e-6));
        assertThat(rivalry.lead(0)).isZero();
    }

    @Test
    void aRivalWhoseOtherRecordIsFirmlyTakenDoesNotCount() {
        Links.Builder twins =
                Links.builder().add(0, 10, 20).add(1, 11, 20).add(0, 11, 18).add(1, 10, 18);
        Rivalry rivalry = both(twins);
        assertThat(rivalry.among(0)).as("2 bits on either side, so 4 together").isCloseTo(4, within(1e-3));
        Rivalry firm = both(Links.builder().add(0, 10, 20).add(0, 11, 19).add(1, 11, 40));
        assertThat(firm.among(1)).as("the pair, whose rival belongs to another").isCloseTo(20, within(1e-3));
        assertThat(firm.lead(1)).isGreaterThan(20);
        Rivalry open = both(Links.builder().add(0, 10, 20).add(0, 11, 19));
        assertThat(open.among(0)).isCloseTo(1, within(1e-3));
    }

    @Test
    void pairsRivalEachOtherOnlyWhereTheOtherProviderHoldsAPersonOnce() {
        Links links = Links.builder().add(0, 10, 5).add(0, 11, 5).add(1, 11, 5).build();
        assertThat(Rivalry.of(links, false, false).among(1)).isEqualTo(5);
        Rivalry rightOnce = Rivalry.of(links, false, true);
        assertThat(rightOnce.among(0)).as("record 0 has one partner").isCloseTo(-0.044, within(1e-3));
        assertThat(rightOnce.among(2)).as("record 11 may have several").isEqualTo(5);
        assertThat(rightOnce.lead(2)).isInfinite();
        assertThat(Rivalry.of(links, true, false).among(0)).isEqualTo(5);
    }

    @Test
    void itIsTheShareOfAllSetsOfPairsWeighedByTheirOdds() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Links links = crowd(random, seed);
            boolean onceLeft = random.nextInt(3) > 0;
            boolean onceRight = random.nextInt(3) > 0;
            Rivalry rivalry = Rivalry.of(links, onceLeft, onceRight);
            double[] shares = shares(links, onceLeft, onceRight);
            for (int link = 0; link < links.size(); link++) {
                assertThat(probability(rivalry, link))
                        .as("seed %d, link %d", seed, link)
                        .isCloseTo(shares[link], within(1e-6));
            }
        }
    }

    @Test
    void beliefPropagationIsExactWithoutRings() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Links links = RandomLinks.build(tree(random, 2 + random.nextInt(9)));
            double[] logOdds = Messages.logOdds(links, true, true);
            double[] shares = shares(links, true, true);
            for (int link = 0; link < links.size(); link++) {
                assertThat(probability(logOdds[link]))
                        .as("seed %d, link %d", seed, link)
                        .isCloseTo(shares[link], within(1e-5));
            }
        }
    }

    @Test
    void beliefPropagationIsNearWithRings() {
        List<Double> off = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            Links links = crowd(new Random(seed), seed);
            double[] logOdds = Messages.logOdds(links, true, true);
            double[] shares = shares(links, true, true);
            for (int link = 0; link < links.size(); link++) {
                off.add(Math.abs(probability(logOdds[link]) - shares[link]));
            }
        }
        assertThat(off.stream().mapToDouble(x -> x).average().orElseThrow()).isLessThan(0.02);
        assertThat(off.stream().mapToDouble(x -> x).max().orElseThrow()).isLessThan(0.35);
    }

    @Test
    void aComponentTooLargeForAllItsSetsHasProbabilitiesThatSumToNoMoreThanOne() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Link> any = RandomLinks.between(random, 20, 20, 0.2 + random.nextDouble() / 2, seed % 3);
            Links links = RandomLinks.build(stretched(any, 1 + random.nextInt(8)));
            assertThat(PairSets.areFew(links)).isFalse();
            assertSumsAtMostOne(links, Rivalry.of(links, true, true), seed);
        }
    }

    @Test
    void aCrowdOfEqualRecordsSharesTheProbabilityEvenly() {
        Links.Builder links = Links.builder();
        for (int left = 0; left < 30; left++) {
            for (int right = 100; right < 130; right++) {
                links.add(left, right, 20);
            }
        }
        Rivalry rivalry = both(links);
        assertThat(probability(rivalry, 0)).isCloseTo(1 / 30.0, within(0.001));
        assertThat(rivalry.lead(0)).isCloseTo(0, within(1e-6));
    }

    @Test
    void theAnswerDoesNotDependOnTheOrderOfLinks() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Link> any = RandomLinks.between(random, 10, 10, 0.4, 2);
            Rivalry first = Rivalry.of(RandomLinks.build(any), true, true);
            Rivalry again = Rivalry.of(RandomLinks.buildShuffled(any, random), true, true);
            for (int link = 0; link < any.size(); link++) {
                assertThat(again.among(link)).as("seed %d", seed).isEqualTo(first.among(link));
            }
        }
    }

    @Test
    void noOddsAreTooLarge() {
        Rivalry rivalry = both(Links.builder().add(0, 10, 1e6).add(0, 11, 900).add(1, 11, -1e6));
        assertThat(rivalry.among(0)).isFinite();
        assertThat(rivalry.among(1)).isFinite();
        assertThat(rivalry.among(2)).isFinite();
    }

    private static Rivalry both(Links.Builder links) {
        return Rivalry.of(links.build(), true, true);
    }

    private static double probability(Rivalry rivalry, int link) {
        return probability(rivalry.among(link));
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.pow(2, -logOdds));
    }

    private static void assertSumsAtMostOne(Links links, Rivalry rivalry, int seed) {
        double[] sums = new double[links.recordBound()];
        for (int link = 0; link < links.size(); link++) {
            sums[links.left(link)] += probability(rivalry, link);
            sums[links.right(link)] += probability(rivalry, link);
        }
        for (double sum : sums) {
            assertThat(sum).as("seed %d", seed).isLessThan(1.01);
        }
    }

    /** A few records on either side; some in several components, some weights equal, some sides uneven. */
    private static Links crowd(Random random, int seed) {
        int lefts = 1 + random.nextInt(5);
        int rights = 1 + random.nextInt(4);
        return RandomLinks.build(
                stretched(RandomLinks.between(random, lefts, rights, 0.7, seed % 2), 1 + random.nextInt(3)));
    }

    private static List<Link> stretched(List<Link> links, double by) {
        return links.stream()
                .map(link -> new Link(link.left(), link.right(), by * link.weight()))
                .toList();
    }

    /** Records on two sides, each but the first linked with one before it on the other side where there is one. */
    private static List<Link> tree(Random random, int records) {
        List<Link> links = new ArrayList<>();
        boolean[] isLeft = new boolean[records];
        for (int record = 0; record < records; record++) {
            int before = record == 0 ? 0 : random.nextInt(record);
            isLeft[record] = !isLeft[before];
            double weight = random.nextInt(14) - 3;
            if (record > 0) {
                int left = isLeft[record] ? record : before;
                int right = isLeft[record] ? before : record;
                links.add(new Link(left, 100 + right, weight));
            }
        }
        return links;
    }

    /** The plain twin: of all sets of pairs in which no limited record is twice, weighed, the share that holds each pair. */
    private static double[] shares(Links links, boolean onceLeft, boolean onceRight) {
        double[] shares = new double[links.size()];
        double all = weigh(links, 0, 1, new HashSet<>(), new ArrayList<>(), onceLeft, onceRight, shares);
        for (int link = 0; link < shares.length; link++) {
            shares[link] /= all;
        }
        return shares;
    }

    private static double weigh(
            Links links,
            int link,
            double odds,
            Set<Integer> taken,
            List<Integer> chosen,
            boolean onceLeft,
            boolean onceRight,
            double[] shares) {
        if (link == links.size()) {
            chosen.forEach(pair -> shares[pair] += odds);
            return odds;
        }
        double all = weigh(links, link + 1, odds, taken, chosen, onceLeft, onceRight, shares);
        int left = links.left(link);
        int right = links.right(link);
        if (onceRight && taken.contains(left) || onceLeft && taken.contains(right)) {
            return all;
        }
        boolean freshLeft = taken.add(left);
        boolean freshRight = taken.add(right);
        chosen.add(link);
        all += weigh(
                links, link + 1, odds * Math.pow(2, links.weight(link)), taken, chosen, onceLeft, onceRight, shares);
        chosen.remove(chosen.size() - 1);
        if (freshLeft) {
            taken.remove(left);
        }
        if (freshRight) {
            taken.remove(right);
        }
        return all;
    }
}
