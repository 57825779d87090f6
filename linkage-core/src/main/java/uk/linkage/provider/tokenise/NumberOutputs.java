package uk.linkage.provider.tokenise;

import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.FieldKind;
import uk.linkage.secret.SecretFault;

/**
 * What an oblivious pseudorandom function gave for the person numbers of this provider, as match keys of the form
 * {@code oprf} take it.
 */
public interface NumberOutputs {
    /** The output for a number in its normal form, as hexadecimal digits; none where nobody asked for it. */
    Optional<String> of(FieldKind kind, String number);

    /**
     * Lets an agreement pass that asks for no outputs, or for which there are some.
     *
     * @throws SecretFault where there are none
     */
    static void require(Agreement agreement, Optional<NumberOutputs> outputs) {
        if (outputs.isEmpty() && !agreement.oprfFields().isEmpty()) {
            throw new SecretFault("the agreement takes "
                    + agreement.oprfFields().get(0).name()
                    + " by oprf, and there is no table of outputs for this provider's numbers: linkage oprf makes it");
        }
    }

    /** What tells the outputs of one key of the function from those of another, as hexadecimal digits. */
    String keyName();
}
