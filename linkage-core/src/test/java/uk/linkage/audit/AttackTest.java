package uk.linkage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.Step;
import uk.linkage.file.ToldSteps;

/** What each attack must break to be one, and what must hold against it, on 300 invented people. */
class AttackTest {
    private static final int PEOPLE = 300;

    @TempDir
    private static Path folder;

    private static Invented profile;

    @BeforeAll
    static void invent() throws IOException {
        profile = Invented.of(PEOPLE, folder);
    }

    @Test
    void whoHoldsTheSecretNamesEverybody() {
        assertThat(profile.rate(new LeakedSecret())).isGreaterThan(0.98);
    }

    @Test
    void anAttackTellsHowFarItIs() {
        ToldSteps told = new ToldSteps();
        new LeakedSecret().on(profile.scene().telling(told.within("leaked-secret (1 of 6)")));
        assertThat(told.counted())
                .map(Step::toString)
                .containsExactly(
                        "encoding, leaked-secret (1 of 6): " + PEOPLE + " of " + PEOPLE + " people",
                        "naming, leaked-secret (1 of 6): " + PEOPLE + " of " + PEOPLE + " records");
    }

    @Test
    void plainFiltersFallToKnownPairsAndTheProfileDoesNot() {
        assertThat(profile.plain().rate(new KnownPairs())).isGreaterThan(0.8);
        assertThat(profile.rate(new KnownPairs())).isLessThan(0.06);
    }

    @Test
    void peopleWhoAreNotInTheRegisterCannotBeNamed() {
        Scene scene = profile.sceneWith(profile.people().subList(0, PEOPLE / 2));
        Attack.Outcome outcome = new LeakedSecret().on(scene);
        assertThat(scene.overlap()).isBetween(PEOPLE / 2 - 5L, PEOPLE / 2L);
        assertThat(outcome.attacked()).isEqualTo(scene.overlap());
        assertThat(outcome.right()).isGreaterThan(outcome.attacked() * 95 / 100);
    }
}
