package uk.linkage.hub.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.MalformedFileException;

/** Records that no later run takes in, known by tags alone. */
class WithdrawnRecordsTest {
    private static final Crosswalk HOSPITAL = new Crosswalk("hospital", Map.of("HOSP-1", Story.id(1)));
    private static final Crosswalk GP = new Crosswalk("gp", Map.of("GP-1", Story.id(1), "GP-2", Story.id(2)));

    @TempDir
    private Path folder;

    @Test
    void aRecordIsKnownByProviderAndLocalId() throws IOException {
        WithdrawnRecords.none(new SecureRandom()).and(List.of(HOSPITAL, GP)).write(folder);
        WithdrawnRecords read = WithdrawnRecords.read(folder, new SecureRandom());
        assertThat(read.size()).isEqualTo(3);
        assertThat(read.of("hospital").holds("HOSP-1")).isTrue();
        assertThat(read.of("gp").holds("GP-2")).isTrue();
        assertThat(read.of("gp").holds("HOSP-1")).isFalse();
        assertThat(read.of("hospital").holds("HOSP-2")).isFalse();
    }

    @Test
    void theFileHoldsNoLocalIdNorProvider() throws IOException {
        WithdrawnRecords.none(new SecureRandom()).and(List.of(HOSPITAL, GP)).write(folder);
        assertThat(Files.readString(folder.resolve(WithdrawnRecords.FILE))).doesNotContain("HOSP", "GP-", "gp", "hosp");
    }

    @Test
    void twoRunsOnTheirOwnTagOneRecordDifferently() throws IOException {
        WithdrawnRecords.none(new SecureRandom()).and(List.of(HOSPITAL)).write(folder);
        List<String> first = Files.readAllLines(folder.resolve(WithdrawnRecords.FILE));
        WithdrawnRecords.none(new SecureRandom()).and(List.of(HOSPITAL)).write(folder);
        assertThat(Files.readAllLines(folder.resolve(WithdrawnRecords.FILE)).stream()
                        .filter(line -> line.matches(".*[0-9a-f]{32}.*")))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first);
    }

    /** The answers are a second implementation's. */
    @Test
    void vectors() throws IOException {
        JsonNode cases = CanonicalJson.parse(Files.readAllBytes(Vectors.file("withdrawn-record.json")))
                .path("cases");
        assertThat(cases).hasSizeGreaterThan(1);
        for (JsonNode one : cases) {
            String tag = one.at("/out/tag").asText();
            Files.writeString(
                    folder.resolve(WithdrawnRecords.FILE),
                    "{\"linkage_withdrawn_records\":1,\"salt\":\""
                            + one.at("/in/salt").asText() + "\",\"records\":[\"" + tag + "\"]}");
            assertThat(WithdrawnRecords.read(folder, new SecureRandom())
                            .of(one.at("/in/provider").asText())
                            .holds(one.at("/in/local_id").asText()))
                    .as(one.path("name").asText())
                    .isTrue();
        }
    }

    @Test
    void nobodyWithdrawnIsNoFile() throws IOException {
        WithdrawnRecords none = WithdrawnRecords.read(folder, new SecureRandom());
        none.write(folder);
        assertThat(none.areNone()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatBreaksARuleIsRefused() throws IOException {
        String salt = "\"salt\":\"" + "00".repeat(32) + "\"";
        String tag = "\"" + "ab".repeat(16) + "\"";
        assertRefused("{\"linkage_withdrawn_records\":2," + salt + ",\"records\":[]}", "is not of this version");
        assertRefused("{\"linkage_withdrawn_records\":1,\"salt\":\"00\",\"records\":[]}", "has no salt of 32 bytes");
        assertRefused("{\"linkage_withdrawn_records\":1," + salt + ",\"records\":[\"ab\"]}", "is not 16 bytes");
        assertRefused(
                "{\"linkage_withdrawn_records\":1," + salt + ",\"records\":[" + tag + "," + tag + "]}",
                "has a tag twice");
        assertRefused("[", "is not JSON");
    }

    private void assertRefused(String json, String rule) throws IOException {
        Files.writeString(folder.resolve(WithdrawnRecords.FILE), json);
        assertThatThrownBy(() -> WithdrawnRecords.read(folder, new SecureRandom()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining(rule);
    }
}
