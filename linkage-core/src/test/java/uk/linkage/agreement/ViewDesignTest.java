package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;
import uk.linkage.agreement.Encode.View;

class ViewDesignTest {

    @Test
    void aRowIsAViewAndAColumnAComponent() {
        ViewDesign design = new ViewDesign(Vectors.agreement());
        assertThat(design.views()).isEqualTo(4);
        assertThat(design.components()).isEqualTo(4);
        for (int view = 0; view < 4; view++) {
            for (int component = 0; component < 4; component++) {
                assertThat(design.covers(view, component)).isEqualTo(view != component);
            }
        }
    }

    @Test
    void leavingOneOutEachTimeTellsComponentsApartFromTwoOn() {
        for (int n = 2; n <= 6; n++) {
            int components = n;
            List<List<Integer>> views = IntStream.range(0, n)
                    .mapToObj(out -> IntStream.range(0, components)
                            .filter(i -> i != out)
                            .boxed()
                            .toList())
                    .toList();
            assertThat(design(n, views).tellsComponentsApart())
                    .as("%d components", n)
                    .isTrue();
        }
    }

    @Test
    void componentsOnlyEverTogetherAreNotToldApart() {
        assertThat(design(3, List.of(List.of(0, 1), List.of(0, 1, 2), List.of(2)))
                        .tellsComponentsApart())
                .isFalse();
    }

    @Test
    void aComponentInNoViewIsNotTold() {
        assertThat(design(3, List.of(List.of(0), List.of(0, 1))).tellsComponentsApart())
                .isFalse();
    }

    @Test
    void componentsAreToldApartExactlyWhereNoTwoDifferencesGiveTheSameViews() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            int components = 1 + random.nextInt(4);
            List<List<Integer>> views = randomViews(random, components);
            assertThat(design(components, views).tellsComponentsApart())
                    .as("round %d, seed 3: %s", round, views)
                    .isEqualTo(!somethingVanishes(components, views));
        }
    }

    /** The plain twin: whether some whole-number difference other than zero shows in no view. */
    private static boolean somethingVanishes(int components, List<List<Integer>> views) {
        int range = 7; // by Cramer's rule a kernel of four columns of zeros and ones has entries of at most 3
        int all = (int) Math.pow(range, components);
        for (int code = 0; code < all; code++) {
            int[] x = new int[components];
            boolean zero = true;
            for (int i = 0, rest = code; i < components; i++, rest /= range) {
                x[i] = rest % range - range / 2;
                zero &= x[i] == 0;
            }
            if (!zero
                    && views.stream()
                            .allMatch(v -> v.stream().mapToInt(i -> x[i]).sum() == 0)) {
                return true;
            }
        }
        return false;
    }

    private static List<List<Integer>> randomViews(Random random, int components) {
        List<List<Integer>> views = new ArrayList<>();
        for (int v = random.nextInt(6); v >= 0; v--) {
            views.add(IntStream.range(0, components)
                    .filter(i -> random.nextBoolean())
                    .boxed()
                    .toList());
        }
        return views;
    }

    /** A design apart from the other rules: the components are called c0, c1 and so on. */
    private static ViewDesign design(int components, List<List<Integer>> views) {
        Agreement a = Vectors.agreement();
        return new ViewDesign(new Agreement(
                a.purpose(),
                a.profile(),
                a.normaliser(),
                a.fields(),
                a.keys(),
                IntStream.range(0, components)
                        .mapToObj(i -> new Component("c" + i, List.of()))
                        .toList(),
                List.of(),
                views.stream()
                        .map(v -> new View("view", v.stream().map(i -> "c" + i).toList()))
                        .toList(),
                a.filter(),
                a.hardening(),
                a.decide(),
                a.bounds(),
                a.acceptedRisks()));
    }
}
