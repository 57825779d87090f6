package uk.linkage.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;

/**
 * For each record the row of the register that is nearest to it, by how much it is nearer than the next, and whether it is
 * mutual: no other record is nearer to that row.
 *
 * <p>Distances of all records and rows are gone through as sums of products, four features at a time, so that the processor is kept busy:
 * records times rows times features.
 */
final class Pairing {
    private static final int BLOCK = 64;

    private final int[] rows;
    private final float[] leads;
    private final float[] nearest;
    private final int[] nearestRecord;

    private Pairing(int records, int register) {
        this.rows = new int[records];
        this.leads = new float[records];
        this.nearest = new float[register];
        this.nearestRecord = new int[register];
        Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
        Arrays.fill(nearestRecord, Scene.NOBODY);
    }

    /** By rows of features of records and of the register, as a {@link Discriminant} gives them. */
    static Pairing nearest(float[][] records, float[][] register, Progress progress) {
        Step step = progress.begin("finding nearest rows", "records", records.length);
        Pairing pairing = new Pairing(records.length, register.length);
        float[][] columns = columns(register);
        float[] halves = halves(register);
        int blocks = (records.length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            float[] scores = new float[register.length];
            for (int r = block * BLOCK; r < Math.min(records.length, (block + 1) * BLOCK); r++) {
                score(records[r], columns, halves, scores);
                pairing.take(r, scores);
                step.accept(1);
            }
        });
        return pairing;
    }

    private static float[][] columns(float[][] rows) {
        int features = (rows[0].length + 3) / 4 * 4;
        float[][] columns = new float[features][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int f = 0; f < rows[row].length; f++) {
                columns[f][row] = rows[row][f];
            }
        }
        return columns;
    }

    private static float[] halves(float[][] rows) {
        float[] halves = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            halves[row] = half(rows[row]);
        }
        return halves;
    }

    private static float half(float[] row) {
        float sum = 0;
        for (float x : row) {
            sum += x * x;
        }
        return -sum / 2;
    }

    /** Half the negative square of each distance, up to what is the same for all rows. */
    private static void score(float[] record, float[][] columns, float[] halves, float[] scores) {
        float[] x = Arrays.copyOf(record, columns.length);
        System.arraycopy(halves, 0, scores, 0, scores.length);
        for (int f = 0; f < columns.length; f += 4) {
            add(scores, x[f], columns[f], x[f + 1], columns[f + 1], x[f + 2], columns[f + 2], x[f + 3], columns[f + 3]);
        }
    }

    private static void add(
            float[] scores, float a, float[] as, float b, float[] bs, float c, float[] cs, float d, float[] ds) {
        for (int row = 0; row < scores.length; row++) {
            scores[row] += a * as[row] + b * bs[row] + c * cs[row] + d * ds[row];
        }
    }

    private void take(int record, float[] scores) {
        float best = Float.NEGATIVE_INFINITY;
        float next = Float.NEGATIVE_INFINITY;
        for (int row = 0; row < scores.length; row++) {
            if (scores[row] > best) {
                next = best;
                best = scores[row];
                rows[record] = row;
            } else if (scores[row] > next) {
                next = scores[row];
            }
        }
        leads[record] = best - next;
        offer(record, scores);
    }

    /** A score compares between records only about the record's own best. */
    private synchronized void offer(int record, float[] scores) {
        float best = scores[rows[record]];
        for (int row = 0; row < scores.length; row++) {
            float score = scores[row] - best;
            if (score > nearest[row] || score == nearest[row] && isSurer(record, nearestRecord[row])) {
                nearest[row] = score;
                nearestRecord[row] = record;
            }
        }
    }

    /** Of equal leads the lower record is, whatever thread comes first. */
    private boolean isSurer(int record, int other) {
        return other == Scene.NOBODY || leads[record] > leads[other] || leads[record] == leads[other] && record < other;
    }

    /** The nearest row of each record. */
    int[] rows() {
        return rows.clone();
    }

    /** Records whose row is mutually theirs, those with the greatest lead first, of the whole so great a share at most. */
    int[] surest(double share) {
        return IntStream.range(0, rows.length)
                .filter(record -> nearestRecord[rows[record]] == record)
                .boxed()
                .sorted(Comparator.comparingDouble(record -> -leads[record]))
                .limit(Math.round(share * rows.length))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether no other row is as near. */
    boolean isClear(int record) {
        return leads[record] > 1e-3;
    }

    /** The nearest row of a record. */
    int row(int record) {
        return rows[record];
    }
}
