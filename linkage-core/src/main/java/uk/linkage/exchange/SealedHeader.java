package uk.linkage.exchange;

import java.util.Optional;
import uk.linkage.agreement.Agreement;

/**
 * Who sealed a file, under which agreement and which secret. Holds no person.
 *
 * @param provider the provider's name: lower-case letters, digits, '_' and '-', at most 40
 * @param agreement the whole agreement, so that the file explains itself
 * @param normaliser the normalisation rules in force when it was sealed
 * @param keyCheck check value of the linkage secret, 16 hexadecimal digits
 * @param deduplicated whether the provider holds at most one record of a person
 * @param optOuts how opt-outs were honoured; a file that does not say is not linked
 */
public record SealedHeader(
        String provider,
        Agreement agreement,
        String normaliser,
        String keyCheck,
        boolean deduplicated,
        Optional<OptOutEvidence> optOuts) {

    /** One that does not say how opt-outs were honoured. */
    public SealedHeader(
            String provider, Agreement agreement, String normaliser, String keyCheck, boolean deduplicated) {
        this(provider, agreement, normaliser, keyCheck, deduplicated, Optional.empty());
    }

    /** Whether a name may be a provider's. */
    public static boolean isProviderName(String name) {
        return name.matches("[a-z0-9][a-z0-9_-]{0,39}");
    }

    /** @throws IllegalArgumentException where the provider's name is not one */
    public SealedHeader {
        if (!isProviderName(provider)) {
            throw new IllegalArgumentException(
                    "provider must be 1 to 40 lower-case letters, digits, '_' or '-', beginning with a letter or digit");
        }
    }
}
