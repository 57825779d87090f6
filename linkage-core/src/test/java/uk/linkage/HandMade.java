package uk.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldComparison;
import uk.linkage.agreement.FieldComparison.Level;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.KeyForm;
import uk.linkage.agreement.Salt;
import uk.linkage.agreement.Tokens;
import uk.linkage.bloom.Encoding;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.KeyToken;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.block.Reach;

/**
 * Agreements of few fields, levels and keys, which no profile proposes and so no profile changes, and records made by hand
 * under them: whatever the hub is to see can be put there.
 */
public final class HandMade {
    private static final Set<KeyForm> NONE = Set.of();
    private static final List<Field> FIELDS = List.of(
            new Field("nhs_number", FieldKind.NHS_NUMBER),
            new Field("forename", FieldKind.FORENAME),
            new Field("surname", FieldKind.SURNAME),
            new Field("birth_date", FieldKind.BIRTH_DATE),
            new Field("postcode", FieldKind.POSTCODE));
    private static final List<FieldComparison> COMPARISONS = List.of(
            new FieldComparison(
                    "forename",
                    List.of(
                            new Level("same", Set.of(KeyForm.WHOLE, KeyForm.INITIAL), 0, 0, 0.8),
                            new Level("initial", Set.of(KeyForm.INITIAL), 12, 80, 0.1),
                            new Level("different", NONE, 20, 150, 0.1))),
            new FieldComparison(
                    "surname",
                    List.of(
                            new Level("same", Set.of(KeyForm.WHOLE, KeyForm.SOUNDEX), 0, 0, 0.8),
                            new Level("alike in sound", Set.of(KeyForm.SOUNDEX), 8, 60, 0.05),
                            new Level("slip", NONE, 12, 36, 0.05),
                            new Level("different", NONE, 40, 150, 0.1))),
            new FieldComparison(
                    "birth_date",
                    List.of(
                            new Level("same", Set.of(KeyForm.WHOLE, KeyForm.YEAR), 0, 0, 0.9),
                            new Level("year", Set.of(KeyForm.YEAR), 40, 88, 0.05),
                            new Level("different", NONE, 70, 96, 0.05))),
            new FieldComparison(
                    "postcode",
                    List.of(
                            new Level("same", Set.of(KeyForm.WHOLE, KeyForm.DISTRICT), 0, 0, 0.7),
                            new Level("district", Set.of(KeyForm.DISTRICT), 20, 60, 0.1),
                            new Level("different", NONE, 40, 96, 0.2))));

    private static final Part NAMES = new Part(KeyForm.SORTED_LETTERS, List.of("forename", "surname"));
    private static final List<MatchKey> KEYS = List.of(
            new MatchKey("number", List.of(part(KeyForm.WHOLE, "nhs_number")), true),
            key("surname-birth", part(KeyForm.WHOLE, "surname"), part(KeyForm.WHOLE, "birth_date")),
            key("sound-birth", part(KeyForm.SOUNDEX, "surname"), part(KeyForm.WHOLE, "birth_date")),
            key("names-year", NAMES, part(KeyForm.YEAR, "birth_date")),
            key("initial-postcode", part(KeyForm.INITIAL, "forename"), part(KeyForm.WHOLE, "postcode")),
            key("forename-district", part(KeyForm.WHOLE, "forename"), part(KeyForm.DISTRICT, "postcode")));

    private HandMade() {}

    private static Part part(KeyForm form, String field) {
        return new Part(form, List.of(field));
    }

    private static MatchKey key(String name, Part... parts) {
        return new MatchKey(name, List.of(parts), false);
    }

    /** Four fields of three or four levels, names that may be swapped, five keys and a number; each view leaves a field out. */
    public static Agreement agreement() {
        return agreement(KEYS, List.of("forename", "surname", "birth_date", "postcode"), Optional.empty());
    }

    /** Forename, surname and date of birth; all keys but those of places. */
    public static Agreement withoutPlaces() {
        return agreement(KEYS.subList(1, 4), List.of("forename", "surname", "birth_date"), Optional.empty());
    }

    /** The first with every view salted by the date of birth. */
    public static Agreement salted() {
        return agreement(
                KEYS,
                List.of("forename", "surname", "birth_date", "postcode"),
                Optional.of(new Salt("birth_date", Salt.Form.YEAR)));
    }

    /**
     * Forename, surname and postcode without a key, and views of them whose salt is the date of birth: where that is not there
     * nothing tells one level from another.
     */
    public static Agreement blind() {
        return agreement(
                List.of(),
                List.of("forename", "surname", "postcode"),
                Optional.of(new Salt("birth_date", Salt.Form.YEAR)));
    }

    private static Agreement agreement(List<MatchKey> keys, List<String> compared, Optional<Salt> salt) {
        Agreement usual = SealedTables.agreement();
        List<Component> components = compared.stream()
                .map(name -> new Component(name, List.of(new Feature(name, Tokens.BIGRAMS, 8))))
                .toList();
        List<View> views = compared.stream()
                .map(left -> new View(
                        "without-" + left,
                        compared.stream().filter(name -> !name.equals(left)).toList(),
                        salt))
                .toList();
        return new Agreement(
                usual.purpose(),
                "made by hand",
                usual.normaliser(),
                FIELDS,
                keys,
                components,
                COMPARISONS.stream().filter(c -> compared.contains(c.field())).toList(),
                views,
                usual.filter(),
                usual.hardening(),
                usual.decide(),
                usual.bounds(),
                List.of());
    }

    /**
     * A record: which fields it has, its token of each key, 0 being none, and how many bits are set in each of its codes, the first
     * ones.
     */
    public static EncodedRecord record(Agreement agreement, String id, List<String> fields, long[] keys, int[] bits) {
        int presence = fields.stream()
                .mapToInt(field -> 1 << agreement.fieldIndex(field))
                .reduce(0, (a, b) -> a | b);
        List<Optional<KeyToken>> tokens = new ArrayList<>();
        Arrays.stream(keys).forEach(key -> tokens.add(key == 0 ? Optional.empty() : Optional.of(new KeyToken(7, key))));
        List<Encoding> codes = IntStream.of(bits)
                .mapToObj(set -> code(agreement.codeBits(), set))
                .toList();
        return new EncodedRecord(id, presence, tokens, codes);
    }

    private static Encoding code(int bits, int set) {
        long[] words = new long[bits / 64];
        for (int bit = 0; bit < set; bit++) {
            words[bit / 64] |= 1L << bit % 64;
        }
        return new Encoding(words);
    }

    /** A record of these fields without keys, whose codes are of no value to tell it from another. */
    public static EncodedRecord record(Agreement agreement, String id, List<String> fields) {
        int[] bits = new int[agreement.views().size()];
        Arrays.fill(bits, 1);
        return record(agreement, id, fields, new long[agreement.keys().size()], bits);
    }

    /** Every left row with every right one, so long as the code of its first view has a bit set. */
    public static CandidatePairs everyPair(Agreement agreement, EncodedTable left, EncodedTable right) {
        List<Blocking> rules = new ArrayList<>(Blocking.of(agreement));
        rules.removeIf(Blocking.BySimilarity.class::isInstance);
        rules.add(anyPair(agreement));
        return CandidatePairs.of(rules, left, right);
    }

    /** A rule that proposes every pair. */
    public static Blocking anyPair(Agreement agreement) {
        return new Blocking.BySimilarity("any", 0, new Reach(0, 0, agreement.codeBits(), false), presence -> true);
    }
}
