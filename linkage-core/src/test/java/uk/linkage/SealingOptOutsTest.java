package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Provider.Sealing;
import uk.linkage.agreement.OptOutExemption;
import uk.linkage.exchange.OptOutEvidence;
import uk.linkage.exchange.SealedCounts;
import uk.linkage.exchange.SealedReader;
import uk.linkage.provider.extract.BelyingExtract;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.NationalAnswer;
import uk.linkage.provider.extract.OptOutCounts;
import uk.linkage.provider.extract.OptOutFault;
import uk.linkage.provider.extract.OptOuts;

/** A provider that seals honours opt-outs, and the sealed file says how. */
class SealingOptOutsTest {
    private static final String CSV = SealedTables.HEADER + """

            A,9990000018,Ann,Hill,F,1980-12-31,LS1 4AP
            B,9990000026,Bob,Wood,M,1970-11-30,LS2 4AP
            C,,Cat,Field,F,1960-10-29,LS3 4AP
            D,9990000042,Dan,Brook,M,1950-09-28,LS4 4AP
            """;

    @TempDir
    private Path folder;

    @Test
    void onlyPeopleWhoAreClearedOrCannotBeCheckedAreSealed() throws IOException {
        Sealing sealing = seal(OptOuts.cleaned(answer()));
        assertThat(sealing.counts()).isEqualTo(new SealedCounts(4, 2, 0, 2, 0));
        assertThat(sealing.optOuts()).isEqualTo(new OptOutCounts(1, 1, 0, 0, 1));
        SealedReader sealed = SealedReader.open(target());
        assertThat(sealed.header().optOuts())
                .contains(new OptOutEvidence(new OptOutEvidence.Cleaned(2, 1), false, false));
        List<String> ids = new ArrayList<>();
        sealed.forEach(record -> ids.add(record.localId()));
        assertThat(ids).containsExactly("A", "C");
    }

    @Test
    void withoutAnswerOrReasonThereIsNoFile() {
        assertRefused(OptOuts.asAgreed(), "was not applied");
    }

    @Test
    void aReasonThatTheExtractBeliesLeavesNoFile() {
        assertRefused(
                BelyingExtract.forWhich(OptOuts.exempt(OptOutExemption.TEST_DATA)),
                "line 2: holds an NHS Number that may be a person's");
    }

    @Test
    void aReasonOfTheProvidersOwnTravelsWithTheFile() throws IOException {
        seal(OptOuts.exempt("Approved, reference 1"));
        assertThat(SealedReader.open(target()).header().optOuts())
                .contains(new OptOutEvidence(new OptOutEvidence.Exempt("Approved, reference 1"), false, false));
    }

    private void assertRefused(OptOuts optOuts, String rule) {
        assertThatThrownBy(() -> seal(optOuts)).isInstanceOf(OptOutFault.class).hasMessageContaining(rule);
        assertThat(folder).isEmptyDirectory();
    }

    private Sealing seal(OptOuts optOuts) throws IOException {
        ExtractSource extract = ExtractSource.of("x.csv", CSV.getBytes(StandardCharsets.UTF_8));
        return new Provider("hospital", SealedTables.agreement(), SealedTables.secret(1))
                .seal(extract, Map.of(), optOuts, true, target());
    }

    private Path target() {
        return folder.resolve("hospital.sealed");
    }

    private NationalAnswer answer() throws IOException {
        return NationalAnswer.read(
                Files.writeString(folder.resolve("check.dat"), "9990000018,\n9990000026,\n"),
                Files.writeString(folder.resolve("cleaned.dat"), "9990000018,\r\n"));
    }
}
