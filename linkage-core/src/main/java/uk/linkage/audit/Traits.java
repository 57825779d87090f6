package uk.linkage.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.View;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonName;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.PlainText;

/**
 * People as an attacker takes them who has read the agreement: numbers for the pieces of names, dates and places that some
 * views cover. A worker; the same piece gets the same number from first to last.
 */
public final class Traits {
    private final Agreement agreement;
    private final List<Feature> covered;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> positions = new ArrayList<>();

    /** The traits that these views cover. */
    public Traits(Agreement agreement, List<View> views) {
        this.agreement = agreement;
        this.covered = agreement.components().stream()
                .filter(c -> views.stream().anyMatch(v -> v.components().contains(c.name())))
                .flatMap(c -> c.features().stream())
                .toList();
    }

    /** The traits of each of these people. */
    public int[][] of(List<Person> people) {
        return people.stream().map(this::of).toArray(int[][]::new);
    }

    private int[] of(Person person) {
        List<Integer> traits = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Feature feature : covered) {
            int place = seen.merge(feature.field(), 1, Integer::sum) - 1;
            person.value(agreement.fieldIndex(feature.field())).stream()
                    .flatMap(value -> pieces(value, place).stream())
                    .distinct()
                    .forEach(piece -> traits.add(number(feature, piece)));
        }
        return traits.stream().mapToInt(Integer::intValue).toArray();
    }

    private int number(Feature feature, String piece) {
        return numbers.computeIfAbsent(feature.field() + " " + piece, name -> {
            positions.add(feature.budget().amount());
            return positions.size() - 1;
        });
    }

    /** For each trait seen so far, how many filter bits it sets. */
    public int[] positions() {
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The pieces of a value that its field's feature number {@code place} is made from. */
    private static List<String> pieces(PersonValue value, int place) {
        if (value instanceof BirthDate date) {
            return dateParts(date);
        }
        if (value instanceof PlainText text) {
            return place == 0 ? houseNumbers(text) : pairs(streets(text));
        }
        return value instanceof PersonName name ? pairs(name.joined()) : wholeOrPairs(value.reveal());
    }

    private static List<String> wholeOrPairs(String text) {
        return text.equals("MALE") || text.equals("FEMALE") ? List.of(text) : pairs(text.replace(" ", ""));
    }

    private static List<String> pairs(String text) {
        String padded = "_" + text + "_";
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 2 <= padded.length() && !text.isEmpty(); i++) {
            pairs.add(padded.substring(i, i + 2));
        }
        return pairs;
    }

    private static List<String> houseNumbers(PlainText text) {
        return text.words().stream().filter(Traits::isNumber).map(w -> "#" + w).toList();
    }

    private static String streets(PlainText text) {
        return text.words().stream().filter(word -> !isNumber(word)).collect(Collectors.joining());
    }

    private static boolean isNumber(String word) {
        return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    private static List<String> dateParts(BirthDate date) {
        List<String> parts = new ArrayList<>();
        add(parts, "Y", date.year());
        add(parts, "M", date.month());
        add(parts, "D", date.day());
        add(parts, "YM", date.year(), date.month());
        add(parts, "MD", date.month(), date.day());
        add(parts, "YD", date.year(), date.day());
        return parts;
    }

    private static void add(List<String> parts, String name, OptionalInt... numbers) {
        if (Arrays.stream(numbers).allMatch(OptionalInt::isPresent)) {
            parts.add(name + Arrays.stream(numbers).map(n -> "-" + n.getAsInt()).collect(Collectors.joining()));
        }
    }
}
