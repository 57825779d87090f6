package uk.linkage.provider.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Purpose;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.Statement;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.provider.tokenise.SecretUse;

class KeyDestructionTest {
    private final LinkageSecret secret = LinkageSecret.random(new Binding("diabetes-2026", 2, List.of("gp")));
    private final Identity gp = Identity.random("gp");

    @TempDir
    private Path folder;

    private Path file;
    private Path record;

    @BeforeEach
    void writeTheSecret() throws IOException {
        file = folder.resolve("secret.key");
        record = folder.resolve("record.json");
        SecretFile.write(secret, file);
    }

    @Test
    void theFileGoesAndASignedRecordStays() throws IOException {
        KeyDestruction.destroy(file, secret, gp, record);
        assertThat(folder.toFile().list()).containsExactly("record.json");
        JsonNode said = CanonicalJson.parse(Files.readAllBytes(record));
        assertThat(Statement.signer("key-destruction", said, "record.json")).isEqualTo(gp.card());
        assertThat(said.path("linkage_statement").asInt()).isEqualTo(1);
        assertThat(said.path("kind").asText()).isEqualTo("key-destruction");
        assertThat(said.path("project").asText()).isEqualTo("diabetes-2026");
        assertThat(said.path("epoch").asInt()).isEqualTo(2);
        assertThat(said.path("key_check").asText()).isEqualTo(secret.checkValue());
        assertThat(said.path("file").asText()).isEqualTo("secret.key");
        assertThat(said.path("how").asText()).contains("overwritten", "deleted");
        assertThat(said.path("beyond").asText()).contains("backups");
        assertThat(Instant.parse(said.path("at").asText()))
                .isBetween(Instant.now().minus(Duration.ofHours(1)), Instant.now());
    }

    @Test
    void aRecordThatWasChangedIsNoRecord() throws IOException {
        KeyDestruction.destroy(file, secret, gp, record);
        String changed = Files.readString(record).replace("diabetes-2026", "asthma-2026");
        JsonNode said = CanonicalJson.parse(changed.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Statement.signer("key-destruction", said, "record.json"))
                .isInstanceOf(IdentityFault.class);
    }

    @Test
    void theContentIsOverwrittenBeforeTheFileIsDeleted() throws IOException {
        Path link = folder.resolve("another-name");
        Files.createLink(link, file);
        byte[] before = Files.readAllBytes(file);
        KeyDestruction.destroy(file, secret, gp, record);
        assertThat(Files.readAllBytes(link)).hasSameSizeAs(before).isNotEqualTo(before);
    }

    @Test
    void theNoteOfItsUseGoesWithIt() throws IOException {
        LinkageSecret unbound = LinkageSecret.random();
        Path other = folder.resolve("other.key");
        SecretFile.write(unbound, other);
        SecretUse.of(other).note(unbound, new Purpose("p", "To test", LocalDate.of(2099, 1, 1), 1));
        KeyDestruction.destroy(other, unbound, gp, record);
        assertThat(SecretUse.of(other).file()).doesNotExist();
        assertThat(CanonicalJson.parse(Files.readAllBytes(record)).has("project"))
                .isFalse();
    }

    @Test
    void whereTheRecordCannotBeWrittenNothingIsDestroyed() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Files.writeString(record, "there");
        assertThatThrownBy(() -> KeyDestruction.destroy(file, secret, gp, record))
                .isInstanceOf(FileAlreadyExistsException.class);
        Path nowhere = folder.resolve("missing").resolve("record.json");
        assertThatThrownBy(() -> KeyDestruction.destroy(file, secret, gp, nowhere))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(file).hasBinaryContent(before);
        assertThat(record).hasContent("there");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("record.json", "secret.key");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whereTheFileCannotBeDeletedThereIsNoRecordOfIt() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path kept = locked.resolve("secret.key");
        SecretFile.write(secret, kept);
        byte[] before = Files.readAllBytes(kept);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(locked)).as("not as root").isFalse();
        assertThatThrownBy(() -> KeyDestruction.destroy(kept, secret, gp, record))
                .isInstanceOf(IOException.class);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(kept).hasBinaryContent(before);
        assertThat(record).doesNotExist();
        assertThat(folder.resolve("record.json.part")).doesNotExist();
    }

    @Test
    void aFileThatIsGoneLeavesNoRecord() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> KeyDestruction.destroy(file, secret, gp, record))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
