package uk.linkage.hub.resolve;

/** The records of each cluster, as rings that two clusters join by swapping one pointer each. */
final class Members {
    private final int[] next;

    Members(int records) {
        next = new int[records];
        for (int record = 0; record < records; record++) {
            next[record] = record;
        }
    }

    void merge(int record, int other) {
        int after = next[record];
        next[record] = next[other];
        next[other] = after;
    }

    /** Whether the veto forbids any record of one cluster beside any of the other. */
    boolean forbidden(int record, int other, Veto veto) {
        int member = record;
        do {
            if (forbiddenBeside(member, other, veto)) {
                return true;
            }
            member = next[member];
        } while (member != record);
        return false;
    }

    private boolean forbiddenBeside(int record, int other, Veto veto) {
        int member = other;
        do {
            if (veto.forbids(Math.min(record, member), Math.max(record, member))) {
                return true;
            }
            member = next[member];
        } while (member != other);
        return false;
    }

    /** What is known of all pairs between two clusters, added up. */
    double bits(int record, int other, Evidence evidence) {
        double bits = 0;
        int member = record;
        do {
            bits += bitsBeside(member, other, evidence);
            member = next[member];
        } while (member != record);
        return bits;
    }

    private double bitsBeside(int record, int other, Evidence evidence) {
        double bits = 0;
        int member = other;
        do {
            bits += evidence.bits(record, member);
            member = next[member];
        } while (member != other);
        return bits;
    }
}
