package uk.linkage.provider.person;

import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.language.Soundex;
import uk.linkage.provider.person.Reading.Missing;
import uk.linkage.provider.person.Reading.Present;

/**
 * A forename or surname field, reduced to the parts that people who type the same name agree on.
 *
 * <p>Promises at least one part; that a part of a name in Latin letters is A-Z alone; and that no name is lost
 * on the way: letters of other scripts are kept as {@link Folding} says.
 *
 * <pre>{@code
 * PersonName.parseSurname("Mrs O’Brien-van der Łoś").get().parts();   // [OBRIEN, VANDERLOS]
 * PersonName.parseForename("Bill").get().canonical();                 // WILLIAM
 * PersonName.readForename("Baby girl");                               // Missing[why=placeholder]
 * }</pre>
 *
 * <p>The rules, in order: fold; strip titles, as long as something remains, for LORD and COUNT alone are
 * surnames; what {@link NamePlaceholders} knows is missing; an apostrophe closes up, a hyphen or space parts,
 * digits go; in a surname a particle (DE, VAN, MC, O) joins the part after it. Everything a name gives out,
 * an initial or a phonetic code too, is as secret as the name.
 *
 * <p>Source: name cleaning of NHS England's linkage pipeline and of the ONS Census to Census Coverage Survey
 * match; Soundex as patented by Russell and used by UKHSA.
 */
public final class PersonName extends PersonValue {
    private static final Soundex SOUNDEX = new Soundex();

    private String canonical;
    private Optional<String> phonetic;

    private PersonName(List<String> parts) {
        super(String.join(" ", parts));
    }

    /** Reads a cell of forenames: the name, or missing. */
    public static Reading<PersonName> readForename(String text) {
        return read(text, NameKind.FORENAME);
    }

    /** Reads a cell of surnames: the name, or missing. */
    public static Reading<PersonName> readSurname(String text) {
        return read(text, NameKind.SURNAME);
    }

    /** The forenames, if there are any. */
    public static Optional<PersonName> parseForename(String text) {
        return readForename(text).value();
    }

    /** The surnames, if there are any. */
    public static Optional<PersonName> parseSurname(String text) {
        return readSurname(text).value();
    }

    /** The parts in the order written. */
    public List<String> parts() {
        return List.of(reveal().split(" "));
    }

    /** All parts without spaces. */
    public String joined() {
        return reveal().replace(" ", "");
    }

    /** The first part. */
    public String first() {
        return parts().get(0);
    }

    /** The first letter. */
    public String initial() {
        return Character.toString(reveal().codePointAt(0));
    }

    /** All letters in their order in the alphabet, which survives parts in another order and swapped letters. */
    public String sortedLetters() {
        int[] sorted = joined().codePoints().sorted().toArray();
        return new String(sorted, 0, sorted.length);
    }

    /** The first part, or the full name that it is short for; see {@link Nicknames}. Worked out once. */
    public String canonical() {
        if (canonical == null) {
            canonical = Nicknames.canonical(first());
        }
        return canonical;
    }

    /** The Soundex code of all parts joined; none for a name with letters outside A-Z. Worked out once. */
    public Optional<String> phonetic() {
        if (phonetic == null) {
            String name = joined();
            phonetic = isLatin(name) ? Optional.of(SOUNDEX.encode(name)) : Optional.empty();
        }
        return phonetic;
    }

    private static boolean isLatin(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < 'A' || name.charAt(i) > 'Z') return false;
        }
        return true;
    }

    /** This name and then the other, as one: a full name to join or to sort. */
    public PersonName followedBy(PersonName other) {
        return new PersonName(List.of(reveal(), other.reveal()));
    }

    private static Reading<PersonName> read(String text, NameKind kind) {
        Cell cell = Cell.of(text);
        if (cell.isEmpty()) return new Missing<>(Missing.EMPTY);
        String untitled = NameTitles.stripped(cell.folded());
        if (NamePlaceholders.include(untitled, kind)) return new Missing<>(Missing.PLACEHOLDER);
        return new Present<>(new PersonName(NameParts.of(untitled, kind)));
    }
}
