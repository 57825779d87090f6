package uk.linkage.provider.tokenise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.BirthRange;
import uk.linkage.provider.person.DateForm;
import uk.linkage.secret.Message;

/** What is done fast gives what its plain twin does. */
class FastTokensTest {
    private final List<String> texts = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    @Test
    void hmacsFromCopiesAreThoseOfThePlatform() {
        Random random = new Random(4231);
        for (int length = 0; length <= 300; length++) {
            byte[] key = new byte[32];
            byte[] part = new byte[length];
            random.nextBytes(key);
            random.nextBytes(part);
            FieldKey fieldKey = new FieldKey(key);
            Message message = new Message().add(part);
            byte[] target = new byte[FieldKey.BYTES];
            fieldKey.mac(message, target);
            assertThat(target).as("%d bytes", length).isEqualTo(fieldKey.mac(message.bytes()));
        }
    }

    @Test
    void pairsAreThoseOfGramTexts() {
        PairTokens pairs = new PairTokens(this::number);
        for (String text : List.of("", "A", "JANE", "ANANAS", "LS14AP", "O'B-C 7", "JANE")) {
            found.clear();
            pairs.forEach(text, number -> found.add(texts.get(number)));
            assertThat(found).isEqualTo(GramTexts.pairs(text));
        }
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(PairTokens.hasPlaces("ŁUCJA")).isFalse();
    }

    @Test
    void partsOfDatesAreThoseOfTokenTexts() {
        DatePartTokens parts = new DatePartTokens(this::number);
        BirthRange range = new BirthRange(LocalDate.of(1700, 1, 1), LocalDate.of(2300, 1, 1));
        for (String text : List.of("1980-12-31", "1800-02-01", "2199-11-30", "1980-12-30", "1904-02-29")) {
            BirthDate date = BirthDate.parse(text, DateForm.ISO, range).orElseThrow();
            assertThat(DatePartTokens.hasPlaces(date)).isTrue();
            found.clear();
            parts.forEach(date, number -> found.add(texts.get(number)));
            assertThat(found).isEqualTo(TokenTexts.dateParts(date));
        }
        for (String text : List.of("1799-12-31", "2200-01-01", "1980-12-??")) {
            assertThat(DatePartTokens.hasPlaces(
                            BirthDate.parse(text, DateForm.ISO, range).orElseThrow()))
                    .isFalse();
        }
    }

    private int number(String text) {
        texts.add(text);
        return texts.size() - 1;
    }
}
