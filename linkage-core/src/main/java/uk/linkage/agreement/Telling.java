package uk.linkage.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;

/**
 * How much something tells of a person, in bits: roughly its entropy over a population. What is given away must be nearly
 * unique to a person, because equal codes of a common value show its frequency whatever the hardening. Among the 15
 * million people of the north of England that takes {@value #LEAST_BITS} bits.
 */
final class Telling {
    /** Binary logarithm of 15 million, rounded up. */
    static final int LEAST_BITS = 24;

    /**
     * What a key of a place has to tell beside places: as much as a birth date. Some 35 people share a postcode, and in what is
     * less telling than that many pairs of them agree.
     */
    static final int LEAST_BESIDE_PLACES = 14;

    /** And what beside places and surnames, which a household shares: as much as a forename. */
    static final int LEAST_AT_HOME = 8;

    private Telling() {}

    /** Whether a view of these fields is nearly unique to a person. */
    static boolean nearlyUnique(Stream<FieldKind> kinds) {
        return kinds.mapToDouble(Telling::bits).sum() >= LEAST_BITS;
    }

    /** A field in several components counts once. */
    static double bits(Agreement agreement, View view) {
        return view.components().stream()
                .flatMap(name -> agreement.component(name).features().stream())
                .map(Feature::field)
                .distinct()
                .mapToDouble(field -> bits(agreement.field(field).kind()))
                .sum();
    }

    /** A field in several parts counts once, in its most telling form. */
    static double bits(Agreement agreement, MatchKey key) {
        return bits(key.parts(), agreement::field, field -> true);
    }

    /**
     * Whether parts of a key with a place among them do not tell apart those who share the place. Such a key shows the hub who lives
     * with whom, and somebody with a list of the population follows that from the households that are unlike all others.
     *
     * @param fields the field of a name
     */
    static boolean showsHouseholds(List<Part> parts, Function<String, Field> fields) {
        boolean anyPlace = parts.stream()
                .flatMap(part -> part.fields().stream())
                .map(fields)
                .anyMatch(Places::isPlace);
        return anyPlace
                && (bits(parts, fields, field -> !Places.isPlace(field)) < LEAST_BESIDE_PLACES
                        || bits(parts, fields, Telling::isOnesOwn) < LEAST_AT_HOME);
    }

    private static boolean isOnesOwn(Field field) {
        return !Places.isPlace(field) && field.kind() != FieldKind.SURNAME;
    }

    /** Of the fields that count. */
    private static double bits(List<Part> parts, Function<String, Field> fields, Predicate<Field> counts) {
        Map<String, Double> byField = new HashMap<>();
        for (Part part : parts) {
            part.fields().stream()
                    .map(fields)
                    .filter(counts)
                    .forEach(field -> byField.merge(field.name(), bits(part.form(), field.kind()), Math::max));
        }
        return byField.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static double bits(KeyForm form, FieldKind kind) {
        return switch (form) {
            case WHOLE, SORTED_LETTERS, OPRF -> bits(kind);
            case CANONICAL -> bits(kind) - 1;
            case SOUNDEX -> bits(kind) - 2;
            case INITIAL -> 4;
            case DAY_MONTH -> 7;
            case DAY_YEAR -> 10;
            case MONTH_YEAR -> 9;
            case YEAR -> 6;
            case SECTOR -> 11;
            case DISTRICT -> 8;
        };
    }

    static double bits(FieldKind kind) {
        return switch (kind) {
            case NHS_NUMBER, CHI_NUMBER, IDENTIFIER -> 30;
            case POSTCODE -> 16;
            case BIRTH_DATE -> 14;
            case TEXT, CODE, SURNAME -> 10;
            case FORENAME, MIDDLE_NAME -> 8;
            case SEX -> 1;
        };
    }
}
