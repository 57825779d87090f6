package uk.linkage.exchange;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.IdentityFile;
import uk.linkage.secret.OwnerOnly;

/** Every file of the conformance kit, which another program made: read or refused as its index says, by the rule it says. */
class ConformanceKitTest {
    /** A rule of the index, and how its breach is told here. */
    private static final Map<String, String> TOLD = Map.ofEntries(
            entry("identity", "it takes the identity of the one and the card of the other"),
            entry("unprotected", "is neither encrypted nor signed"),
            entry("recipient", "is encrypted for "),
            entry("signer", "whose card is not among the trusted ones"),
            entry("signer-name", "is of the provider gp and signed by hospital"),
            entry("magic", "is not a sealed file of this version"),
            entry("changed", "was changed after it was sealed"),
            entry("signature", "is not signed by gp, as its header says"),
            entry("signature-length", "has a signature of a length that cannot be"),
            entry("signature-kind", "is signed in a way this version cannot check"),
            entry("header", "header is not one of this version"),
            entry("cut", "is cut short after "),
            entry("end", "has bytes after its end"),
            entry("length", "of a length that cannot be"),
            entry("chunk", "does not open: "),
            entry("chunk-length", "has a chunk of a length that cannot be"),
            entry("last-chunk", "ends before its last chunk"),
            entry("fingerprint", "header does not carry the agreement it names"),
            entry("encapsulation", "header holds no encapsulated key"),
            entry("cipher", "is encrypted in a way this version cannot read"),
            entry("card", "header holds no card of its "),
            entry("more", "holds more records than it counts"),
            entry("fewer", "holds fewer records than it counts"),
            entry("agreement", "were sealed under different agreements: epoch: 1 against 2"),
            entry("provider", "two files are of the provider gp"));

    private final Map<String, Identity> parties = new HashMap<>();
    private final List<IdentityCard> trusted = new ArrayList<>();
    private JsonNode index;

    @TempDir
    private Path folder;

    @BeforeEach
    void meetTheParties() throws IOException {
        index = CanonicalJson.parse(Vectors.bytes("sealed/index.json"));
        for (Map.Entry<String, JsonNode> party : index.get("parties").properties()) {
            Path file = folder.resolve(party.getKey());
            OwnerOnly.write(file, CanonicalJson.bytes(party.getValue()));
            parties.put(party.getKey(), IdentityFile.read(file, () -> null));
        }
        index.get("trusted")
                .forEach(name -> trusted.add(parties.get(name.textValue()).card()));
    }

    @TestFactory
    Stream<DynamicTest> everyFileIsReadOrRefusedAsTheIndexSays() {
        return StreamSupport.stream(index.get("files").spliterator(), false)
                .map(file -> dynamicTest(file.get("file").textValue(), () -> assertKept(file)));
    }

    private void assertKept(JsonNode file) throws IOException {
        List<EncodedRecord> records = new ArrayList<>();
        Throwable refusal = catchThrowable(() -> open(file).forEach(records::add));
        if (file.has("accept")) {
            assertThat(refusal).isNull();
            assertThat(records).hasSize(file.get("accept").intValue());
        } else {
            assertThat(records).isEmpty();
            assertThat(refusal)
                    .isInstanceOfAny(SealedFileFault.class, IdentityFault.class)
                    .hasMessageStartingWith(file.get("file").textValue() + ": ")
                    .hasMessageContaining(TOLD.get(file.get("refuse").textValue()));
        }
    }

    @Test
    void filesTogetherAreLinkedOrRefusedAsTheIndexSays() throws IOException {
        for (JsonNode together : index.get("together")) {
            List<SealedReader> files = new ArrayList<>();
            for (JsonNode name : together.get("files")) {
                files.add(SealedReader.open(path(name.textValue()), trust("hub")));
            }
            Throwable refusal = catchThrowable(() -> Compatibility.require(files));
            if (together.has("accept")) {
                assertThat(refusal).isNull();
            } else {
                assertThat(refusal)
                        .isInstanceOf(IncompatibleFiles.class)
                        .hasMessageContaining(TOLD.get(together.get("refuse").textValue()));
            }
        }
    }

    @Test
    void theRecordsAreThoseThatTheKitSealed() throws IOException {
        try (SealedReader plain = SealedReader.open(path("plain.sealed"));
                SealedReader sealed = SealedReader.open(path("good.sealed"), trust("hub"))) {
            assertThat(SealedBytes.read(sealed)).isEqualTo(SealedBytes.read(plain));
            assertThat(SealedBytes.read(sealed))
                    .extracting(EncodedRecord::localId)
                    .containsExactly("row-000001", "row-000002", "row-000003");
        }
    }

    @Test
    void theIndexNamesEveryFileAndEveryRuleIsBroken() throws IOException {
        Set<String> named = new TreeSet<>();
        Set<String> broken = new TreeSet<>();
        index.get("files").forEach(file -> {
            named.add(file.get("file").textValue());
            broken.add(file.path("refuse").asText());
        });
        index.get("together").forEach(files -> broken.add(files.path("refuse").asText()));
        try (Stream<Path> files = Files.list(Vectors.file("sealed"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sealed")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
        assertThat(broken).containsAll(TOLD.keySet());
    }

    private SealedReader open(JsonNode file) throws IOException {
        Path path = path(file.get("file").textValue());
        return file.get("reader").isNull()
                ? SealedReader.open(path)
                : SealedReader.open(path, trust(file.get("reader").textValue()));
    }

    private SealedTrust trust(String reader) {
        return new SealedTrust(parties.get(reader), trusted);
    }

    private static Path path(String name) {
        return Vectors.file("sealed").resolve(name);
    }
}
