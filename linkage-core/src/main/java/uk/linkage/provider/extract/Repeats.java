package uk.linkage.provider.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.MurmurHash3;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;

/**
 * Tells whether an extract holds people more than once, by those who have the names and whole date of birth of somebody
 * before them. Two people who share all three are one in many thousands, so one in a hundred are no chance. It looks at
 * the first {@value #MOST} people. Any thread may mark a person; one looks at the marks, in the order of the people.
 *
 * <pre>{@code
 * Repeats repeats = new Repeats(agreement.fields());
 * people.map(repeats::mark).forEach(mark -> mark.ifPresent(repeats::look));
 * repeats.remark().ifPresent(console::say);
 * }</pre>
 */
public final class Repeats {
    private static final int MOST = 1 << 18;
    private static final int FEWEST = 5;
    private static final double MANY = 0.01;
    private static final List<FieldKind> TELLING = List.of(FieldKind.FORENAME, FieldKind.SURNAME, FieldKind.BIRTH_DATE);

    private final List<OptionalInt> places;
    private final HashSet128 seen = new HashSet128(0);
    private long looked;
    private long repeated;
    private volatile boolean enough;

    /** @param fields those of the agreement, in whose order people have their values */
    public Repeats(List<Field> fields) {
        this.places = TELLING.stream().map(kind -> place(fields, kind)).toList();
    }

    private static OptionalInt place(List<Field> fields, FieldKind kind) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).kind() == kind)
                .findFirst();
    }

    /** What two people have alike only where their names and date of birth are, but for a chance of 2^-128. */
    public record Mark(long high, long low) {
        @Override
        public String toString() {
            return "Mark[…]";
        }
    }

    /** The mark of a person; none where a name is missing or the date is not whole, or where enough were looked at. */
    public Optional<Mark> mark(Person person) {
        if (enough || !places.stream().allMatch(place -> isWhole(person, place))) {
            return Optional.empty();
        }
        long[] hash = MurmurHash3.hash128x64(text(person).getBytes(StandardCharsets.UTF_8));
        return Optional.of(new Mark(hash[0], hash[1]));
    }

    /** Looks at the mark of the next person. */
    public void look(Mark mark) {
        if (looked < MOST) {
            looked++;
            repeated += seen.add(mark.high(), mark.low()) ? 0 : 1;
            enough = looked == MOST;
        }
    }

    /** What the provider should know, in words; nothing where next to nobody comes twice. */
    public Optional<String> remark() {
        return repeated < FEWEST || repeated <= MANY * looked
                ? Optional.empty()
                : Optional.of("of " + looked + " people " + repeated
                        + " have the names and date of birth of one before them: an extract that may hold a person"
                        + " twice is sealed with --holds-duplicates");
    }

    private static boolean isWhole(Person person, OptionalInt place) {
        return place.isPresent()
                && person.value(place.getAsInt())
                        .filter(value -> !(value instanceof BirthDate date) || date.isComplete())
                        .isPresent();
    }

    private String text(Person person) {
        StringBuilder text = new StringBuilder();
        places.forEach(place -> text.append(
                        person.value(place.getAsInt()).map(PersonValue::reveal).orElseThrow())
                .append('\0'));
        return text.toString();
    }
}
