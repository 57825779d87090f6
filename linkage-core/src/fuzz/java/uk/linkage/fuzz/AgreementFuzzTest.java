package uk.linkage.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.InvalidAgreement;

/** Any bytes are an agreement, or are refused as none; one that is read is written and read again as itself. */
class AgreementFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void agreement(byte[] bytes) {
        try {
            Agreement agreement = AgreementFile.parse(bytes, "fuzz");
            byte[] canonical = AgreementFile.canonical(agreement);
            if (!Arrays.equals(AgreementFile.canonical(AgreementFile.parse(canonical, "again")), canonical)) {
                throw new IllegalStateException("an agreement is not what it was");
            }
        } catch (InvalidAgreement refused) {
            return;
        }
    }
}
