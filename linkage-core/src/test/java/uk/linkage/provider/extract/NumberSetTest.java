package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.linkage.provider.person.NhsNumber;

class NumberSetTest {
    @Test
    void itIsASetHoweverManyComeAndHoweverOften() {
        Random random = new Random(7);
        NumberSet.Builder builder = new NumberSet.Builder();
        TreeSet<String> plain = new TreeSet<>();
        while (plain.size() < 3000) {
            NhsNumber.parse("999%07d".formatted(random.nextInt(60_000))).ifPresent(number -> {
                builder.add(number);
                plain.add(number.reveal());
            });
        }
        NumberSet set = builder.build();
        assertThat(set.size()).isEqualTo(3000);
        assertThat(set.revealed()).containsExactlyElementsOf(plain);
        for (int i = 0; i < 60_000; i++) {
            NhsNumber.parse("999%07d".formatted(i))
                    .ifPresent(number -> assertThat(set.contains(number)).isEqualTo(plain.contains(number.reveal())));
        }
    }

    @Test
    void nobodyIsInAnEmptyOneAndNobodyIsPrinted() {
        NumberSet none = new NumberSet.Builder().build();
        assertThat(none.contains(NhsNumber.parse("9990000018").orElseThrow())).isFalse();
        assertThat(none).hasToString("NumberSet[0]");
    }
}
