package uk.linkage.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.bloom.harden.Chain;

/**
 * What was said on the command line of a run: {@code --name number} or {@code --name text}, each name at most once.
 *
 * <p>An agreement comes from {@code --agreement FILE} as it stands, or else is that of the profile with {@code
 * --filter-bits}, {@code --code-bits}, {@code --taps} and {@code --times} (of the positions a token sets) in its place,
 * or with a hardening of the catalogue, {@code --hardening rule-90}. With {@code --catalogue}, which has no value, every
 * variant of it is run. {@code --without PART} does without a part of the engine, by the names of {@link Ablation}.
 */
record Choices(Map<String, String> said) {
    private static final Set<String> NAMES = Set.of(
            "agreement",
            "hardening",
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
            "bits",
            "without",
            "rows",
            "similarity",
            "threshold",
            "kernel",
            "copies",
            "rounds");

    /** Said without a value. */
    private static final Set<String> FLAGS = Set.of("catalogue");

    /** @throws IllegalArgumentException where a name is unknown, given twice or without a value */
    static Choices of(String... arguments) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
            String name = rest.next().replaceFirst("^--", "");
            boolean flag = FLAGS.contains(name);
            boolean known = flag || NAMES.contains(name) && rest.hasNext();
            if (!known || said.put(name, flag ? "" : rest.next()) != null) {
                throw new IllegalArgumentException(
                        "--" + name + " must be one of " + NAMES + ", once, with a value, or of " + FLAGS);
            }
        }
        return new Choices(said);
    }

    boolean has(String flag) {
        return said.containsKey(flag);
    }

    int number(String name, int usual) {
        return text(name).map(Integer::parseInt).orElse(usual);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(said.get(name));
    }

    Agreement agreement(Agreement profile) throws IOException {
        Optional<String> file = text("agreement");
        Agreement numbered = file.isPresent()
                ? AgreementFile.read(Path.of(file.get()))
                : variant(profile).of(profile);
        return text("hardening").map(name -> hardened(numbered, name)).orElse(numbered);
    }

    private static Agreement hardened(Agreement agreement, String name) {
        Map<String, Chain> catalogue = Hardened.catalogue();
        if (!catalogue.containsKey(name)) {
            throw new IllegalArgumentException("--hardening must be one of " + catalogue.keySet());
        }
        return Hardened.of(agreement, catalogue.get(name));
    }

    /** That agreement, under the name {@code ""}, or with {@code --catalogue} those of {@link Catalogue}. */
    Map<String, Agreement> agreements(Agreement profile) throws IOException {
        Agreement agreement = Ablation.of(this).of(agreement(profile));
        return has("catalogue") ? Catalogue.of(agreement) : Map.of("", agreement);
    }

    private Variant variant(Agreement profile) {
        return new Variant(
                number("filter-bits", profile.filter().bits()),
                number("code-bits", Hardened.diffusion(profile).outputBits()),
                number("taps", Hardened.diffusion(profile).taps()),
                text("times").map(Double::parseDouble).orElse(1.0));
    }
}
