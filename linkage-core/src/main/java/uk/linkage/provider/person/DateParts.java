package uk.linkage.provider.person;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;
import uk.linkage.provider.person.Reading.Present;

/** A date of birth that comes in three cells: each read by itself, then all together. */
record DateParts(Reading<Integer> year, Reading<Integer> month, Reading<Integer> day) {
    static final String TWO_DIGIT_YEAR = "has a two-digit year";

    private static final String NOT_A_DATE = "is not a date as year, month and day";
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{1,2}");

    static Reading<Integer> year(String text) {
        return Cell.of(text).read(cell -> yearOf(cell.withoutDecimalZero()));
    }

    static Reading<Integer> month(String text) {
        return Cell.of(text).read(cell -> known(MonthName::number, cell.withoutDecimalZero()));
    }

    static Reading<Integer> day(String text) {
        return Cell.of(text).read(cell -> known(day -> number(TWO_DIGITS, day), cell.withoutDecimalZero()));
    }

    /** The date of the parts that are there; one that is at fault is unknown, and its rule is told. */
    Reading<BirthDate> together(BirthRange range) {
        if (parts().allMatch(part -> part instanceof Missing)) return new Missing<>(why());
        KnownParts known = new KnownParts(known(year), known(month), known(day));
        Optional<String> fault = parts().flatMap(DateParts::fault).findFirst();
        return fault.isPresent() ? known.sensible().left(range, fault.get()) : known.read(range, NOT_A_DATE);
    }

    private Stream<Reading<Integer>> parts() {
        return Stream.of(year, month, day);
    }

    private String why() {
        boolean allEmpty = parts().allMatch(new Missing<Integer>(Missing.EMPTY)::equals);
        return allEmpty ? Missing.EMPTY : Missing.PLACEHOLDER;
    }

    private static Stream<String> fault(Reading<Integer> part) {
        return part instanceof Faulty<Integer> faulty ? Stream.of(faulty.rule()) : Stream.empty();
    }

    private static OptionalInt known(Reading<Integer> part) {
        return part.value().map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Reading<Integer> yearOf(String year) {
        boolean twoDigits = TWO_DIGITS.matcher(year).matches();
        return twoDigits ? new Faulty<>(TWO_DIGIT_YEAR) : known(text -> number(FOUR_DIGITS, text), year);
    }

    private static Reading<Integer> known(Function<String, OptionalInt> rule, String text) {
        return DateForm.saysUnknown(text) ? new Missing<>(Missing.PLACEHOLDER) : present(rule.apply(text));
    }

    private static OptionalInt number(Pattern digits, String text) {
        return digits.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static Reading<Integer> present(OptionalInt number) {
        return number.isPresent() ? new Present<>(number.getAsInt()) : new Faulty<>(NOT_A_DATE);
    }
}
