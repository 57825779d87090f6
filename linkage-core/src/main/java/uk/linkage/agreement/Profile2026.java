package uk.linkage.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.harden.Chain;
import uk.linkage.bloom.harden.Diffusion;

/**
 * The starting point of 2026: for the fields that providers bring, the keys, components and views that measure best and
 * leak least by what was known in that year. Frozen: what it proposes for given fields does not change; later knowledge
 * makes another profile.
 *
 * <pre>{@code
 * Agreement agreement = Profile2026.agreement(purpose, fields, Profile2026.bounds());
 * }</pre>
 *
 * <p>A person is split into components (forename, surname, birth, place and others), and each view leaves one of them
 * out. So every view is nearly unique to a person, any one component may be wholly wrong and some view still shows the
 * two records as near, and the hub can tell which component differs. Where that would leave a view too common, components
 * are put together.
 */
public final class Profile2026 {
    /**
     * Two trades between what the hub can see of a pair that differs in much and what it could learn of people. Both keep
     * within the bounds of the leak index; {@code docs/threats.md} and {@code docs/quality.md} hold the figures.
     */
    public enum Edition {
        /** The one to take: what linear and neural models learn from 8,000 known pairs stays below 3 in 100. */
        SAFER("2026", 14),
        /** Sees a little further, and lets somebody who knows 8,000 pairs learn more. */
        CLOSER("2026-closer", 12);

        private final String label;
        private final int taps;

        Edition(String label, int taps) {
            this.label = label;
            this.taps = taps;
        }

        /** The name of the profile in an agreement. */
        public String label() {
            return label;
        }

        /** The edition of that name. */
        public static Optional<Edition> ofLabel(String label) {
            return Arrays.stream(values()).filter(e -> e.label.equals(label)).findFirst();
        }
    }

    /** The normalisation rules it goes with. */
    public static final String NORMALISER = "2026.1";

    private static final int CODE_BITS = 1024;

    /** Of a single view: as many bits as four views have together, so that a pair that differs in much still shows. */
    private static final int LONE_CODE_BITS = 4096;

    private static final int NAME_POSITIONS = 8;
    private static final int BIRTH_POSITIONS = 8;
    private static final int PLACE_POSITIONS = 6;
    private static final int WORDS_POSITIONS = 2;

    private Profile2026() {}

    /** The bounds of a British extract: no birth before 1895, one row in a hundred unusable, one value in ten at fault. */
    public static Bounds bounds() {
        return new Bounds(LocalDate.of(1895, 1, 1), 0.01, 0.1);
    }

    /**
     * The same agreement with person numbers in keys by way of an oblivious function, so that a holder of the linkage secret
     * cannot try out all numbers alone.
     */
    public static Agreement withOprf(Agreement agreement) {
        List<MatchKey> keys =
                agreement.keys().stream().map(key -> withOprf(agreement, key)).toList();
        return new Agreement(
                agreement.purpose(),
                agreement.profile(),
                agreement.normaliser(),
                agreement.fields(),
                keys,
                agreement.components(),
                agreement.comparisons(),
                agreement.views(),
                agreement.filter(),
                agreement.hardening(),
                agreement.decide(),
                agreement.bounds(),
                agreement.acceptedRisks());
    }

    private static MatchKey withOprf(Agreement agreement, MatchKey key) {
        List<Part> parts = key.parts().stream()
                .map(part -> isPersonNumber(agreement, part) ? new Part(KeyForm.OPRF, part.fields()) : part)
                .toList();
        return new MatchKey(key.name(), parts, key.identifier());
    }

    private static boolean isPersonNumber(Agreement agreement, Part part) {
        return part.form() == KeyForm.WHOLE
                && KeyForm.OPRF.takes(agreement.field(part.fields().get(0)).kind());
    }

    /**
     * An agreement on these fields, of the safer edition.
     *
     * @throws InvalidAgreement where they are too few or too common to link safely
     */
    public static Agreement agreement(Purpose purpose, List<Field> fields, Bounds bounds) {
        return agreement(Edition.SAFER, purpose, fields, bounds);
    }

    /**
     * An agreement on these fields.
     *
     * @throws InvalidAgreement where they are too few or too common to link safely
     */
    public static Agreement agreement(Edition edition, Purpose purpose, List<Field> fields, Bounds bounds) {
        List<Component> components = components(fields);
        Agreement agreement = new Agreement(
                purpose,
                edition.label(),
                NORMALISER,
                fields,
                Keys2026.of(fields),
                components,
                fields.stream()
                        .filter(f -> !f.kind().isNumber())
                        .map(Levels2026::of)
                        .toList(),
                views(components),
                new BloomShape(1024),
                Chain.of(new Diffusion(components.size() == 1 ? LONE_CODE_BITS : CODE_BITS, edition.taps)),
                new Decide(0.5, 0.25, 0.95, 1, DifferentNumbers.VETO),
                bounds,
                List.of());
        return AgreementFile.parse(AgreementFile.canonical(agreement), "the agreement on these fields");
    }

    /** The finest split whose every view is nearly unique; all in one where none is. */
    private static List<Component> components(List<Field> fields) {
        List<List<Field>> finest = groups(fields);
        if (finest.size() > 2 && safe(finest)) {
            return IntStream.range(0, finest.size())
                    .mapToObj(i -> component(finest.get(i)))
                    .toList();
        }
        List<List<Field>> named = namesTogether(finest);
        if (named.size() > 2 && safe(named)) {
            return named.stream().map(Profile2026::component).toList();
        }
        return List.of(component(finest.stream().flatMap(List::stream).toList()));
    }

    private static List<List<Field>> groups(List<Field> fields) {
        List<List<Field>> groups = new ArrayList<>();
        groups.add(only(fields, FieldKind.FORENAME));
        groups.add(only(fields, FieldKind.SURNAME));
        groups.add(only(fields, FieldKind.BIRTH_DATE, FieldKind.SEX));
        groups.add(fields.stream().filter(Places::isPlace).toList());
        groups.add(fields.stream().filter(f -> isWords(f) && !Places.isPlace(f)).toList());
        groups.removeIf(List::isEmpty);
        return groups;
    }

    private static List<Field> only(List<Field> fields, FieldKind... kinds) {
        List<FieldKind> wanted = List.of(kinds);
        return fields.stream().filter(f -> wanted.contains(f.kind())).toList();
    }

    private static boolean isWords(Field field) {
        return field.kind() == FieldKind.TEXT
                || field.kind() == FieldKind.CODE
                || field.kind() == FieldKind.MIDDLE_NAME;
    }

    private static List<List<Field>> namesTogether(List<List<Field>> groups) {
        List<Field> names = groups.stream()
                .flatMap(List::stream)
                .filter(f -> f.kind() == FieldKind.FORENAME || f.kind() == FieldKind.SURNAME)
                .toList();
        List<List<Field>> together = new ArrayList<>(groups);
        together.removeIf(group -> names.containsAll(group));
        if (!names.isEmpty()) {
            together.add(0, names);
        }
        return together;
    }

    private static boolean safe(List<List<Field>> groups) {
        return groups.stream()
                .allMatch(left -> Telling.nearlyUnique(groups.stream()
                        .filter(group -> group != left)
                        .flatMap(List::stream)
                        .map(Field::kind)));
    }

    private static Component component(List<Field> group) {
        List<Feature> features =
                group.stream().flatMap(f -> features(f).stream()).toList();
        return new Component(componentName(group), features);
    }

    private static String componentName(List<Field> group) {
        boolean forename = group.stream().anyMatch(f -> f.kind() == FieldKind.FORENAME);
        boolean surname = group.stream().anyMatch(f -> f.kind() == FieldKind.SURNAME);
        boolean birth = group.stream().anyMatch(f -> f.kind() == FieldKind.BIRTH_DATE || f.kind() == FieldKind.SEX);
        boolean place = group.stream().anyMatch(Places::isPlace);
        if ((forename || surname) && (birth || place)) {
            return "person";
        }
        if (forename || surname) {
            return forename && surname ? "name" : forename ? "forename" : "surname";
        }
        return birth ? "birth" : place ? "place" : "other";
    }

    private static List<Feature> features(Field field) {
        String name = field.name();
        return switch (field.kind()) {
            case FORENAME, MIDDLE_NAME, SURNAME -> List.of(new Feature(name, Tokens.BIGRAMS, NAME_POSITIONS));
            case BIRTH_DATE -> List.of(new Feature(name, Tokens.DATE_PARTS, BIRTH_POSITIONS));
            case SEX -> List.of(new Feature(name, Tokens.WHOLE, BIRTH_POSITIONS));
            case POSTCODE, CODE -> List.of(new Feature(name, Tokens.BIGRAMS, PLACE_POSITIONS));
            case TEXT ->
                List.of(
                        new Feature(name, Tokens.NUMBERS, PLACE_POSITIONS),
                        new Feature(name, Tokens.LETTERS, WORDS_POSITIONS));
            case NHS_NUMBER, CHI_NUMBER, IDENTIFIER -> List.of();
        };
    }

    private static List<View> views(List<Component> components) {
        List<String> names = components.stream().map(Component::name).toList();
        if (names.size() == 1) {
            return List.of(new View("whole", names));
        }
        return names.stream()
                .map(left -> new View(
                        "without-" + left,
                        names.stream().filter(n -> !n.equals(left)).toList()))
                .toList();
    }
}
