package uk.linkage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyGraphTest {
    @TempDir
    private Path folder;

    @Test
    void whereAKeyShowsHouseholdsThoseOfTheirOwnShapeAreNamedAndHardlyAnybodyWrongly() throws IOException {
        Scene scene = Invented.of(1_000, 1_200, folder).withHouseholdKey().scene();
        Attack.Outcome outcome = new KeyGraph().on(scene);
        assertThat(outcome.right()).isGreaterThan(30);
        assertThat(outcome.remark()).matches("it names \\d+ at all");
        long said = Long.parseLong(outcome.remark().replaceAll("\\D", ""));
        assertThat(outcome.right()).isGreaterThan(said * 9 / 10);
    }

    @Test
    void peopleWithoutTheirHouseholdsAreNot() throws IOException {
        assertThat(Invented.of(300, folder).withHouseholdKey().rate(new KeyGraph()))
                .isLessThan(0.05);
    }

    @Test
    void theKeysOfTheProfileNameFewEvenOfASmallPopulationInWholeHouseholds() throws IOException {
        assertThat(Invented.of(1_000, 1_200, folder).rate(new KeyGraph())).isLessThan(0.03);
    }

    @Test
    void colourTellsWhoSharesWithWhomAndNotUnderWhichSecret() throws IOException {
        Scene scene = Invented.of(400, 500, folder).withHouseholdKey().scene();
        int keys = scene.agreement().keys().size();
        KeyColours one = refined(new KeyColours(scene.registerUnderOwnSecret(1), keys, scene.file()));
        KeyColours other = refined(new KeyColours(scene.registerUnderOwnSecret(2), keys, scene.file()));
        assertThat(one.of(2)).isEqualTo(other.of(2));
        assertThat(IntStream.range(0, one.rows())
                        .mapToLong(row -> one.of(2)[row])
                        .distinct()
                        .count())
                .isBetween(20L, 399L);
    }

    private static KeyColours refined(KeyColours colours) {
        colours.refine();
        colours.refine();
        return colours;
    }
}
