package uk.linkage.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.EncodedTable;

/**
 * Frequency alignment, column by column: whatever hides a value, equal values have equal codes, so the commonest code stands for the
 * commonest value, the next for the next, and so on.
 *
 * <p>The columns are the tokens of each match key and the codes of each view; values are those of the same columns in the register, of
 * which an attacker finds by a secret of their own which are equal. A record is told rightly where its own value is what its code is aligned
 * with. The column that tells most counts. Codes of equal frequency are put in any order. In a column that nearly nobody shares that is all
 * there is to do, and right by chance alone.
 *
 * <p>Source: Niedermeyer, Steinmetzer, Kroll and Schnell, Cryptanalysis of basic Bloom filters used for privacy preserving record linkage,
 * Journal of Privacy and Confidentiality 6, 2014; for q-grams in place of values see {@link BitPatterns}.
 */
record FrequencyAlignment() implements Attack {
    @Override
    public String name() {
        return "frequency-alignment";
    }

    @Override
    public String attackerHas() {
        return "the register";
    }

    @Override
    public Outcome on(Scene scene) {
        EncodedTable register = scene.registerUnderOwnSecret(1);
        Random ties = new Random(scene.random().nextLong());
        Told most = new Told("", -1, 1);
        for (Column column : columns(scene.agreement())) {
            Told told = align(scene, column, column.groups(scene.file()), column.groups(register), ties);
            most = told.right() > most.right() ? told : most;
        }
        return new Outcome(
                scene.overlap(), most.right(), most.chance(), "of all columns " + most.column() + " tells most");
    }

    private static List<Column> columns(Agreement agreement) {
        List<Column> columns = new ArrayList<>();
        for (int key = 0; key < agreement.keys().size(); key++) {
            int place = key;
            columns.add(new Column(
                    "match key " + agreement.keys().get(key).name(),
                    table -> table.key(place).groups()));
        }
        for (int view = 0; view < agreement.views().size(); view++) {
            int place = view;
            columns.add(new Column(
                    "view " + agreement.views().get(view).name(), table -> EqualCodes.groups(table.view(place))));
        }
        return columns;
    }

    /** A column, by which records have equal numbers where their values are equal, and below 0 where they have none. */
    private record Column(String name, Grouping grouping) {
        int[] groups(EncodedTable table) {
            return grouping.of(table);
        }
    }

    private interface Grouping {
        int[] of(EncodedTable table);
    }

    /** How many records a column tells of, and how many it would by chance, as a share. */
    private record Told(String column, long right, double chance) {}

    private static Told align(Scene scene, Column column, int[] file, int[] register, Random ties) {
        List<Integer> codes = byFrequency(file, ties);
        List<Integer> values = byFrequency(register, ties);
        Map<Integer, Integer> meaning = new HashMap<>();
        for (int rank = 0; rank < Math.min(codes.size(), values.size()); rank++) {
            meaning.put(codes.get(rank), values.get(rank));
        }
        long right = IntStream.range(0, file.length)
                .filter(record -> file[record] >= 0 && scene.owner(record) != Scene.NOBODY)
                .filter(record -> meaning.getOrDefault(file[record], -2) == register[scene.owner(record)])
                .count();
        return new Told(column.name(), right, 1.0 / Math.max(1, values.size()));
    }

    private static List<Integer> byFrequency(int[] groups, Random ties) {
        Map<Integer, Integer> counts = new HashMap<>();
        IntStream.of(groups).filter(group -> group >= 0).forEach(group -> counts.merge(group, 1, Integer::sum));
        List<Integer> ranked = new ArrayList<>(counts.keySet());
        Collections.sort(ranked);
        Collections.shuffle(ranked, ties);
        ranked.sort(Comparator.comparing(counts::get).reversed());
        return ranked;
    }
}
