package uk.linkage.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import uk.linkage.hub.crosswalk.Crosswalk;

/** A small made-up run with its truth: record r of provider p is there, in the run or in the truth or in both. */
final class Rehearsed {
    record Made(int provider, int record) {
        String localId() {
            return "L" + record;
        }
    }

    final List<String> providers = new ArrayList<>();
    final Map<Made, Integer> clusterOf = new HashMap<>();
    final Map<Made, Integer> personOf = new HashMap<>();
    final List<List<Made>> pairs = new ArrayList<>();

    /** A truth of persons. */
    static Rehearsed people(Random random, int providers) {
        Rehearsed made = new Rehearsed(providers);
        int persons = 1 + random.nextInt(8);
        for (int provider = 0; provider < providers; provider++) {
            for (int record = random.nextInt(10); record > 0; record--) {
                made.scatter(random, new Made(provider, record), persons);
            }
        }
        return made;
    }

    /** A truth of pairs between two providers. */
    static Rehearsed pairs(Random random) {
        Rehearsed made = new Rehearsed(2);
        int size = 1 + random.nextInt(8);
        for (int record = 0; record < size; record++) {
            made.find(random, new Made(0, record), size);
            made.find(random, new Made(1, record), size);
        }
        Set<List<Made>> unique = new HashSet<>();
        for (int pair = random.nextInt(size + 2); pair > 0; pair--) {
            unique.add(List.of(new Made(0, random.nextInt(size)), new Made(1, random.nextInt(size))));
        }
        made.pairs.addAll(unique);
        return made;
    }

    private Rehearsed(int count) {
        for (int provider = 0; provider < count; provider++) {
            providers.add("p" + provider);
        }
    }

    private void scatter(Random random, Made record, int persons) {
        if (random.nextInt(8) > 0) {
            personOf.put(record, random.nextInt(persons));
        }
        find(random, record, persons);
    }

    private void find(Random random, Made record, int clusters) {
        if (random.nextInt(8) > 0) {
            boolean right = personOf.containsKey(record) && random.nextInt(4) > 0;
            clusterOf.put(record, right ? personOf.get(record) : random.nextInt(clusters));
        }
    }

    List<Crosswalk> crosswalks() {
        List<Crosswalk> crosswalks = new ArrayList<>();
        for (int provider = 0; provider < providers.size(); provider++) {
            Map<String, String> studyIds = new HashMap<>();
            int own = provider;
            clusterOf.forEach((record, cluster) -> {
                if (record.provider() == own) {
                    studyIds.put(record.localId(), "S%016d".formatted(cluster));
                }
            });
            crosswalks.add(new Crosswalk(providers.get(provider), studyIds));
        }
        return crosswalks;
    }

    Truth peopleTruth(Path folder, Random order) throws IOException {
        List<String> lines = new ArrayList<>();
        personOf.forEach((record, person) ->
                lines.add(providers.get(record.provider()) + "," + record.localId() + ",person" + person));
        return read(folder, "provider,local_id,person", lines, order);
    }

    Truth pairsTruth(Path folder, Random order) throws IOException {
        List<String> lines = new ArrayList<>();
        pairs.forEach(
                pair -> lines.add(pair.get(0).localId() + "," + pair.get(1).localId()));
        return read(folder, "left,right", lines, order);
    }

    private Truth read(Path folder, String header, List<String> lines, Random order) throws IOException {
        Collections.shuffle(lines, order);
        lines.add(0, header);
        return Truth.read(Files.write(folder.resolve("truth.csv"), lines), providers);
    }
}
