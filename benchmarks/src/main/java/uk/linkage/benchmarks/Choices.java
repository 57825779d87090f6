package uk.linkage.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;

/**
 * What was said on the command line of a run: {@code --name number} or {@code --name text}, each name at most once.
 *
 * <p>An agreement comes from {@code --agreement FILE} as it stands, or else is that of the profile with {@code
 * --filter-bits}, {@code --code-bits}, {@code --taps} and {@code --times} (of the positions a token sets) in its place.
 */
record Choices(Map<String, String> said) {
    private static final Set<String> NAMES = Set.of(
            "agreement",
            "filter-bits",
            "code-bits",
            "taps",
            "times",
            "people",
            "seed",
            "sets",
            "known",
            "candidates",
            "targets",
            "sights",
            "learners",
            "bits");

    /** @throws IllegalArgumentException where a name is unknown, given twice or without a value */
    static Choices of(String... arguments) {
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!NAMES.contains(name) || i + 1 == arguments.length || said.put(name, arguments[i + 1]) != null) {
                throw new IllegalArgumentException(arguments[i] + " must be one of " + NAMES + ", once, with a value");
            }
        }
        return new Choices(said);
    }

    int number(String name, int usual) {
        return text(name).map(Integer::parseInt).orElse(usual);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(said.get(name));
    }

    Agreement agreement(Agreement profile) throws IOException {
        Optional<String> file = text("agreement");
        return file.isPresent()
                ? AgreementFile.read(Path.of(file.get()))
                : variant(profile).of(profile);
    }

    private Variant variant(Agreement profile) {
        return new Variant(
                number("filter-bits", profile.filter().bits()),
                number("code-bits", profile.diffusion().outputBits()),
                number("taps", profile.diffusion().taps()),
                text("times").map(Double::parseDouble).orElse(1.0));
    }
}
