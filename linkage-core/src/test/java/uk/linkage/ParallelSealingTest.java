package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.SealedCounts;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.exchange.SealedReader;
import uk.linkage.exchange.SealedTrust;
import uk.linkage.exchange.SealedWriter;
import uk.linkage.identity.Identity;
import uk.linkage.provider.encode.RecordEncoder;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.FaultList;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.PersonList;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.extract.RowGate;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.tokenise.Tokeniser;

/** Any number of threads seals the file that one row after another would, and tells the same of it. */
class ParallelSealingTest {
    private static final String HEADER = "local_id,nhs_number,forename,surname,sex,birth_date,postcode\n";

    private final Agreement agreement = SealedTables.agreement();

    @TempDir
    private Path folder;

    @Test
    void theFilesAreThoseOfOneRowAfterAnother() throws IOException {
        OptOuts optOuts = OptOuts.exempt("invented people")
                .without(PersonList.read(Files.writeString(folder.resolve("out.txt"), "L7\nL300\nL511\nL512\n")));
        for (int rows : new int[] {1, 255, 256, 257, 2000}) {
            ExtractSource extract = extract(rows);
            SealedCounts counts = plain(extract, optOuts);
            for (int threads : new int[] {1, 2, 5}) {
                Provider.Sealing sealing = provider(threads).seal(extract, Map.of(), optOuts, true, sealed());
                assertThat(sealing.counts()).isEqualTo(counts);
                same("plain.sealed", "a.sealed", rows, threads);
                same("plain.faults.csv", "a.sealed.faults.csv", rows, threads);
            }
        }
    }

    @Test
    void aProtectedFileHoldsTheSameRecordsWhateverTheNumberOfThreads() throws IOException {
        ExtractSource extract = extract(700);
        SealedCounts counts = plain(extract, OptOuts.exempt("test data"));
        List<EncodedRecord> records = records(SealedReader.open(folder.resolve("plain.sealed")));
        Identity hub = Identity.random("hub");
        Identity own = Identity.random("a");
        SealedTrust trust = new SealedTrust(hub, List.of(own.card()));
        for (int threads : new int[] {1, 2, 5}) {
            provider(threads)
                    .sealedFor(hub.card(), own)
                    .seal(extract, Map.of(), OptOuts.exempt("test data"), true, sealed());
            SealedReader reader = SealedReader.open(sealed(), trust);
            assertThat(reader.counts()).isEqualTo(counts);
            assertThat(records(reader)).as("%d threads", threads).isEqualTo(records);
        }
    }

    private static List<EncodedRecord> records(SealedReader reader) throws IOException {
        List<EncodedRecord> records = new ArrayList<>();
        reader.forEach(records::add);
        return records;
    }

    @Test
    void aFaultInTheRowsLeavesNothing() throws IOException {
        ExtractSource broken =
                ExtractSource.of("x.csv", (csv(700) + "\"L9 is not closed").getBytes(StandardCharsets.UTF_8));
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(() ->
                            provider(threads).seal(broken, Map.of(), OptOuts.exempt("invented people"), true, sealed()))
                    .isInstanceOf(ExtractFault.class)
                    .hasMessageContaining("not closed");
            assertThat(folder).isEmptyDirectory();
        }
    }

    /** Row after row, as the architecture reads. */
    private SealedCounts plain(ExtractSource extract, OptOuts optOuts) throws IOException {
        Columns columns = new ColumnMapping(extract, Map.of()).columns(agreement.fields());
        SealedHeader header = new SealedHeader(
                "a",
                agreement,
                Normaliser.VERSION,
                SealedTables.secret(1).checkValue(),
                true,
                Optional.of(optOuts.evidence()));
        try (FaultList faults = FaultList.create(folder.resolve("plain.faults.csv"));
                SealedWriter sealed = SealedWriter.create(folder.resolve("plain.sealed"), header);
                Stream<Row> rows = extract.rows()) {
            Rejects rejects = new Rejects(faults::add);
            RowGate gate = new RowGate(extract, columns, optOuts, rejects);
            Normaliser normaliser = new Normaliser(agreement, columns, LocalDate.now(), rejects);
            Tokeniser tokeniser = new Tokeniser(agreement, SealedTables.secret(1));
            RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
            rows.filter(gate::admits)
                    .map(normaliser::person)
                    .map(tokeniser::tokens)
                    .map(encoder::encode)
                    .forEach(sealed::write);
            long records = gate.read() - gate.optOutCounts().removed() - rejects.rows();
            SealedCounts counts = new SealedCounts(
                    gate.read(), gate.optOutCounts().removed(), rejects.rows(), records, rejects.values());
            sealed.finish(counts);
            faults.finish(rejects);
            return counts;
        }
    }

    private void same(String expected, String actual, int rows, int threads) throws IOException {
        Path one = folder.resolve(expected);
        Path other = folder.resolve(actual);
        assertThat(Files.exists(other)).isEqualTo(Files.exists(one));
        if (Files.exists(one)) {
            assertThat(Files.mismatch(one, other))
                    .as("%s of %d rows by %d threads", actual, rows, threads)
                    .isEqualTo(-1);
        }
    }

    private Provider provider(int threads) {
        return new Provider("a", agreement, SealedTables.secret(1), threads);
    }

    private Path sealed() {
        return folder.resolve("a.sealed");
    }

    private static ExtractSource extract(int rows) throws IOException {
        return ExtractSource.of("x.csv", csv(rows).getBytes(StandardCharsets.UTF_8));
    }

    /** Some ids come twice, some dates and postcodes are none, and some rows are ragged. */
    private static String csv(int rows) {
        Random random = new Random(rows);
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            String id = i > 600 && i % 301 == 0 ? "L2" : "L" + i;
            String forename = List.of("Ann", "Bill", "Łucja", "Mary-Jane", "").get(random.nextInt(5));
            String surname = "Quil" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
            String birth =
                    1920 + random.nextInt(90) + (i % 150 == 149 ? "-13-41" : "-0" + (1 + random.nextInt(9)) + "-17");
            String postcode = i % 140 == 139 ? "none such" : "LS" + (1 + random.nextInt(20)) + " 4AP";
            csv.append(String.join(",", id, "", forename, surname, "F", birth, postcode));
            csv.append(i > 0 && i % 333 == 0 ? ",more\n" : "\n");
        }
        return csv.toString();
    }
}
