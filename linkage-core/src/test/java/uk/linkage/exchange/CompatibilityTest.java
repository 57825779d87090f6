package uk.linkage.exchange;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;

class CompatibilityTest {
    private static final String CHECK = "0123456789abcdef";

    private final Agreement agreement = Vectors.agreement();

    @TempDir
    private Path folder;

    @Test
    void filesOfOneAgreementNormaliserAndSecretMayBeLinked() throws IOException {
        List<SealedReader> files = List.of(
                sealed("acute", agreement, "2026.1", CHECK),
                sealed("council", Vectors.agreement("agreement-other-layout.json"), "2026.1", CHECK),
                sealed("gp", agreement, "2026.1", CHECK));
        assertThatNoException().isThrownBy(() -> Compatibility.require(files));
    }

    @Test
    void anotherAgreementIsRefusedWithWhatDiffers() throws IOException {
        ObjectNode other = Vectors.agreementJson().put("project", "another");
        ((ObjectNode) other.at("/encoding/hardening/0")).put("taps", 9);
        assertRefused(
                List.of(
                        sealed("acute", agreement, "2026.1", CHECK),
                        sealed("gp", Vectors.agreement(other), "2026.1", CHECK)),
                "acute.sealed and gp.sealed were sealed under different agreements: encoding.hardening[0].taps: 8 against 9,"
                        + " project: vectors against another");
    }

    @Test
    void ofManyDifferencesTenAreTold() throws IOException {
        ObjectNode other = Vectors.agreementJson().put("project", "another").put("purpose", "another");
        for (int i = 0; i < 4; i++) {
            ((ObjectNode) other.at("/comparisons/" + i + "/levels/0")).put("name", "first");
            ((ObjectNode) other.at("/comparisons/" + i + "/levels/1")).put("name", "second");
            ((ObjectNode) other.at("/components/" + i + "/features/0")).put("positions", 9);
        }
        List<SealedReader> files = List.of(
                sealed("acute", agreement, "2026.1", CHECK), sealed("gp", Vectors.agreement(other), "2026.1", CHECK));
        assertThatThrownBy(() -> Compatibility.require(files))
                .isInstanceOf(IncompatibleFiles.class)
                .hasMessageEndingWith("components[1].features[0].positions: 4 against 9 and 4 more");
    }

    @Test
    void anotherSecretIsRefusedByItsCheckValue() throws IOException {
        assertRefused(
                List.of(
                        sealed("acute", agreement, "2026.1", CHECK),
                        sealed("gp", agreement, "2026.1", "fedcba9876543210")),
                "acute.sealed and gp.sealed were sealed under different secrets: check values 0123456789abcdef and"
                        + " fedcba9876543210");
    }

    @Test
    void anotherNormaliserIsRefused() throws IOException {
        assertRefused(
                List.of(sealed("acute", agreement, "2026.1", CHECK), sealed("gp", agreement, "2026.2", CHECK)),
                "acute.sealed and gp.sealed were normalised by different rules: 2026.1 and 2026.2");
    }

    @Test
    void aProviderComesOnce() throws IOException {
        SealedReader acute = sealed("acute", agreement, "2026.1", CHECK);
        assertRefused(List.of(acute, acute), "two files are of the provider acute");
    }

    @Test
    void everyDifferenceFromTheFirstFileIsTold() throws IOException {
        List<SealedReader> files = List.of(
                sealed("acute", agreement, "2026.1", CHECK),
                sealed("council", agreement, "2026.2", CHECK),
                sealed("gp", agreement, "2026.1", "fedcba9876543210"));
        assertRefused(
                files,
                "acute.sealed and council.sealed were normalised by different rules: 2026.1 and 2026.2; acute.sealed"
                        + " and gp.sealed were sealed under different secrets: check values 0123456789abcdef and"
                        + " fedcba9876543210");
    }

    private static void assertRefused(List<SealedReader> files, String message) {
        assertThatThrownBy(() -> Compatibility.require(files))
                .isInstanceOf(IncompatibleFiles.class)
                .hasMessage(message);
    }

    @Test
    void aFileThatDoesNotSayHowOptOutsWereHonouredIsRefused() throws IOException {
        SealedReader silent = sealed(new SealedHeader("gp", agreement, "2026.1", CHECK, true));
        assertRefused(
                List.of(sealed("acute", agreement, "2026.1", CHECK), silent),
                "gp.sealed does not say how opt-outs were honoured");
        assertRefused(List.of(silent), "gp.sealed does not say how opt-outs were honoured");
    }

    private SealedReader sealed(String provider, Agreement under, String normaliser, String check) throws IOException {
        OptOutEvidence evidence = new OptOutEvidence(new OptOutEvidence.Cleaned(20, 19), true, false);
        return sealed(new SealedHeader(provider, under, normaliser, check, true, Optional.of(evidence)));
    }

    private SealedReader sealed(SealedHeader header) throws IOException {
        Path target = folder.resolve(header.provider() + ".sealed");
        try (SealedWriter sealed = SealedWriter.create(target, header)) {
            sealed.finish(new SealedCounts(0, 0, 0, 0, 0));
        }
        return SealedReader.open(target);
    }
}
