package uk.linkage.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.IdentityFile;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.secret.SecretFault;

/** Any bytes are a secret, an identity or a card, or are refused as none. */
class KeyFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void secret(byte[] bytes) {
        try {
            SecretFile.parse(bytes, "fuzz");
        } catch (SecretFault refused) {
            return;
        }
    }

    @FuzzTest(maxDuration = "1m")
    void identity(byte[] bytes) throws IOException {
        try {
            IdentityFile.read(Bytes.in(bytes), () -> {
                throw new SecretFault("no passphrase");
            });
        } catch (SecretFault refused) {
            return;
        }
    }

    @FuzzTest(maxDuration = "1m")
    void card(byte[] bytes) {
        try {
            IdentityCard.parse(bytes, "fuzz");
        } catch (IdentityFault refused) {
            return;
        }
    }
}
