package uk.linkage.audit;

import java.util.Locale;
import java.util.stream.IntStream;
import uk.linkage.file.Step;
import uk.linkage.hub.block.EncodedTable;

/**
 * The graph of match keys: who shares a token with whom, key by key, is the same in the file and in the register.
 *
 * <p><b>Goal:</b> name records by their tokens alone, which no hardening touches. <b>How:</b> every record gets a colour, first by which
 * fields and keys it has, then again and again by the colours of those with whom it shares each key (colour refinement: Weisfeiler and Leman
 * 1968; of random graphs it tells nearly all nodes apart: Babai, Erdős and Selkow 1980). A record and a row of the register that alone have
 * a colour are one person. Then it follows the graph: of those who share a key with a named record and with its row, the only ones left of a
 * colour on both sides are one person too. <b>Invariant:</b> colours of more rounds say more and are taken first. <b>Trade-off:</b> one
 * person or field that is on one side alone changes the colours of all around, so that between a file and a list that differ only early
 * colours help.
 */
record KeyGraph() implements Attack {
    private static final int MOST_ROUNDS = 12;

    @Override
    public String name() {
        return "key-graph";
    }

    @Override
    public String attackerHas() {
        return "the register";
    }

    @Override
    public Outcome on(Scene scene) {
        int[] guesses = named(scene);
        long said = IntStream.of(guesses).filter(row -> row != Scene.NOBODY).count();
        return scene.outcome(guesses, String.format(Locale.ROOT, "it names %d at all", said));
    }

    private static int[] named(Scene scene) {
        EncodedTable register = scene.registerUnderOwnSecret(1);
        int keys = scene.agreement().keys().size();
        KeyColours file = new KeyColours(scene.file(), keys, register);
        KeyColours list = new KeyColours(register, keys, register);
        Step step = scene.progress().begin("colouring", "rounds", MOST_ROUNDS);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            file.refine();
            list.refine();
            step.accept(1);
        }
        scene.progress().begin("following the graph");
        KeyNaming naming = new KeyNaming(file, list);
        for (int round = MOST_ROUNDS; round >= 0; round--) {
            naming.nameByColour(round);
        }
        naming.follow();
        return naming.rows();
    }
}
