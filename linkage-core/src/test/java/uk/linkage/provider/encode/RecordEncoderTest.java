package uk.linkage.provider.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.Encoding;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.KeyTokens;
import uk.linkage.exchange.RecordBuffer;
import uk.linkage.exchange.SealedCounts;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.exchange.SealedReader;
import uk.linkage.exchange.SealedWriter;
import uk.linkage.provider.People;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.Tokeniser;

class RecordEncoderTest {
    private static final Map<String, String> JANE = Map.of(
            "forename", "JANE",
            "surname", "SMITH",
            "birth_date", "1980-12-31",
            "sex", "FEMALE",
            "postcode", "SO141AA",
            "address", "12 HIGH STREET");

    private final Agreement agreement = Vectors.agreement();
    private final LinkageSecret secret = LinkageSecret.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> aWholeSealedFileAgreesWithTheGoldenVectors() {
        return Vectors.each("sealed", (in, out) -> {
            String file = GoldenSealing.hex(in, folder.resolve("out.sealed"));
            assertThat(file).isEqualTo(out.get("file").textValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> theBytesDoNotDependOnTheMachinesLocaleOrTimeZone() {
        return Stream.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "lt-LT")
                .flatMap(locale -> Vectors.each("sealed", (in, out) -> abroad(locale, in, out)));
    }

    private void abroad(String locale, JsonNode in, JsonNode out) throws IOException {
        Locale home = Locale.getDefault();
        TimeZone here = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(GoldenSealing.hex(in, folder.resolve("out.sealed")))
                    .as(locale)
                    .isEqualTo(out.get("file").textValue());
        } finally {
            Locale.setDefault(home);
            TimeZone.setDefault(here);
        }
    }

    @Test
    void theBytesDoNotDependOnTheMachinesCharacterEncoding() throws Exception {
        Process sealing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=US-ASCII",
                        "-Dlinkage.root=" + Vectors.root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GoldenSealing.class.getName(),
                        folder.resolve("out.sealed").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(sealing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sealing.waitFor()).as(said).isZero();
        assertThat(said).contains("sealed alike under US-ASCII");
    }

    @Test
    void theGoldenFileIsRead() throws IOException {
        Path file = folder.resolve("golden.sealed");
        Files.write(file, HexFormat.of().parseHex(goldenFile()));
        SealedReader reader = SealedReader.open(file);
        assertThat(reader.header().provider()).isEqualTo("acute-trust");
        assertThat(reader.counts()).isEqualTo(new SealedCounts(7, 1, 2, 4, 3));
    }

    @Test
    void theSameNamesGiveUnrelatedCodesInTwoViewsOfTheSameComponents() {
        ObjectNode json = Vectors.agreementJson();
        ArrayNode views = (ArrayNode) json.get("views");
        views.add(((ObjectNode) views.get(0)).deepCopy().put("name", "again"));
        ((ObjectNode) json.at("/encoding/hardening/0")).put("code_bits", 4096);
        EncodedRecord record = encode(Vectors.agreement(json), JANE);
        Encoding one = record.codes().get(0);
        Encoding other = record.codes().get(4);
        assertThat(one.differing(other)).isBetween(2048 - 160, 2048 + 160); // five standard deviations
    }

    @Test
    void nearPeopleAreNearAndOthersAreNot() {
        ObjectNode json = Vectors.agreementJson();
        ((ObjectNode) json.at("/encoding/hardening/0")).put("code_bits", 4096);
        Agreement wide = Vectors.agreement(json);
        Map<String, String> slip = new HashMap<>(JANE);
        slip.put("surname", "SMYTH");
        Map<String, String> stranger = Map.of(
                "forename",
                "OMAR",
                "surname",
                "KOCINSKI",
                "birth_date",
                "1951-03-04",
                "sex",
                "MALE",
                "postcode",
                "LS29JT");
        Encoding jane = encode(wide, JANE).codes().get(3);
        assertThat(jane.differing(encode(wide, slip).codes().get(3))).isLessThan(1200);
        assertThat(jane.differing(encode(wide, stranger).codes().get(3))).isGreaterThan(1700);
    }

    @Test
    void theOrderOfPeopleDoesNotMatter() {
        Tokeniser tokeniser = new Tokeniser(agreement, secret);
        RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
        List<Map<String, String>> people = List.of(JANE, Map.of("forename", "OMAR"), Map.of(), JANE);
        for (Map<String, String> person : people) {
            assertThat(encoder.encode(tokeniser.tokens(People.of(agreement, "1", person))))
                    .isEqualTo(encode(agreement, person));
        }
    }

    @Test
    void aFileWrittenFromTheBufferHasTheSameBytes() throws IOException {
        Tokeniser tokeniser = new Tokeniser(agreement, secret);
        RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
        List<Map<String, String>> people = List.of(JANE, Map.of("forename", "OMAR"), Map.of(), JANE);
        SealedHeader header = new SealedHeader("a", agreement, agreement.normaliser(), secret.checkValue(), true);
        Path records = folder.resolve("records.sealed");
        Path buffers = folder.resolve("buffers.sealed");
        try (SealedWriter one = SealedWriter.create(records, header);
                SealedWriter other = SealedWriter.create(buffers, header)) {
            for (Map<String, String> person : people) {
                one.write(encode(agreement, person));
                other.write(encoder.fill(tokeniser.tokens(People.of(agreement, "1", person))));
            }
            one.finish(new SealedCounts(4, 0, 0, 4, 0));
            other.finish(new SealedCounts(4, 0, 0, 4, 0));
        }
        assertThat(Files.readAllBytes(buffers)).isEqualTo(Files.readAllBytes(records));
    }

    @Test
    void aBufferOfAnotherAgreementIsNotWritten() throws IOException {
        SealedHeader header = new SealedHeader("a", agreement, agreement.normaliser(), secret.checkValue(), true);
        try (SealedWriter sealed = SealedWriter.create(folder.resolve("a.sealed"), header)) {
            RecordBuffer other = new RecordBuffer(1, 128);
            other.begin("1", 0, new KeyTokens(agreement.keys().size()));
            assertThatThrownBy(() -> sealed.write(other))
                    .hasMessage("a record of another agreement cannot be written to this file");
        }
    }

    @Test
    void aViewThatLeavesOutWhatDiffersIsTheSame() {
        Map<String, String> married = new HashMap<>(JANE);
        married.put("surname", "KOCINSKI");
        List<Encoding> before = encode(agreement, JANE).codes();
        List<Encoding> after = encode(agreement, married).codes();
        for (int i = 0; i < before.size(); i++) {
            boolean covers = agreement.views().get(i).components().contains("surname");
            assertThat(before.get(i).equals(after.get(i))).isEqualTo(!covers);
        }
    }

    @Test
    void aRecordWithNothingInItHasEmptyCodes() {
        EncodedRecord nobody = encode(agreement, Map.of());
        assertThat(nobody.codes()).allMatch(code -> code.count() == 0);
        assertThat(nobody.keys()).allMatch(Optional::isEmpty);
        assertThat(nobody.presence()).isZero();
    }

    @Test
    void aRecordDoesNotPrint() {
        assertThat(encode(agreement, JANE)).hasToString("EncodedRecord[…]");
        assertThat(encode(agreement, JANE).codes().get(0)).hasToString("Encoding[512 bits]");
    }

    private EncodedRecord encode(Agreement under, Map<String, String> forms) {
        Tokeniser tokeniser = new Tokeniser(under, secret);
        return new RecordEncoder(under, tokeniser).encode(tokeniser.tokens(People.of(under, "1", forms)));
    }

    private static String goldenFile() throws IOException {
        return new JsonMapper()
                .readTree(Vectors.bytes("sealed.json"))
                .at("/cases/0/out/file")
                .textValue();
    }
}
