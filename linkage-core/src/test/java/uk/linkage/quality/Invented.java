package uk.linkage.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.encode.RecordEncoder;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.Tokeniser;
import uk.linkage.testdata.Synthetic;

/** Invented people as a GP federation holds them, under as many secrets as are wanted. */
record Invented(Agreement agreement, List<Person> people) {

    /** So many people; the folder is where their extract is written. */
    static Invented of(Agreement agreement, int people, Path folder) throws IOException {
        Path gp = new Synthetic(2 * people, 2026)
                .writeTo(folder)
                .extracts()
                .get(1)
                .file();
        ExtractSource extract = ExtractSource.of(gp);
        Columns columns = new ColumnMapping(extract, Map.of()).columns(agreement.fields());
        LocalDate today = LocalDate.of(2026, 1, 1);
        Normaliser normaliser = new Normaliser(agreement, columns, today, new Rejects(fault -> {}));
        try (Stream<Row> rows = extract.rows()) {
            return new Invented(
                    agreement, rows.limit(people).map(normaliser::person).toList());
        }
    }

    EncodedTable under(int secret) {
        Tokeniser tokeniser = new Tokeniser(agreement, SealedTables.secret(secret));
        RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
        List<EncodedRecord> records =
                people.stream().map(tokeniser::tokens).map(encoder::encode).toList();
        return EncodedTable.of(agreement, records);
    }
}
