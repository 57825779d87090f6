package uk.linkage.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.CodeHierarchy;
import uk.linkage.agreement.DateNeighbourhood;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Grams;
import uk.linkage.agreement.MarkovBigrams;
import uk.linkage.agreement.Phonetic;
import uk.linkage.agreement.PlainTokens;
import uk.linkage.agreement.Tokens;

/**
 * Agreements that differ from a given one in a single choice of encoding each, to hold against it.
 *
 * <p>Positions are chosen so that the commonest slip (a letter changed, a day mistyped) moves about as many filter bits
 * as it does in the profile: the bounds of its comparison levels, which are filter bits, then mean what they did.
 *
 * <pre>{@code
 * Catalogue.of(profile).forEach((name, agreement) -> measure(name, agreement));
 * }</pre>
 */
final class Catalogue {
    private static final List<FieldKind> NAMES = List.of(FieldKind.FORENAME, FieldKind.MIDDLE_NAME, FieldKind.SURNAME);

    private final Agreement profile;
    private final Map<String, Agreement> variants = new LinkedHashMap<>();

    private Catalogue(Agreement profile) {
        this.profile = profile;
    }

    /** The profile's own agreement first; variants whose fields it lacks are left out. */
    static Map<String, Agreement> of(Agreement profile) throws IOException {
        Catalogue catalogue = new Catalogue(profile);
        catalogue.add("as it is", change -> {});
        catalogue.names();
        catalogue.dates();
        catalogue.places();
        catalogue.add("bits per feature", Change::perFeature);
        catalogue.add("salt: year of birth", Change::salted);
        catalogue.add("one code for the whole record", Change::together);
        return catalogue.variants;
    }

    private void names() throws IOException {
        add("names: unpadded bigrams", c -> c.swap(NAMES, new Grams(2, false, false, 0), 8));
        add("names: trigrams", c -> c.swap(NAMES, new Grams(3, true, false, 0), 5));
        add("names: positional bigrams", c -> c.swap(NAMES, new Grams(2, true, true, 0), 8));
        add("names: bigrams and skipped", c -> c.swap(NAMES, new Grams(2, true, false, 1), 4));
        add("names: bigrams and Soundex", c -> c.beside(NAMES, new Phonetic(Phonetic.Algorithm.SOUNDEX), 8));
        add("names: bigrams and NYSIIS", c -> c.beside(NAMES, new Phonetic(Phonetic.Algorithm.NYSIIS), 8));
        add("forename: bigrams and full name", c -> c.beside(List.of(FieldKind.FORENAME), PlainTokens.NICKNAME, 8));
        add("names: Markov chain of 1", c -> c.swap(NAMES, new MarkovBigrams(1), 4));
    }

    private void dates() throws IOException {
        List<FieldKind> births = List.of(FieldKind.BIRTH_DATE);
        add("birth: days around", c -> c.swap(births, new DateNeighbourhood(3), 4));
        add("birth: whole date", c -> c.swap(births, Tokens.WHOLE, 24));
    }

    private void places() throws IOException {
        add("postcode: parts", c -> c.swap(List.of(FieldKind.POSTCODE), PlainTokens.POSTCODE_PARTS, 12));
        add("code: beginnings", c -> c.swap(List.of(FieldKind.CODE), new CodeHierarchy(List.of(1, 2, 3)), 8));
    }

    private void add(String name, Alteration alteration) throws IOException {
        byte[] canonical = AgreementFile.canonical(profile);
        ObjectNode json = (ObjectNode) CanonicalJson.parse(canonical);
        alteration.make(new Change(profile, json));
        Agreement variant = AgreementFile.parse(CanonicalJson.bytes(json), name);
        if (variants.isEmpty() || !variant.equals(profile)) {
            variants.put(name, variant);
        }
    }

    /** What is altered. */
    private interface Alteration {
        void make(Change change) throws IOException;
    }
}
