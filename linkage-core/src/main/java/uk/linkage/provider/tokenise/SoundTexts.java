package uk.linkage.provider.tokenise;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.Nysiis;
import org.apache.commons.codec.language.Soundex;
import uk.linkage.agreement.Phonetic.Algorithm;
import uk.linkage.provider.person.PersonName;

/** How the parts of a name sound. The codes are of English letters, so a part with any other has none. */
final class SoundTexts {
    private static final Pattern ENGLISH = Pattern.compile("[A-Z]+");

    private SoundTexts() {}

    static List<String> of(PersonName name, Algorithm algorithm) {
        return name.parts().stream()
                .filter(part -> ENGLISH.matcher(part).matches())
                .map(part -> code(part, algorithm))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static String code(String part, Algorithm algorithm) {
        return switch (algorithm) {
            case SOUNDEX -> new Soundex().encode(part);
            case NYSIIS -> new Nysiis().encode(part);
        };
    }
}
