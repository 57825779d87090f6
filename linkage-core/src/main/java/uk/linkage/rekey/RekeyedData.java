package uk.linkage.rekey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import uk.linkage.file.CsvRows;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.PartFile;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.StudyIds;
import uk.linkage.identity.Identity;
import uk.linkage.identity.StatementFile;

/**
 * A linked data set under the study ids of another project: one column is made anew, every other is passed on as it is, rows in their order.
 * Constant memory.
 *
 * <pre>{@code
 * RekeyedData data = new RekeyedData(Path.of("cohort.csv"), "study_id");
 * ObjectNode record = data.write(rekeying, said, hub, Path.of("cohort-stroke.csv"), Path.of("cohort-stroke.csv.rekeying.json"));
 * }</pre>
 *
 * <p>New ids alone do not make two data sets strangers: who holds both can tell rows by their other columns.
 */
public final class RekeyedData {
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final String KIND = "rekeying";
    private static final int SHOWN = 20;

    private final Path data;
    private final String column;

    /**
     * A data set.
     *
     * @param column that of its study ids
     */
    public RekeyedData(Path data, String column) {
        this.data = data;
        this.column = column;
    }

    /**
     * What was granted, for the record.
     *
     * @param from study key of the project whose ids they are
     * @param to study key of the other
     * @param grants of both authorities
     */
    public record Authority(StudyKey from, StudyKey to, List<Grant> grants) {
        /** Copies the list. */
        public Authority {
            grants = List.copyOf(grants);
        }

        private void writeTo(ObjectNode json) {
            json.put("from", from.project()).put("from_key_check", from.checkValue());
            json.put("to", to.project()).put("to_key_check", to.checkValue());
            json.put("purpose", grants.get(0).purpose());
            ArrayNode list = json.putArray("grants");
            grants.forEach(
                    grant -> list.addObject().put("by", grant.signer().name()).put("sha256", grant.sha256()));
        }
    }

    /**
     * Writes the data set, and before it appears the signed record of it.
     *
     * @param progress is told of rows
     * @return the record
     * @throws MalformedFileException where a row has no study id, naming lines; nothing is written then
     */
    public ObjectNode write(
            Authority authority, Identity signer, Instant when, Path target, Path record, Progress progress)
            throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (PartFile part = PartFile.create(target);
                Rekeying rekeying = Rekeying.of(authority.from(), authority.to())) {
            Writer text = new BufferedWriter(new OutputStreamWriter(
                    new DigestOutputStream(part.stream(), digest), StandardCharsets.UTF_8.newEncoder()));
            long rows = write(rekeying, text, progress);
            text.flush();
            ObjectNode said = StatementFile.begin(KIND, when);
            authority.writeTo(said);
            said.put("rows", rows);
            said.put("data_sha256", sha256());
            said.put("rekeyed_sha256", HexFormat.of().formatHex(digest.digest()));
            ObjectNode signed = StatementFile.sign(said, signer);
            StatementFile.write(signed, record);
            part.commit();
            return signed;
        }
    }

    private long write(Rekeying rekeying, Writer text, Progress progress) throws IOException {
        try (CsvRows rows = CsvRows.open(data, progress)) {
            int id = index(rows.header());
            CSV.printRecord(text, rows.header().toArray());
            List<Long> faults = new ArrayList<>();
            long count = 0;
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                List<String> cells = new ArrayList<>(row.get().fields());
                if (StudyIds.isStudyId(cells.get(id))) {
                    cells.set(id, rekeying.of(cells.get(id)));
                    CSV.printRecord(text, cells.toArray());
                    count++;
                } else {
                    faults.add(row.get().line());
                }
            }
            requireNone(faults);
            return count;
        }
    }

    private int index(List<String> header) throws IOException {
        if (header.stream().filter(column::equals).count() != 1) {
            throw new MalformedFileException(data, 1, "the header must name the column " + column + " once");
        }
        return header.indexOf(column);
    }

    private void requireNone(List<Long> faults) throws IOException {
        if (!faults.isEmpty()) {
            String lines = faults.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
            String more = faults.size() > SHOWN ? " and " + (faults.size() - SHOWN) + " more" : "";
            throw new MalformedFileException(
                    data, column + " is not S and 16 characters of Crockford base32 in line " + lines + more);
        }
    }

    private String sha256() throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(data))) {
            return DigestUtils.sha256Hex(content);
        }
    }
}
