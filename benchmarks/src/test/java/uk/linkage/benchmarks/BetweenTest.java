package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.benchmarks.Labels.Ids;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.crosswalk.StudyIds;
import uk.linkage.quality.Confusion;

class BetweenTest {
    private final List<String> ids = new StudyIds(new SplittableRandom(1)).fresh(9);

    @TempDir
    private Path folder;

    @Test
    void pairsAreCountedForEveryTwoProvidersAndWhereANumberLacksByThemselves() throws IOException {
        Labels labels = labels("a,A1,P\na,A2,Q\nb,B1,P\nb,B2,Q\nb,B3,R\nc,C1,P\n");
        List<Crosswalk> crosswalks = List.of(
                new Crosswalk("a", Map.of("A1", ids.get(0), "A2", ids.get(1))),
                new Crosswalk("b", Map.of("B1", ids.get(0), "B2", ids.get(2), "B3", ids.get(1))),
                new Crosswalk("c", Map.of("C1", ids.get(0))));
        Map<String, Set<String>> numbered =
                Map.of("a", Set.of("A1", "A2"), "b", Set.of("B1", "B2"), "c", Set.<String>of());
        List<Between> every = Between.of(crosswalks, false, labels, Optional.of(numbered));
        assertThat(every)
                .containsExactly(
                        new Between("a", "b", new Confusion(1, 1, 1), Optional.of(new Confusion(0, 1, 0))),
                        new Between("a", "c", new Confusion(1, 0, 0), Optional.of(new Confusion(1, 0, 0))),
                        new Between("b", "c", new Confusion(1, 0, 0), Optional.of(new Confusion(1, 0, 0))));
    }

    @Test
    void whereProvidersHoldPeopleMoreThanOncePairsWithinThemAreToldToo() throws IOException {
        Labels labels = labels("a,A1,P\na,A2,P\na,A3,P\nb,B1,P\n");
        List<Crosswalk> crosswalks = List.of(
                new Crosswalk("a", Map.of("A1", ids.get(0), "A2", ids.get(0), "A3", ids.get(1), "A4", ids.get(1))),
                new Crosswalk("b", Map.of("B1", ids.get(0))));
        assertThat(Between.of(crosswalks, true, labels, Optional.empty()))
                .containsExactly(
                        new Between("a", "a", new Confusion(1, 1, 2), Optional.empty()),
                        new Between("a", "b", new Confusion(2, 0, 1), Optional.empty()),
                        new Between("b", "b", new Confusion(0, 0, 0), Optional.empty()));
    }

    @Test
    void withinAProviderEveryTruePairComesOnce() throws IOException {
        Labels labels = labels("a,A3,P\na,A1,P\na,A2,P\na,A4,Q\nb,B1,Q\nc,C1,R\n");
        assertThat(labels.truePairs("a", "a"))
                .containsExactlyInAnyOrder(new Ids("A1", "A2"), new Ids("A1", "A3"), new Ids("A2", "A3"));
        assertThat(labels.truePairs("a", "b")).containsExactly(new Ids("A4", "B1"));
        assertThat(labels.pairs("b", "c")).isZero();
    }

    @Test
    void aTruthWithoutPairsIsOneToo() throws IOException {
        Path file = Files.writeString(folder.resolve("none.csv"), "a_id,b_id\n");
        assertThat(Labels.read(file, List.of("a", "b")).pairs("a", "b")).isZero();
    }

    private Labels labels(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("truth.csv"), "provider,local_id,person\n" + rows);
        return Labels.read(file, List.of("a", "b", "c"));
    }
}
