package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DateDigitsTest {
    private static final BirthRange RANGE = BirthRange.since1895(LocalDate.of(2026, 1, 1));
    private static final String SIGNS = "0011223899-/. ?X";

    @Test
    void datesAreReadAsThePatternsReadThem() {
        Random random = new Random(8);
        for (int i = 0; i < 50_000; i++) {
            String text = altered(random);
            for (DateForm form : new DateForm[] {DateForm.ISO, DateForm.DAY_MONTH_YEAR, DateForm.MONTH_DAY_YEAR}) {
                Reading<BirthDate> read = BirthDate.read(text, form, RANGE);
                Reading<BirthDate> plain = Cell.of(text).read(cell -> form.read(cell.text(), RANGE));
                if (!read.equals(plain)) { // 150,000 assertions would take longer than all else here
                    assertThat(read).as("%s as %s", text, form).isEqualTo(plain);
                }
            }
        }
    }

    private static String altered(Random random) {
        String[] dates = {"31/12/1980", "1980-12-31", "29-02-1904", "01.01.1900", "12 13 1980", "2027-01-01"};
        StringBuilder text = new StringBuilder(dates[random.nextInt(dates.length)]);
        for (int slips = random.nextInt(4); slips > 0; slips--) {
            text.setCharAt(random.nextInt(text.length()), SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
