package uk.linkage.hub.compare;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.FieldComparison;
import uk.linkage.agreement.FieldComparison.Level;
import uk.linkage.bloom.harden.Chain;
import uk.linkage.bloom.search.PairSearch;
import uk.linkage.hub.block.Blocking.BySimilarity;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;

/**
 * Whether the blocking rules would find two records, were they at given levels: for asking how many pairs no rule found.
 *
 * <p>A match key finds a pair for sure where the levels leave all its parts alike and both records have it. A view finds it where its code
 * is near enough, which is drawn: for each field a filter distance from within its level, for each view the code's noise about their sum.
 * What two records lack is as it is in the two rows given; so rows drawn from both files bring missing values at the rate they have
 * there. Blocks that were passed over for being too large are taken as searched. A worker: one thread.
 */
public final class Discovery {
    private final Agreement agreement;
    private final EncodedTable left;
    private final EncodedTable right;
    private final KeyEvidence keys;
    private final int[] fieldBits;
    private final int[][] swappable;
    private final long[] swappableKeys;
    private final int[] identifiers;
    private final List<Sight> sights;
    private final int mostDiffering;
    private final double[] distance;

    /**
     * The rules by which pairs of two tables were found.
     *
     * @param pairs what they found, which tells how they searched
     */
    public Discovery(Agreement agreement, EncodedTable left, EncodedTable right, CandidatePairs pairs) {
        this.agreement = agreement;
        this.left = left;
        this.right = right;
        this.keys = new KeyEvidence(agreement);
        this.fieldBits = agreement.comparisons().stream()
                .mapToInt(comparison -> 1 << agreement.fieldIndex(comparison.field()))
                .toArray();
        this.swappable = Comparison.swappable(agreement).stream()
                .map(part -> part.fields().stream().mapToInt(this::place).toArray())
                .toArray(int[][]::new);
        this.swappableKeys =
                Comparison.swappable(agreement).stream().mapToLong(keys::with).toArray();
        this.identifiers = IntStream.range(0, agreement.keys().size())
                .filter(key -> agreement.keys().get(key).identifier())
                .toArray();
        this.sights = IntStream.range(0, pairs.rules().size())
                .boxed()
                .flatMap(rule -> pairs.search(rule).stream()
                        .map(search -> sight((BySimilarity) pairs.rules().get(rule), search)))
                .toList();
        this.mostDiffering = sights.stream()
                .mapToInt(sight -> sight.rule.mostDiffering(left, right))
                .min()
                .orElse(0);
        this.distance = new double[fieldBits.length];
    }

    /** A view and how it is searched. */
    private record Sight(BySimilarity rule, PairSearch search, boolean[] covers) {}

    private Sight sight(BySimilarity rule, PairSearch search) {
        boolean[] covers = new boolean[fieldBits.length];
        for (String name : agreement.views().get(rule.view()).components()) {
            for (Feature feature : agreement.component(name).features()) {
                covers[place(feature.field())] = true;
            }
        }
        return new Sight(rule, search, covers);
    }

    private int place(String field) {
        List<String> fields =
                agreement.comparisons().stream().map(FieldComparison::field).toList();
        return fields.indexOf(field);
    }

    /** How many records there are on the left. */
    public int leftRows() {
        return left.rows();
    }

    /** How many on the right. */
    public int rightRows() {
        return right.rows();
    }

    /** Sets those levels to missing of which one of two records has no value, and whether names are swapped where that says nothing. */
    public void hide(int leftRow, int rightRow, byte[] levels) {
        int both = left.presence(leftRow) & right.presence(rightRow);
        long inKeys = keys.among(left.keys(leftRow) & right.keys(rightRow));
        for (int f = 0; f < fieldBits.length; f++) {
            boolean told = (both & fieldBits[f]) != 0 || (inKeys & keys.of(f)) != 0;
            levels[f] = told ? levels[f] : Comparison.MISSING;
        }
        for (int s = 0; s < swappable.length; s++) {
            boolean tells = all(swappable[s], levels, level -> level > 1);
            levels[fieldBits.length + s] = tells ? levels[fieldBits.length + s] : Comparison.MISSING;
        }
        for (int i = 0; i < identifiers.length; i++) {
            boolean told = left.key(identifiers[i]).has(leftRow)
                    && right.key(identifiers[i]).has(rightRow);
            int place = levels.length - identifiers.length + i;
            levels[place] = told ? levels[place] : Comparison.MISSING;
        }
    }

    /** Whether a rule finds them, once hidden levels are {@link #hide hidden}. */
    public boolean finds(int leftRow, int rightRow, byte[] levels, RandomGenerator random) {
        return byNumber(levels) || byKey(leftRow, rightRow, levels) || byView(leftRow, rightRow, levels, random);
    }

    private boolean byNumber(byte[] levels) {
        boolean found = false;
        for (int place = levels.length - identifiers.length; place < levels.length; place++) {
            found |= levels[place] == 1;
        }
        return found;
    }

    private static boolean all(int[] fields, byte[] levels, IntPredicate wanted) {
        for (int field : fields) {
            if (!wanted.test(levels[field])) {
                return false;
            }
        }
        return true;
    }

    private boolean byKey(int leftRow, int rightRow, byte[] levels) {
        long broken = 0;
        for (int f = 0; f < fieldBits.length; f++) {
            broken |= levels[f] == Comparison.MISSING ? 0 : keys.broken(f, levels[f]);
        }
        for (int s = 0; s < swappable.length; s++) {
            boolean alike = levels[fieldBits.length + s] == 1 || all(swappable[s], levels, level -> level <= 1);
            broken |= alike ? 0 : swappableKeys[s];
        }
        return (keys.among(left.keys(leftRow) & right.keys(rightRow)) & ~broken) != 0;
    }

    private boolean byView(int leftRow, int rightRow, byte[] levels, RandomGenerator random) {
        int has = left.presence(leftRow);
        int hasRight = right.presence(rightRow);
        for (int f = 0; f < distance.length; f++) {
            boolean none = ((has | hasRight) & fieldBits[f]) == 0;
            distance[f] = none ? 0 : distance(f, levels[f], random);
        }
        double all = 0;
        boolean near = false;
        for (Sight sight : sights) {
            double differing = differing(sight, random);
            double agreement = 1 - differing / left.view(sight.rule.view()).bits();
            boolean told =
                    sight.rule.telling().test(has) && sight.rule.telling().test(hasRight);
            near |= told
                    && agreement >= sight.search.threshold()
                    && random.nextDouble() < sight.search.recallAt(agreement);
            all += differing;
        }
        return near && all <= mostDiffering;
    }

    /** Filter bits from within a level; of a value that one record lacks, half of what wholly different values differ in. */
    private double distance(int field, byte level, RandomGenerator random) {
        List<Level> levels = agreement.comparisons().get(field).levels();
        Level at = levels.get(level == Comparison.MISSING ? levels.size() - 1 : level - 1);
        double bits = at.from() + (at.upTo() - at.from()) * random.nextDouble();
        return level == Comparison.MISSING ? bits / 2 : bits;
    }

    private double differing(Sight sight, RandomGenerator random) {
        double sum = 0;
        for (int f = 0; f < distance.length; f++) {
            sum += sight.covers[f] ? distance[f] : 0;
        }
        Chain hardening = agreement.hardening();
        int filterBits = agreement.filter().bits();
        double mean = hardening.codeDistance(Math.min(sum, filterBits), filterBits);
        double bits = left.view(sight.rule.view()).bits();
        return Math.max(0, mean + random.nextGaussian() * Math.sqrt(mean * (bits - mean) / bits));
    }
}
