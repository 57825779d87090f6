package uk.linkage.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.Fingerprint;

/**
 * Whether sealed files may be linked with each other: one agreement, one normaliser, one secret, each provider once, and
 * each with word of how opt-outs were honoured.
 * What differs is told so that a person can put it right.
 */
public final class Compatibility {
    private static final int MOST_TOLD = 10;

    private final List<String> differences = new ArrayList<>();

    private Compatibility() {}

    /**
     * Lets compatible files pass.
     *
     * @throws IncompatibleFiles with every difference from the first file
     */
    public static void require(List<SealedReader> files) {
        Compatibility compatibility = new Compatibility();
        files.stream().skip(1).forEach(file -> compatibility.compare(files.get(0), file));
        compatibility.distinctProviders(files);
        compatibility.optOutsHonoured(files);
        if (!compatibility.differences.isEmpty()) {
            throw new IncompatibleFiles(compatibility.differences);
        }
    }

    private void compare(SealedReader first, SealedReader other) {
        SealedHeader a = first.header();
        SealedHeader b = other.header();
        String both = first.name() + " and " + other.name();
        agreements(a, b, both);
        if (!a.normaliser().equals(b.normaliser())) {
            differences.add(both + " were normalised by different rules: " + a.normaliser() + " and " + b.normaliser());
        }
        if (!a.keyCheck().equals(b.keyCheck())) {
            differences.add(both + " were sealed under different secrets: check values " + a.keyCheck() + " and "
                    + b.keyCheck());
        }
    }

    private void agreements(SealedHeader a, SealedHeader b, String both) {
        if (Fingerprint.of(a.agreement()).equals(Fingerprint.of(b.agreement()))) {
            return;
        }
        List<String> entries = AgreementFile.differences(a.agreement(), b.agreement());
        String told = String.join(", ", entries.subList(0, Math.min(MOST_TOLD, entries.size())));
        String more = entries.size() > MOST_TOLD ? " and " + (entries.size() - MOST_TOLD) + " more" : "";
        differences.add(both + " were sealed under different agreements: " + told + more);
    }

    private void distinctProviders(List<SealedReader> files) {
        Set<String> seen = new HashSet<>();
        for (SealedReader file : files) {
            String provider = file.header().provider();
            if (!seen.add(provider)) {
                differences.add("two files are of the provider " + provider);
            }
        }
    }

    private void optOutsHonoured(List<SealedReader> files) {
        files.stream()
                .filter(file -> file.header().optOuts().isEmpty())
                .forEach(file -> differences.add(file.name() + " does not say how opt-outs were honoured"));
    }
}
