package uk.linkage.provider.person;

import java.util.Map;
import java.util.Optional;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;
import uk.linkage.provider.person.Reading.Present;

/**
 * A full UK postcode, upper case and without spaces.
 *
 * <p>Promises the written shape of a postcode, not that it exists: new ones are made every month.
 *
 * <pre>{@code
 * Postcode home = Postcode.parse("so14 1aa").get();
 * home.district();              // SO14
 * Postcode.read("ZZ99 3VZ");    // Missing[why=no fixed abode]
 * }</pre>
 *
 * <p>O and 0, I and 1 are put right where the place in the postcode decides which it must be: it begins with a
 * letter; the unit is two letters after a digit; the last place before the unit is never the letter I or O; no
 * area has I for its second letter, and no district number begins with 0. The pseudo-postcodes ZZ99 are
 * missing, each with its own label, for they are not missing at random.
 *
 * <p>Source: NHS Data Dictionary, POSTCODE (shape), and its ZZ99 codes (pseudo-postcodes).
 */
public final class Postcode extends PersonValue {
    private static final String PSEUDO_DISTRICT = "ZZ99";
    private static final String NO_FIXED_ABODE = "no fixed abode";
    private static final Map<String, String> PSEUDO = Map.of(
            "3VZ", NO_FIXED_ABODE,
            "3WZ", "not known",
            "3CZ", "somewhere in England or the UK",
            "1WZ", "somewhere in Scotland",
            "2WZ", "somewhere in Northern Ireland",
            "3GZ", "somewhere in Wales");

    private Postcode(String compact) {
        super(compact);
    }

    /** Reads a cell: the postcode, missing (a pseudo-postcode by its own label), or that it is none. */
    public static Reading<Postcode> read(String text) {
        return Cell.of(text).read(Postcode::check);
    }

    /** The postcode, if the text is one. */
    public static Optional<Postcode> parse(String text) {
        return read(text).value();
    }

    /** The letters it begins with, such as SO. */
    public String area() {
        String district = district();
        return district.substring(0, Character.isLetter(district.charAt(1)) ? 2 : 1);
    }

    /** The outward part, such as SO14. */
    public String district() {
        return reveal().substring(0, reveal().length() - 3);
    }

    /** The district and the digit after it, such as SO141. */
    public String sector() {
        return reveal().substring(0, reveal().length() - 2);
    }

    private static Reading<Postcode> check(Cell cell) {
        String compact = cell.folded().replace(" ", "").replace("-", "");
        if (compact.equals("NFA") || compact.equals("NOFIXEDABODE")) return new Missing<>(NO_FIXED_ABODE);
        String repaired = PostcodeSlots.repaired(compact);
        if (!PostcodeSlots.fit(repaired)) return new Faulty<>("is not a UK postcode");
        return repaired.startsWith(PSEUDO_DISTRICT) ? pseudo(repaired) : new Present<>(new Postcode(repaired));
    }

    private static Reading<Postcode> pseudo(String postcode) {
        String unit = postcode.substring(PSEUDO_DISTRICT.length());
        return new Missing<>(PSEUDO.getOrDefault(unit, "another country"));
    }
}
