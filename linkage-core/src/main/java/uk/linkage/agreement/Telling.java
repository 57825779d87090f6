package uk.linkage.agreement;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.View;

/**
 * How much something tells of a person, in bits: roughly its entropy over a population. What is given away must be nearly
 * unique to a person, because equal codes of a common value show its frequency whatever the hardening. Among the 15
 * million people of the north of England that takes {@value #LEAST_BITS} bits.
 */
final class Telling {
    /** Binary logarithm of 15 million, rounded up. */
    static final int LEAST_BITS = 24;

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
        Map<String, Double> byField = new HashMap<>();
        key.parts()
                .forEach(part -> part.fields()
                        .forEach(field -> byField.merge(
                                field, bits(part.form(), agreement.field(field).kind()), Math::max)));
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
