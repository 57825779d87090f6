package uk.linkage.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an agreement can say that is workable but known to be unsafe or unreliable. Each is refused unless the parties
 * accept it with a reason, and stands in every run's record where they do.
 */
public enum Risk {
    /** Fewer than 8 taps: graph matching re-identified 87 to 99 % through 4 or fewer (Schaefer et al., ACSAC 2024). */
    FEW_TAPS("few-taps", "take 8 taps or more"),
    /**
     * Codes shorter than 512 bits: at 256, codes of two strangers agree in a random share with a deviation of 3 %, so that
     * among many millions of pairs strangers come near, and people are linked to others' records.
     */
    FEW_CODE_BITS("few-code-bits", "take 512 bits or more"),
    /** Plain filters: graph matching re-identified nearly everyone (Schaefer et al., ACSAC 2024), without a key. */
    UNHARDENED("unhardened", "add a diffusion"),
    /**
     * A view of one name: equal codes show how common the name is, and the commonest are read off at once, whatever the
     * hardening (Niedermeyer et al., Journal of Privacy and Confidentiality 2014, on counting whole names).
     */
    SINGLE_NAME_VIEW("single-name-view", "cover more fields"),
    /** A view that many people share: its frequency gives it away, and it parts the population for other attacks. */
    COMMON_VIEW("common-view", "cover more fields"),
    /** A match key that many people share: the same, and with equal tokens in plain sight. */
    COMMON_KEY("common-key", "take more fields into it"),
    /**
     * A match key of a place that does not tell apart who shares the place: the hub sees who lives with whom, and a list of the
     * population named one in five by it ({@code docs/threats.md}).
     */
    HOUSEHOLD_KEY("household-key", "take more of the name and birth into it"),
    /**
     * A filter with more than {@value RiskCheck#CROWDED} of its bits set: features set the same bits, so that distances of
     * components no longer add up and links become unreliable.
     */
    CROWDED_FILTER("crowded-filter", "take fewer positions or more filter bits"),
    /** Balancing, folds, Rule 90, permutations or flips alone: graph matching gets through each (Schaefer et al.). */
    BROKEN_HARDENING_ONLY("broken-hardening-only", "add a diffusion"),
    /**
     * A salt of a field that errs or changes: the records of a person whose salt differs have nothing in common
     * (Niedermeyer et al. 2014; a date of birth is the field that errs least).
     */
    UNSTABLE_SALT("unstable-salt", "salt with the birth date or its year");

    private final String label;
    private final String cure;

    Risk(String label, String cure) {
        this.label = label;
        this.cure = cure;
    }

    /** The name in the agreement file. */
    public String label() {
        return label;
    }

    /** What to do instead of accepting it. */
    String cure() {
        return cure;
    }

    /** The risk of that name. */
    public static Optional<Risk> ofLabel(String label) {
        return Arrays.stream(values()).filter(r -> r.label.equals(label)).findFirst();
    }

    /** All names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(Risk::label).collect(Collectors.joining(", "));
    }
}
