package uk.linkage.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.quality.Confusion;

class ScaleChoicesTest {
    @Test
    void usuallyThreeSizesAreLinkedInFiveGibibytes() {
        ScaleChoices usual = ScaleChoices.of();
        assertThat(usual.sizes()).containsExactly(10_000, 100_000, 1_000_000);
        assertThat(usual.stages()).containsExactly(Stage.LINK);
        assertThat(usual.upToLast()).isEqualTo(EnumSet.allOf(Stage.class));
        assertThat(usual.options()).containsExactly("-Xmx5g");
        assertThat(usual.place(Path.of("work"), 1_000)).isEqualTo(new Place(Path.of("work"), 1_000, 750, 2026, true));
    }

    @Test
    void optionsOfTheJvmAreTakenInTheirOrder() {
        assertThat(ScaleChoices.of(
                                "--java", "-XX:+UseSerialGC -Da=b", "--threads", "1", "--java", "-Dc=d", "--xmx", "1g")
                        .options())
                .containsExactly("-Xmx1g", "-XX:+UseSerialGC", "-Da=b", "-XX:ActiveProcessorCount=1", "-Dc=d");
    }

    @Test
    void stagesAreNamedOneByOneAndSealingMeansBoth() {
        ScaleChoices sealed = ScaleChoices.of("--stages", "generate,seal");
        assertThat(sealed.stages()).containsExactlyInAnyOrder(Stage.GENERATE, Stage.SEAL_HOSPITAL, Stage.SEAL_GP);
        assertThat(sealed.upToLast()).isEqualTo(EnumSet.range(Stage.GENERATE, Stage.SEAL_GP));
        assertThat(ScaleChoices.of("--generate-only").upToLast()).containsExactly(Stage.GENERATE);
    }

    @Test
    void whatIsNoChoiceIsRefused() {
        for (String[] wrong : List.of(
                new String[] {"--stages", "sealing"},
                new String[] {"--overlap", "1.1"},
                new String[] {"--records", "many"},
                new String[] {"--records"},
                new String[] {"--speed"})) {
            assertThatThrownBy(() -> ScaleChoices.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void growthIsTheExponentOfTimeOverRecords() {
        Measured small = measured(1_000, 2, 3);
        Measured large = measured(10_000, 20, 300);
        assertThat(ScaleTables.growth(List.of(small, large))).endsWith("| 1000 | 10000 | 1.00 | 2.00 |");
    }

    private static Measured measured(int records, double wall, double cpu) {
        Cost cost = new Cost(2L * records, wall, cpu, 100, true, "scalar");
        return new Measured(records, cost, NullNode.getInstance(), new Confusion(1, 0, 0));
    }
}
