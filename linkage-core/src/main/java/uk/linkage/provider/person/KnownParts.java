package uk.linkage.provider.person;

import java.util.Optional;
import java.util.OptionalInt;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;
import uk.linkage.provider.person.Reading.Partial;

/** The parts of a date that somebody wrote down, in numbers that need not make a date. */
record KnownParts(OptionalInt year, OptionalInt month, OptionalInt day) {

    /** The date they make. */
    Optional<BirthDate> date() {
        return areNone() ? Optional.empty() : BirthDate.of(year, month, day);
    }

    /** The date within the range; where they make none, what is left of it and the rule. */
    Reading<BirthDate> read(BirthRange range, String rule) {
        if (areNone()) return new Missing<>(Missing.PLACEHOLDER);
        Optional<BirthDate> date = date();
        return date.isPresent() ? date.get().within(range) : sensible().left(range, rule);
    }

    /** What is left of a date with a part at fault: that within the range, and the rule; else the rule alone. */
    Reading<BirthDate> left(BirthRange range, String rule) {
        Optional<BirthDate> within = date().flatMap(date -> date.within(range).value());
        return within.isPresent() ? new Partial<>(within.get(), rule) : new Faulty<>(rule);
    }

    /** Without a day that its month does not have; without both where there is no such month. */
    KnownParts sensible() {
        if (date().isPresent()) return this;
        KnownParts withoutDay = new KnownParts(year, month, OptionalInt.empty());
        return withoutDay.date().isPresent()
                ? withoutDay
                : new KnownParts(year, OptionalInt.empty(), OptionalInt.empty());
    }

    private boolean areNone() {
        return year.isEmpty() && month.isEmpty() && day.isEmpty();
    }
}
