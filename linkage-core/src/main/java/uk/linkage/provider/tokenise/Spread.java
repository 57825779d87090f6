package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.linkage.agreement.Budget;
import uk.linkage.bloom.KeyedToken;

/** The bits of a feature given out to the distinct tokens of one value, in the order of the bytes of their digests. */
final class Spread {
    private Spread() {}

    static List<KeyedToken> of(Budget budget, List<KeyedToken> tokens) {
        List<byte[]> digests = tokens.stream()
                .distinct()
                .map(KeyedToken::digest)
                .sorted(Arrays::compareUnsigned)
                .toList();
        List<KeyedToken> spread = new ArrayList<>(digests.size());
        for (int rank = 0; rank < digests.size(); rank++) {
            int positions = budget.positions(rank, digests.size());
            if (positions > 0) {
                spread.add(new KeyedToken(digests.get(rank), positions));
            }
        }
        return spread;
    }
}
