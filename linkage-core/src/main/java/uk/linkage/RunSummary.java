package uk.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.DestroyBy;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.file.FolderUpdate;
import uk.linkage.file.MalformedFileException;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.StatementFile;

/**
 * What the folder of a run says of itself without a look at any crosswalk: whose it is, until when it may be there, who took part, which run it
 * followed, and who withdrew since.
 *
 * <pre>{@code
 * RunSummary summary = RunSummary.of(Path.of("run"));
 * summary.json();
 * }</pre>
 *
 * @param json the summary
 * @param destroyBy the last day on which the folder may be there
 */
public record RunSummary(ObjectNode json, DestroyBy destroyBy) {

    /**
     * Reads the record of a run and checks the signed lines that go with it.
     *
     * @throws IOException where the folder is not that of a run
     * @throws IdentityFault where a line was changed after it was signed, or the record tells of one that is not there
     */
    public static RunSummary of(Path folder) throws IOException {
        Path file = folder.resolve(LinkageRun.RECORD);
        JsonNode record = RunFolder.json(file);
        ObjectNode json = CanonicalJson.object();
        for (String property : new String[] {"project", "fingerprint", "key_check", "destroy_by", "tool"}) {
            json.put(property, record.path(property).asText());
        }
        writeInputs(record, json.putArray("providers"));
        json.put("people", record.at("/people/count").asInt());
        if (record.has("previous")) {
            json.putObject("previous").set("sha256", record.at("/previous/sha256"));
        }
        json.put("sha256", Fingerprint.sha256(Files.readAllBytes(file)));
        json.put("withdrawal_unfinished", FolderUpdate.isPending(folder, LateWithdrawal.UPDATE));
        writeWithdrawals(folder, record, json.putArray("withdrawals"));
        return new RunSummary(json, new DestroyBy(date(json.path("destroy_by").asText(), file)));
    }

    private static LocalDate date(String text, Path file) throws IOException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedFileException(file, "has no destroy_by");
        }
    }

    private static void writeInputs(JsonNode record, ArrayNode providers) {
        int file = 0;
        for (JsonNode input : record.path("inputs")) {
            long left = input.path("records_withdrawn").asLong();
            for (JsonNode withdrawal : record.path("withdrawals")) {
                left += withdrawal.path("records").path(file).path("records").asLong();
            }
            providers
                    .addObject()
                    .put("provider", input.path("provider").asText())
                    .put("records", input.path("records").asLong() - left)
                    .put("records_withdrawn", left);
            file++;
        }
    }

    /** All lines, those carried over from earlier runs too. */
    private static void writeWithdrawals(Path folder, JsonNode record, ArrayNode told) throws IOException {
        String lines = Withdrawals.read(folder).lines();
        for (String line : lines.lines().toList()) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            StatementFile.Signed signed = StatementFile.parse(bytes, Withdrawals.LINES);
            told.addObject()
                    .put("at", signed.content().path("at").asText())
                    .put("people", signed.content().path("people").asInt())
                    .put("reason", signed.content().path("reason").asText())
                    .put("signed_by", signed.signer().name())
                    .put("card_fingerprint", signed.signer().fingerprint())
                    .put("sha256", Fingerprint.sha256(bytes));
        }
        for (JsonNode withdrawal : record.path("withdrawals")) {
            String digest = withdrawal.path("statement_sha256").asText();
            if (!told.findValuesAsText("sha256").contains(digest)) {
                throw new IdentityFault(Withdrawals.LINES + ": lacks a line that " + LinkageRun.RECORD + " tells of");
            }
        }
    }
}
