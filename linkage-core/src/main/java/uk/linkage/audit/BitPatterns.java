package uk.linkage.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.View;
import uk.linkage.file.Step;

/**
 * Pattern mining on bit columns: a frequent token sets the same few bits in the filter of each of its holders, so that these bits come
 * together more often than chance has them.
 *
 * <p><b>Goal:</b> find what bits stand for without trying a key. <b>How:</b> frequent sets of bits are mined in each view ({@link BitPattern}), and
 * each is taken for the piece of a name, date or place that is as frequent in the register and comes together with the others as often ({@link
 * PatternMeaning}). A record is then said to be of the register row that has just these pieces. <b>Trade-off:</b> only tokens that at
 * least one record in {@value #ONE_IN} has are looked for; where two rows have the same of them, no one is named.
 *
 * <p>Source: Christen, Schnell, Vatsalan and Ranbaduge, Efficient cryptanalysis of Bloom filters for privacy-preserving record linkage, PAKDD
 * 2017; Christen, Vidanage, Ranbaduge and Schnell, Pattern-mining based cryptanalysis of Bloom filters for privacy-preserving record linkage,
 * PAKDD 2018; Vidanage, Ranbaduge, Christen and Schnell, Efficient pattern mining based cryptanalysis for privacy-preserving record linkage,
 * ICDE 2019. Unlike theirs this one has the sizes of patterns from the agreement and settles equal frequencies by what comes together.
 */
record BitPatterns() implements Attack {
    private static final int ONE_IN = 40;
    private static final int FEWEST = 30;
    private static final double ERROR = 0.02;

    @Override
    public String name() {
        return "bit-patterns";
    }

    @Override
    public String attackerHas() {
        return "the register";
    }

    @Override
    public Outcome on(Scene scene) {
        List<Clue> clues = new ArrayList<>();
        int views = scene.agreement().views().size();
        Step step = scene.progress().begin("mining patterns", "views", views);
        for (int view = 0; view < views; view++) {
            clues.addAll(clues(scene, view));
            step.accept(1);
        }
        int[] guesses = new int[scene.file().rows()];
        Arrays.fill(guesses, Scene.NOBODY);
        if (!clues.isEmpty()) {
            Pairing pairing = Pairing.nearest(
                    features(clues, scene.file().rows(), true),
                    features(clues, scene.register().size(), false),
                    scene.progress());
            Arrays.setAll(guesses, record -> pairing.isClear(record) ? pairing.row(record) : Scene.NOBODY);
        }
        return scene.outcome(guesses, String.format(Locale.ROOT, "%d patterns found", clues.size()));
    }

    /** A pattern's holders in the file and its trait's in the register. */
    private record Clue(Holders records, Holders rows, double weight) {}

    private static List<Clue> clues(Scene scene, int view) {
        Agreement agreement = scene.agreement();
        View covered = agreement.views().get(view);
        Traits traits = new Traits(agreement, List.of(covered));
        int[][] ofRows = traits.of(scene.register());
        Holders[] columns = Holders.ofBits(scene.file().view(view));
        Holders[] holders = Holders.ofTraits(ofRows, traits.positions().length);
        List<Clue> clues = new ArrayList<>();
        for (int size : IntStream.of(traits.positions()).distinct().sorted().toArray()) {
            clues.addAll(clues(
                    scene,
                    columns,
                    frequent(holders, traits.positions(), size, scene.register().size()),
                    size));
        }
        return clues;
    }

    private static Holders[] frequent(Holders[] holders, int[] positions, int size, int rows) {
        return IntStream.range(0, holders.length)
                .filter(trait -> positions[trait] == size && holders[trait].count() >= least(rows) / 2)
                .mapToObj(trait -> holders[trait])
                .toArray(Holders[]::new);
    }

    private static int least(int rows) {
        return Math.max(FEWEST, rows / ONE_IN);
    }

    private static List<Clue> clues(Scene scene, Holders[] columns, Holders[] traits, int size) {
        int records = scene.file().rows();
        int rows = scene.register().size();
        List<BitPattern> patterns =
                size < 3 || traits.length == 0 ? List.of() : BitPattern.mined(columns, records, size, least(records));
        Holders[] mined = patterns.stream().map(BitPattern::holders).toArray(Holders[]::new);
        int[] meaning = PatternMeaning.of(BitPattern.together(mined, records), BitPattern.together(traits, rows));
        return IntStream.range(0, mined.length)
                .mapToObj(pattern -> clue(mined[pattern], traits[meaning[pattern]], rows))
                .toList();
    }

    /** What it costs a row to differ from a record: the log odds of that among strangers and by a slip. */
    private static Clue clue(Holders records, Holders rows, int register) {
        double share = Math.max(1.0, rows.count()) / register;
        return new Clue(records, rows, Math.max(0, Math.log(2 * share * (1 - share) / ERROR)));
    }

    private static float[][] features(List<Clue> clues, int rows, boolean ofFile) {
        float[][] features = new float[rows][clues.size()];
        for (int clue = 0; clue < clues.size(); clue++) {
            Holders holders =
                    ofFile ? clues.get(clue).records() : clues.get(clue).rows();
            for (int row = 0; row < rows; row++) {
                features[row][clue] =
                        holders.has(row) ? (float) Math.sqrt(clues.get(clue).weight()) : 0;
            }
        }
        return features;
    }
}
