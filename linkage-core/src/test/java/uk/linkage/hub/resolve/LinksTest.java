package uk.linkage.hub.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.resolve.RandomLinks.Link;

class LinksTest {
    @Test
    void linksAreSortedByWeightThenLeftThenRight() {
        Links links = Links.builder()
                .add(1, 9, 2)
                .add(0, 9, 2)
                .add(0, 8, 2)
                .add(5, 6, 7)
                .build();
        assertThat(RandomLinks.list(links))
                .containsExactly(new Link(5, 6, 7), new Link(0, 8, 2), new Link(0, 9, 2), new Link(1, 9, 2));
    }

    @Test
    void theOrderOfAddingIsForgotten() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Link> any = RandomLinks.among(random, 1 + random.nextInt(14), 0.6, 1);
            List<Link> sorted = any.stream()
                    .sorted(Comparator.comparingDouble(Link::weight)
                            .reversed()
                            .thenComparing(Link::left)
                            .thenComparing(Link::right))
                    .toList();
            assertThat(RandomLinks.list(RandomLinks.buildShuffled(any, random)))
                    .as("seed %d", seed)
                    .isEqualTo(sorted);
        }
    }

    @Test
    void aPairAddedAgainIsKeptOnceWithItsLargestWeight() {
        Links links = Links.builder()
                .add(1, 2, 3)
                .add(1, 2, 5)
                .add(0, 1, 4)
                .add(1, 2, 5)
                .build();
        assertThat(RandomLinks.list(links)).containsExactly(new Link(1, 2, 5), new Link(0, 1, 4));
    }

    @Test
    void zeroHasOneSign() {
        Links links = Links.builder().add(2, 3, 0.0).add(0, 1, -0.0).build();
        assertThat(links.left(0)).isZero();
    }

    @Test
    void aBuilderMayGoOnAfterBuilding() {
        Links.Builder builder = Links.builder().add(0, 1, 1);
        Links before = builder.build();
        builder.add(0, 2, 2);
        assertThat(before.size()).isEqualTo(1);
        assertThat(builder.build().size()).isEqualTo(2);
    }

    @Test
    void aFloorKeepsTheHeavierLinks() {
        Links links = Links.builder().add(0, 1, 1).add(0, 2, 2).add(0, 3, 3).build();
        assertThat(links.atLeast(2).size()).isEqualTo(2);
        assertThat(links.above(2).size()).isEqualTo(1);
        assertThat(links.above(3).size()).isZero();
    }

    @Test
    void impossibleLinksAreRefused() {
        Links.Builder builder = Links.builder();
        assertThatThrownBy(() -> builder.add(4, 4, 1)).hasMessageContaining("two different record numbers");
        assertThatThrownBy(() -> builder.add(-1, 4, 1)).hasMessageContaining("two different record numbers");
        assertThatThrownBy(() -> builder.add(1, 4, Double.NaN)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> builder.add(1, 4, Double.POSITIVE_INFINITY)).hasMessageContaining("must be finite");
        assertThat(builder.size()).isZero();
    }

    @Test
    void sortingIsStableOnEveryAwkwardSize() {
        for (int size : new int[] {0, 1, 2, 15, 16, 17, 31, 32, 33, 34, 100, 1000, 1025}) {
            Random random = new Random(size);
            int[] keys = random.ints(size, 0, 10).toArray();
            int[] expected = java.util.stream.IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> keys[i]))
                    .mapToInt(i -> i)
                    .toArray();
            assertThat(Order.sorted(size, (a, b) -> Integer.compare(keys[a], keys[b])))
                    .as("size %d", size)
                    .isEqualTo(expected);
        }
    }
}
