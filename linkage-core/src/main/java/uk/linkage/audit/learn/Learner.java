package uk.linkage.audit.learn;

import java.util.function.LongConsumer;

/**
 * A way to learn from known pairs which candidate a code is of.
 *
 * <pre>{@code
 * float[][] scores = new MatchedFilter().learn(known).scores(codes, candidates);
 * }</pre>
 */
public sealed interface Learner permits MatchedFilter, Ridge, Network, Parities {

    /** Learns; the same pairs give the same. */
    Guesser learn(Known known);

    /** Learns likewise, telling of how many more code bits something was learnt. */
    default Guesser learn(Known known, LongConsumer bits) {
        Guesser learnt = learn(known);
        bits.accept(known.codes().bits());
        return learnt;
    }

    /** What was learnt. */
    interface Guesser {
        /**
         * How well each candidate fits each code: log odds, up to a constant for each code.
         *
         * @param codes of strangers
         * @param candidates traits of each
         * @return a row for each code, with a number for each candidate
         */
        float[][] scores(CodeBits codes, int[][] candidates);
    }
}
