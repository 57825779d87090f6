package uk.linkage.provider.tokenise;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import uk.linkage.agreement.DateNeighbourhood;
import uk.linkage.agreement.NumberNeighbourhood;
import uk.linkage.provider.person.BirthDate;

/** A number and those near it as texts, the smallest first (Vatsalan and Christen 2016). */
final class NeighbourTexts {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private NeighbourTexts() {}

    /** Days since 1 January 1970; none of a date with an unknown part. */
    static List<String> of(BirthDate date, DateNeighbourhood near) {
        if (!date.isComplete()) {
            return List.of();
        }
        LocalDate day = LocalDate.of(
                date.year().getAsInt(), date.month().getAsInt(), date.day().getAsInt());
        return around(day.toEpochDay(), 1, near.days());
    }

    /** The step that the number is in, and steps around it; none of what is no number. */
    static List<String> of(String code, NumberNeighbourhood near) {
        if (!NUMBER.matcher(code).matches()) {
            return List.of();
        }
        long number = Long.parseLong(code);
        return around(number - number % near.step(), near.step(), near.count());
    }

    private static List<String> around(long middle, long step, int count) {
        return LongStream.rangeClosed(-count, count)
                .mapToObj(i -> Long.toString(middle + i * step))
                .toList();
    }
}
