package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;
import uk.linkage.provider.person.Reading.Partial;
import uk.linkage.provider.person.Reading.Present;

class ReadingTest {
    @Test
    void aReadingThatIsPresentOrPartialHasAValue() {
        assertThat(new Present<>("Ann").value()).contains("Ann");
        assertThat(new Partial<>("Ann", "is cut short").value()).contains("Ann");
        assertThat(new Missing<>("empty").value()).isEmpty();
        assertThat(new Faulty<>("fails its check digit").value()).isEmpty();
    }

    @Test
    void aPresentReadingDoesNotPrintItsValue() {
        assertThat(new Present<>("Ann")).hasToString("Present[…]");
    }

    @Test
    void theOthersPrintTheirLabelAndRule() {
        assertThat(new Missing<>("empty")).hasToString("Missing[why=empty]");
        assertThat(new Faulty<>("fails its check digit")).hasToString("Faulty[rule=fails its check digit]");
        assertThat(new Partial<>("Ann", "is cut short")).hasToString("Partial[rule=is cut short]");
    }

    @Test
    void nothingIsMadeOfNull() {
        assertThatNullPointerException().isThrownBy(() -> new Present<>(null));
        assertThatNullPointerException().isThrownBy(() -> new Missing<>(null));
        assertThatNullPointerException().isThrownBy(() -> new Faulty<>(null));
        assertThatNullPointerException().isThrownBy(() -> new Partial<>(null, "is cut short"));
        assertThatNullPointerException().isThrownBy(() -> new Partial<>("Ann", null));
    }
}
