package uk.linkage.hub.resolve;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.linkage.file.Step;

/**
 * Betters clusters by moving one record at a time, as long as the sum of evidence within clusters grows.
 *
 * <p>Goal: agglomeration honours the heaviest link first, and may so give a record to a cluster that a later one has more claim to. The
 * sum over all pairs within clusters is what correlation clustering maximises (Bansal, Blum and Chawla, Machine Learning 56, 2004);
 * finding the best is NP-hard, and moves of one record are the usual cheap betterment (Elsner and Schudy, ILP-NLP 2009).
 *
 * <p>For each link between two clusters, heaviest first, either end may move to the other's cluster, a record of the same deduplicated
 * provider there giving way and staying by itself. A move is made where the sum grows, nothing is forbidden, and all clusters stay connected by links. Every move makes the
 * sum grow, so this ends; it does at the latest after {@value #MOST_ROUNDS} rounds.
 */
final class LocalMoves {
    private static final int MOST_ROUNDS = 20;
    private static final double LEAST_GAIN = 1e-9;

    private final int[] providerOf;
    private final boolean[] deduplicated;
    private final Veto veto;
    private final Grouping grouping;
    private int moves;

    LocalMoves(int[] providerOf, boolean[] deduplicated, Veto veto, Grouping grouping) {
        this.providerOf = providerOf;
        this.deduplicated = deduplicated;
        this.veto = veto;
        this.grouping = grouping;
    }

    /** Makes moves along these links until none betters anything; how many. */
    int along(Links links, Step step) {
        int before = -1;
        for (int round = 0; round < MOST_ROUNDS && moves > before; round++) {
            before = moves;
            for (int link = 0; link < links.size(); link++) {
                step.at(link);
                tryMove(links.left(link), links.right(link));
                tryMove(links.right(link), links.left(link));
            }
        }
        return moves;
    }

    private void tryMove(int record, int other) {
        if (grouping.isTogether(record, other)) {
            return;
        }
        Set<Integer> left = grouping.beside(record);
        Set<Integer> joined = grouping.around(other);
        Optional<Integer> displaced =
                joined.stream().filter(rival -> excludes(record, rival)).findFirst();
        displaced.ifPresent(joined::remove);
        if (!joined.contains(other) || !isAllowed(record, joined)) {
            return;
        }
        double lost = grouping.bits(record, left)
                + displaced.map(rival -> grouping.bits(rival, joined)).orElse(0.0);
        if (grouping.bits(record, joined) - lost > LEAST_GAIN && staysConnected(record, left, joined)) {
            displaced.ifPresent(grouping::leave);
            grouping.move(record, other);
            moves++;
        }
    }

    private boolean excludes(int record, int other) {
        return providerOf[record] == providerOf[other] && deduplicated[providerOf[record]];
    }

    private boolean isAllowed(int record, Set<Integer> others) {
        return others.stream().noneMatch(other -> veto.forbids(Math.min(record, other), Math.max(record, other)));
    }

    private boolean staysConnected(int record, Set<Integer> left, Set<Integer> joined) {
        Set<Integer> together = new TreeSet<>(joined);
        together.add(record);
        return grouping.isConnected(left) && grouping.isConnected(together);
    }
}
