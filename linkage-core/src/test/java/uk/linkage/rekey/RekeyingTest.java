package uk.linkage.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.file.CsvRows;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.StudyIds;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.StatementFile;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretFault;

/** Study ids that go from one project to another. */
class RekeyingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final List<String> IDS =
            List.of("S0000000000000000", "S0000000000000001", "SZZZZZZZZZZZZZZZZ", "S7ZK0QW3N5XB1T9HM");

    private final Identity left = Identity.random("left");
    private final Identity right = Identity.random("right");
    private final StudyKey diabetes = StudyKey.random("diabetes", left.card());
    private final StudyKey stroke = StudyKey.random("stroke", right.card());

    @TempDir
    private Path folder;

    /** The answers are a second implementation's. */
    @Test
    void vectors() throws IOException {
        JsonNode cases = CanonicalJson.parse(Files.readAllBytes(Vectors.file("rekey.json")))
                .path("cases");
        assertThat(cases).hasSizeGreaterThan(1);
        for (JsonNode one : cases) {
            JsonNode in = one.path("in");
            try (StudyKey from = key(in, "from");
                    StudyKey to = key(in, "to");
                    Rekeying rekeying = Rekeying.of(from, to)) {
                assertThat(rekeying.of(in.path("study_id").asText()))
                        .as(one.path("name").asText())
                        .isEqualTo(one.at("/out/study_id").asText());
                assertThat(from.checkValue())
                        .isEqualTo(one.at("/out/from_key_check").asText());
            }
        }
    }

    private StudyKey key(JsonNode in, String side) {
        byte[] key = HexFormat.of().parseHex(in.path(side + "_key").asText());
        return StudyKey.of(in.path(side).asText(), left.card(), key);
    }

    @Test
    void anIdBecomesAlwaysTheSameOtherId() {
        Set<String> fresh = new HashSet<>();
        try (Rekeying once = Rekeying.of(diabetes, stroke);
                Rekeying again = Rekeying.of(diabetes, stroke)) {
            for (String id : IDS) {
                assertThat(once.of(id)).isEqualTo(again.of(id)).isNotEqualTo(id);
                assertThat(StudyIds.isStudyId(once.of(id))).isTrue();
                fresh.add(once.of(id));
            }
        }
        assertThat(fresh).hasSameSizeAs(IDS);
    }

    @Test
    void eachKeyAndEachDirectionMakesOtherIds() {
        StudyKey otherDiabetes = StudyKey.random("diabetes", left.card());
        StudyKey otherStroke = StudyKey.random("stroke", right.card());
        StudyKey asthma = StudyKey.of("asthma", right.card(), copy(stroke));
        Set<String> ids = new HashSet<>();
        for (List<StudyKey> keys : List.of(
                List.of(diabetes, stroke),
                List.of(stroke, diabetes),
                List.of(otherDiabetes, stroke),
                List.of(diabetes, otherStroke),
                List.of(diabetes, asthma))) {
            try (Rekeying rekeying = Rekeying.of(keys.get(0), keys.get(1))) {
                ids.add(rekeying.of(IDS.get(3)));
            }
        }
        assertThat(ids).hasSize(5);
    }

    private static byte[] copy(StudyKey key) {
        return key.bytes(SecretAccess.granted()).array();
    }

    @Test
    void twoProjectsHaveTwoKeys() {
        StudyKey again = StudyKey.random("diabetes", left.card());
        StudyKey same = StudyKey.of("stroke", right.card(), copy(diabetes));
        assertThatThrownBy(() -> Rekeying.of(diabetes, again))
                .isInstanceOf(SecretFault.class)
                .hasMessageContaining("both study keys are of diabetes");
        assertThatThrownBy(() -> Rekeying.of(diabetes, same)).hasMessageContaining("are one key");
        assertThatThrownBy(() -> StudyKey.of("x", left.card(), new byte[32])).isInstanceOf(SecretFault.class);
        assertThatThrownBy(() -> StudyKey.of("x", left.card(), new byte[16])).isInstanceOf(SecretFault.class);
        assertThatThrownBy(() -> StudyKey.random("No Project", left.card())).isInstanceOf(SecretFault.class);
    }

    @Test
    void aKeyNeverPrintsAndIsOverwritten() {
        StudyKey key = StudyKey.random("diabetes", left.card());
        String hex = HexFormat.of().formatHex(copy(key));
        assertThat(key).hasToString("StudyKey[diabetes, …]");
        assertThat(key.checkValue()).hasSize(16).isNotIn(hex);
        key.close();
        assertThat(copy(key)).containsOnly(0);
    }

    @Test
    void aKeyComesBackFromItsFileAndAChangedFileDoesNot() throws IOException {
        Path file = folder.resolve("diabetes.study-key");
        String check = StudyKeyFile.create("diabetes", left, NOW, file);
        try (StudyKey key = StudyKeyFile.read(file)) {
            assertThat(key.checkValue()).isEqualTo(check);
            assertThat(key.authority()).isEqualTo(left.card());
        }
        String text = Files.readString(file);
        String otherKey = text.replaceFirst("(\"key\":\")....", "$1AAAA");
        String otherProject = text.replaceFirst("\"project\":\"diabetes\"\\}$", "\"project\":\"stroke\"}");
        for (String changed : List.of(otherKey, otherProject, text.substring(1), "{}")) {
            assertThat(changed).isNotEqualTo(text);
            Files.writeString(file, changed);
            assertThatThrownBy(() -> StudyKeyFile.read(file)).isInstanceOfAny(SecretFault.class, IdentityFault.class);
        }
    }

    @Test
    void bothAuthoritiesHaveToGrantIt() throws IOException {
        Grant one = grant(diabetes, left, "diabetes", "stroke", "cohort", TODAY);
        Grant two = grant(stroke, right, "diabetes", "stroke", "cohort", TODAY);
        Grant.requireBoth(List.of(one, two), diabetes, stroke, TODAY);
        assertNotGranted("no grant by right with the study key of stroke", TODAY, one);
        assertNotGranted("no grant by left with the study key of diabetes", TODAY, two);
        assertNotGranted("no grant by right", TODAY, one, one);
        assertNotGranted("held until 2026-03-01", TODAY.plusDays(1), one, two);
        assertNotGranted(
                "for different purposes", TODAY, one, grant(stroke, right, "diabetes", "stroke", "other", TODAY));
        assertNotGranted("grants another way", TODAY, one, grant(stroke, right, "stroke", "diabetes", "cohort", TODAY));
        StudyKey renewed = StudyKey.random("stroke", right.card());
        assertNotGranted("no grant by right", TODAY, one, grant(renewed, right, "diabetes", "stroke", "cohort", TODAY));
    }

    private void assertNotGranted(String rule, LocalDate today, Grant... grants) {
        assertThatThrownBy(() -> Grant.requireBoth(List.of(grants), diabetes, stroke, today))
                .isInstanceOf(IdentityFault.class)
                .hasMessageContaining(rule);
    }

    @Test
    void nobodyGrantsForAProjectThatAnotherAnswersFor() {
        assertThatThrownBy(() -> grant(stroke, left, "diabetes", "stroke", "cohort", TODAY))
                .isInstanceOf(IdentityFault.class)
                .hasMessageContaining("is not one that left answers for");
        assertThatThrownBy(() -> grant(stroke, right, "diabetes", "asthma", "cohort", TODAY))
                .hasMessageContaining("is of neither project");
        assertThatThrownBy(() -> grant(stroke, right, "stroke", "stroke", "cohort", TODAY))
                .hasMessageContaining("into its own project");
    }

    @Test
    void aGrantThatWasChangedIsNone() throws IOException {
        grant(diabetes, left, "diabetes", "stroke", "cohort", TODAY);
        Path file = folder.resolve("left.grant");
        Files.writeString(file, Files.readString(file).replace("2026-03-01\"", "2030-03-01\""));
        assertThatThrownBy(() -> Grant.read(file)).isInstanceOf(IdentityFault.class);
    }

    @Test
    void aDataSetKeepsAllButItsIds() throws IOException {
        Path data = folder.resolve("cohort.csv");
        Files.writeString(
                data,
                "\uFEFFage,study_id,note\r\n41,%s,\"a, \"\"b\"\"\nc\"\r\n,%s,  x \r\n41,%1$s,\r\n"
                        .formatted(IDS.get(0), IDS.get(3)));
        byte[] before = Files.readAllBytes(data);
        Path out = folder.resolve("out.csv");
        JsonNode record = write(data, out);
        try (Rekeying rekeying = Rekeying.of(diabetes, stroke)) {
            String first = rekeying.of(IDS.get(0));
            assertThat(rows(out))
                    .containsExactly(
                            List.of("age", "study_id", "note"),
                            List.of("41", first, "a, \"b\"\nc"),
                            List.of("", rekeying.of(IDS.get(3)), "  x "),
                            List.of("41", first, ""));
        }
        assertThat(record.path("rows").asInt()).isEqualTo(3);
        assertThat(record.path("data_sha256").asText()).isEqualTo(Fingerprint.sha256(before));
        assertThat(record.path("rekeyed_sha256").asText()).isEqualTo(Fingerprint.sha256(Files.readAllBytes(out)));
        assertThat(record.path("grants")).hasSize(2);
        StatementFile.Signed signed = StatementFile.read(folder.resolve("out.csv.rekeying.json"));
        assertThat(signed.kind()).isEqualTo("rekeying");
        assertThat(signed.signer()).isEqualTo(left.card());
    }

    private static List<List<String>> rows(Path file) throws IOException {
        try (CsvRows rows = CsvRows.open(file)) {
            List<List<String>> all = new ArrayList<>(List.of(rows.header()));
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get().fields());
            }
            return all;
        }
    }

    @Test
    void rowsWithoutAStudyIdAreRefusedByTheirLinesAndNothingIsWritten() throws IOException {
        Path data = Files.writeString(
                folder.resolve("cohort.csv"),
                "study_id,x\n" + IDS.get(0) + ",1\nHOSP-1,2\n" + IDS.get(1) + ",3\n"
                        + IDS.get(1).toLowerCase() + ",4\n");
        Path out = folder.resolve("out.csv");
        assertThatThrownBy(() -> write(data, out))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("cohort.csv: study_id is not S and 16 characters of Crockford base32 in line 3, 5");
        Files.writeString(data, "id,x\n");
        assertThatThrownBy(() -> write(data, out)).hasMessageContaining("must name the column study_id once");
        Files.write(data, "study_id\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> write(data, out)).hasMessageContaining("is not UTF-8");
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("out"));
    }

    private JsonNode write(Path data, Path out) throws IOException {
        List<Grant> grants = List.of(
                grant(diabetes, left, "diabetes", "stroke", "cohort", TODAY),
                grant(stroke, right, "diabetes", "stroke", "cohort", TODAY));
        return new RekeyedData(data, "study_id")
                .write(
                        new RekeyedData.Authority(diabetes, stroke, grants),
                        left,
                        NOW,
                        out,
                        out.resolveSibling("out.csv.rekeying.json"),
                        Progress.UNSEEN);
    }

    private Grant grant(StudyKey key, Identity signer, String from, String to, String purpose, LocalDate until)
            throws IOException {
        Path file = folder.resolve(signer.card().name() + ".grant");
        StatementFile.write(Grant.sign(key, from, to, purpose, until, signer, NOW), file);
        return Grant.read(file);
    }
}
