package uk.linkage.audit;

import java.util.stream.IntStream;
import uk.linkage.file.Step;
import uk.linkage.hub.block.EncodedTable;

/**
 * The dictionary attack of whoever holds the linkage secret: the register is encoded under it, and each record is said to be of
 * the row whose codes differ least from its own.
 *
 * <p>Nothing that links can stop this, since what is alike is near under one secret. It stands among the attacks so that nobody takes
 * the other rates for what a stolen secret would give. Source: Vidanage, Ranbaduge, Christen and Schnell, A taxonomy of attacks on
 * privacy-preserving record linkage, Journal of Privacy and Confidentiality 12, 2022.
 */
record LeakedSecret() implements Attack {
    @Override
    public String name() {
        return "leaked-secret";
    }

    @Override
    public String attackerHas() {
        return "the linkage secret and the register";
    }

    @Override
    public boolean isBounded() {
        return false;
    }

    @Override
    public Outcome on(Scene scene) {
        EncodedTable dictionary = scene.registerUnderTheSecret();
        Step step = scene.progress().begin("naming", "records", scene.file().rows());
        int[] guesses = IntStream.range(0, scene.file().rows())
                .parallel()
                .map(record -> nearest(scene.file(), record, dictionary))
                .peek(row -> step.accept(1))
                .toArray();
        return scene.outcome(guesses, "nothing that links can stop this");
    }

    private static int nearest(EncodedTable file, int record, EncodedTable dictionary) {
        int nearest = Scene.NOBODY;
        int least = Integer.MAX_VALUE;
        for (int row = 0; row < dictionary.rows() && least > 0; row++) {
            int differing = file.differing(record, dictionary, row);
            if (differing < least) {
                least = differing;
                nearest = row;
            }
        }
        return nearest;
    }
}
