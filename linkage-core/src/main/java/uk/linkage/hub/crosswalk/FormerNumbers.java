package uk.linkage.hub.crosswalk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Former study ids as numbers 0..n-1, in ascending order of the ids.
 *
 * @param ids the id of each number
 * @param of the number of each record's former id, or -1 where the record had none
 * @param before how many records each former id had, also of providers that left
 */
record FormerNumbers(List<String> ids, int[] of, int[] before) {
    /** A record without a former id. */
    static final int NONE = -1;

    static FormerNumbers of(FormerIds former, RecordNames names) {
        List<String> ids = former.inUse();
        Map<String, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        int[] of = new int[names.count()];
        Arrays.fill(of, NONE);
        for (int provider = 0; provider < names.providers().size(); provider++) {
            fill(of, names, provider, former.of(names.providers().get(provider)), numbers);
        }
        return new FormerNumbers(ids, of, before(former, numbers));
    }

    private static int[] before(FormerIds former, Map<String, Integer> numbers) {
        int[] before = new int[numbers.size()];
        former.crosswalks()
                .forEach(crosswalk -> crosswalk.studyIds().values().forEach(id -> before[numbers.get(id)]++));
        return before;
    }

    private static void fill(
            int[] of, RecordNames names, int provider, Map<String, String> ids, Map<String, Integer> numbers) {
        int record = names.first(provider);
        for (String localId : names.localIds().get(provider)) {
            String id = ids.get(localId);
            of[record++] = id == null ? NONE : numbers.get(id);
        }
    }
}
