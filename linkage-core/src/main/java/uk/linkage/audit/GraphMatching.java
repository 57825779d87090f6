package uk.linkage.audit;

import java.util.Arrays;
import java.util.stream.IntStream;
import uk.linkage.file.Progress;
import uk.linkage.hub.block.EncodedTable;

/**
 * Graph matching: who resembles whom is the same in the file and in the register, though every code is under a key that the
 * attacker does not have. Nothing is known beforehand.
 *
 * <p><b>Goal:</b> name records by similarities among codes alone, as Schaefer, Armknecht and Heng did (Graph matching for
 * privacy-preserving record linkage, ACSAC 2024; before them Vidanage, Christen, Ranbaduge and Schnell, CIKM 2020).
 * <b>How:</b> the attacker encodes the register under two secrets of their own, and so learns what of a record's neighbourhood
 * stays the same from secret to secret ({@link Portraits}, {@link Discriminant}). By that a first few records are named. These are
 * anchors: distances to them are features of all others ({@link Anchors}), by which more are named, which are the next
 * anchors, and so on until all are. <b>Invariant:</b> only mutual choices with the greatest lead become anchors, so that a few wrong ones do
 * no harm; an anchor's distance to itself tells nothing, so that it does not vouch for itself. <b>Trade-off:</b> every round takes
 * records times register times anchors, so anchors are bounded by {@value #MOST_ANCHORS}.
 */
record GraphMatching() implements Attack {
    private static final int MOST_ANCHORS = 400;
    private static final int FEWEST_ANCHORS = 8;
    private static final int ROUNDS = 8;
    private static final int SETTLED = 2;
    private static final double FIRST_SHARE = 0.05;

    @Override
    public String name() {
        return "graph-matching";
    }

    @Override
    public String attackerHas() {
        return "the register";
    }

    @Override
    public Outcome on(Scene scene) {
        EncodedTable one = scene.registerUnderOwnSecret(1);
        EncodedTable other = scene.registerUnderOwnSecret(2);
        int views = scene.agreement().views().size();
        Progress progress = scene.progress();
        Pairing pairing = pairing(
                Portraits.of(scene.file(), views, progress),
                Portraits.of(one, views, progress),
                Portraits.of(other, views, progress),
                progress);
        for (int round = 0; round < ROUNDS; round++) {
            Progress own = progress.within("round " + (round + 1) + " of " + ROUNDS);
            double share = Math.min(1, FIRST_SHARE + round / (double) (ROUNDS - 1));
            int[] surest = fewer(pairing.surest(share));
            if (surest.length < FEWEST_ANCHORS) {
                break;
            }
            int[] before = pairing.rows();
            pairing = about(surest, pairing, scene.file(), one, other, own);
            if (round >= SETTLED && Arrays.equals(before, pairing.rows())) {
                break;
            }
        }
        return scene.outcome(pairing.rows(), "");
    }

    private static Pairing about(
            int[] surest, Pairing pairing, EncodedTable file, EncodedTable one, EncodedTable other, Progress progress) {
        progress.begin("measuring distances");
        Anchors theirs = new Anchors(IntStream.of(surest).map(pairing::row).toArray());
        return pairing(new Anchors(surest).distances(file), theirs.distances(one), theirs.distances(other), progress);
    }

    private static int[] fewer(int[] surest) {
        return Arrays.copyOf(surest, Math.min(MOST_ANCHORS, surest.length));
    }

    private static Pairing pairing(float[][] file, float[][] one, float[][] other, Progress progress) {
        progress.begin("learning what stays the same");
        Discriminant discriminant = Discriminant.learn(one, other);
        return Pairing.nearest(discriminant.apply(file), discriminant.apply(one), progress);
    }
}
