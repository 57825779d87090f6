package uk.linkage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;

class SealedWriterTest {
    private final Agreement agreement = Vectors.agreement();
    private final SealedHeader header =
            new SealedHeader("acute-trust", agreement, agreement.normaliser(), "0123456789abcdef", true);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLeftWhereWritingStopsBeforeItsEnd() throws IOException {
        try (SealedWriter sealed = SealedWriter.create(folder.resolve("acute.sealed"), header)) {
            SealedBytes.records(5, 6).forEach(sealed::write);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatWasThereBeforeStaysWhereWritingStops() throws IOException {
        Path target = Files.writeString(folder.resolve("acute.sealed"), "before");
        try (SealedWriter sealed = SealedWriter.create(target, header)) {
            SealedBytes.records(5, 7).forEach(sealed::write);
        }
        assertThat(target).hasContent("before");
    }

    @Test
    void theTargetIsNotThereBeforeTheEnd() throws IOException {
        Path target = folder.resolve("acute.sealed");
        try (SealedWriter sealed = SealedWriter.create(target, header)) {
            SealedBytes.records(5, 8).forEach(sealed::write);
            assertThat(target).doesNotExist();
            sealed.finish(new SealedCounts(5, 0, 0, 5, 0));
        }
        assertThat(folder).isDirectoryContaining(target::equals);
        assertThat(SealedBytes.read(SealedReader.open(target))).hasSize(5);
    }

    @Test
    void countsThatDoNotTellWhatWasWrittenAreRefusedAndLeaveNothing() throws IOException {
        assertThatThrownBy(() -> {
                    try (SealedWriter sealed = SealedWriter.create(folder.resolve("acute.sealed"), header)) {
                        SealedBytes.records(5, 9).forEach(sealed::write);
                        sealed.finish(new SealedCounts(4, 0, 0, 4, 0));
                    }
                })
                .hasMessage("counts tell 4 records, 5 were written");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void countsAddUpOrAreNone() {
        for (SealedCountsOf wrong : List.<SealedCountsOf>of(
                () -> new SealedCounts(4, 1, 1, 1, 0),
                () -> new SealedCounts(0, -1, 0, 1, 0),
                () -> new SealedCounts(0, 0, 0, 0, -1),
                () -> new SealedCounts(-2, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0))) {
            assertThatThrownBy(wrong::make).hasMessage("counts do not add up");
        }
    }

    @Test
    void aRecordOfAnotherAgreementIsNotWritten() throws IOException {
        EncodedRecord good = SealedBytes.random(new Random(1), "a");
        List<EncodedRecord> wrong = List.of(
                new EncodedRecord("a", 0, good.keys().subList(1, 5), good.codes()),
                new EncodedRecord("a", 0, good.keys(), good.codes().subList(1, 4)),
                new EncodedRecord(
                        "a",
                        0,
                        good.keys(),
                        List.of(
                                SealedBytes.code(64),
                                SealedBytes.code(64),
                                SealedBytes.code(64),
                                SealedBytes.code(64))),
                new EncodedRecord("a", 1 << 7, good.keys(), good.codes()));
        try (SealedWriter sealed = SealedWriter.create(folder.resolve("acute.sealed"), header)) {
            wrong.forEach(record -> assertThatThrownBy(() -> sealed.write(record))
                    .hasMessage("a record of another agreement cannot be written to this file"));
        }
    }

    @Test
    void recordsOfAnotherAgreementAreNotWritten() throws IOException {
        SealedRecords others = new SealedRecords(Vectors.agreement("agreement-catalogue.json"));
        try (SealedWriter sealed = SealedWriter.create(folder.resolve("acute.sealed"), header)) {
            assertThatThrownBy(() -> sealed.write(others))
                    .hasMessage("a record of another agreement cannot be written to this file");
        }
        assertThat(others).hasToString("SealedRecords[0]");
    }

    @Test
    void aLocalIdHasOneToTwoHundredBytesAndIsNotQuoted() throws IOException {
        try (SealedWriter sealed = SealedWriter.create(folder.resolve("acute.sealed"), header)) {
            assertThatThrownBy(() -> sealed.write(SealedBytes.random(new Random(1), "é".repeat(101))))
                    .hasMessage("local id (202 bytes) must have 1 to 200 bytes");
            assertThatThrownBy(() -> sealed.write(SealedBytes.random(new Random(1), "")))
                    .hasMessage("local id (0 bytes) must have 1 to 200 bytes");
            sealed.write(SealedBytes.random(new Random(1), "é".repeat(100)));
            sealed.finish(new SealedCounts(1, 0, 0, 1, 0));
        }
        assertThat(SealedBytes.read(SealedReader.open(folder.resolve("acute.sealed"))))
                .hasSize(1);
    }

    @Test
    void aProviderIsNamedInLowerCase() {
        assertThatThrownBy(() -> new SealedHeader("Acute", agreement, "2026.1", "0123456789abcdef", true))
                .hasMessageStartingWith("provider must be 1 to 40 lower-case letters");
    }

    @Test
    void nothingPrintsItsContent() {
        EncodedRecord record = SealedBytes.random(new Random(1), "H-0012");
        assertThat(record).hasToString("EncodedRecord[…]");
        assertThat(new KeyToken(1, 2)).hasToString("KeyToken[…]");
    }

    private interface SealedCountsOf {
        SealedCounts make();
    }
}
