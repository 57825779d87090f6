package uk.linkage.quality;

import java.util.Arrays;
import uk.linkage.hub.resolve.DisjointSets;

/**
 * Takes pairs as links one after the other, and tells at any time how right all of them so far are.
 *
 * <p>Pairs to be found go together in their person, pairs taken in whatever hangs together by them: what would be a cluster if each of
 * them were followed. Only the units that a pair touches change, so that a pair costs hardly more than constant time.
 */
final class Sweep {
    private final LabelledRecords records;
    private final DisjointSets taken;
    private final long[] links;
    private final long[] right;
    private final long[] actual;
    private final long[] found;
    private final Units ofClusters = new Units();
    private final Units ofPeople = new Units();
    private final long truePairs;
    private long truePositives;
    private long falsePositives;

    /** @param actual how many pairs there are to find of each person */
    Sweep(LabelledRecords records, long[] actual) {
        this.records = records;
        this.taken = new DisjointSets(records.size());
        this.links = new long[records.size()];
        this.right = new long[records.size()];
        this.actual = actual;
        this.found = new long[actual.length];
        this.truePairs = Arrays.stream(actual).sum();
        Arrays.stream(actual).forEach(pairs -> ofPeople.add(pairs, 0));
    }

    /** One more link. */
    void take(int left, int rightRecord) {
        boolean same = records.person(left) == records.person(rightRecord);
        join(left, rightRecord, same ? 1 : 0);
        if (same) {
            find(records.person(left));
            truePositives++;
        } else {
            falsePositives++;
        }
    }

    private void join(int one, int other, int isRight) {
        int root = taken.root(one);
        int otherRoot = taken.root(other);
        ofClusters.remove(links[root], right[root]);
        long allLinks = links[root] + 1;
        long allRight = right[root] + isRight;
        if (otherRoot != root) {
            ofClusters.remove(links[otherRoot], right[otherRoot]);
            allLinks += links[otherRoot];
            allRight += right[otherRoot];
        }
        int joined = taken.join(one, other);
        links[joined] = allLinks;
        right[joined] = allRight;
        ofClusters.add(allLinks, allRight);
    }

    private void find(int person) {
        ofPeople.remove(actual[person], found[person]);
        found[person]++;
        ofPeople.add(actual[person], found[person]);
    }

    long truePositives() {
        return truePositives;
    }

    /** The share of links that are right; NaN where there is none. */
    double precision() {
        return (double) truePositives / (truePositives + falsePositives);
    }

    /** F1 of all links so far. */
    double f1() {
        return 2.0 * truePositives / (truePositives + falsePositives + truePairs);
    }

    /** What was taken so far, against all there is to find. */
    Confusion confusion() {
        return new Confusion(
                truePositives,
                falsePositives,
                truePairs - truePositives,
                DesignEffects.of(ofClusters.designEffect(), ofPeople.designEffect()));
    }
}
