package uk.linkage.provider.clk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a schema must be, fault by fault. */
class ClkSchemaTest {
    private static final String HKDF = "'kdf': {'type': 'HKDF'}";
    private static final String NAME = Schemas.feature("name", "'type': 'string'");

    @Test
    void aSchemaTellsItsColumnsAndLength() {
        ClkSchema schema = Schemas.parse(Schemas.of("{'identifier': 'row', 'ignored': true}", NAME));
        assertThat(schema.identifiers()).containsExactly("row", "name");
        assertThat(schema.bits()).isEqualTo(512);
        assertThat(schema).hasToString("ClkSchema[512 bits, 2 features]");
    }

    @Test
    void earlierVersionsAreToldHowToBeConverted() {
        for (int version = 1; version <= 2; version++) {
            assertThat(faults("{'version': " + version + ", 'clkConfig': {'k': 20}}"))
                    .containsExactly(
                            "version: is " + version
                                    + ", and 3 is read; convert it first, with anonlink-client: anonlink convert-schema OLD.json NEW.json");
        }
    }

    @Test
    void whatIsNoVersionIsRefusedAlone() {
        for (String version : List.of("0", "4", "3.5", "'3'", "null", "true")) {
            assertThat(faults("{'version': " + version + "}")).containsExactly("version: must be 3");
        }
        assertThat(faults("{}")).containsExactly("version: must be 3");
        assertThat(faults("[]")).containsExactly("version: must be 3");
        assertThat(faults("{'version': 3, 'version': 3}").get(0)).startsWith("holds a property twice: line 1");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(
                        faults(
                                Schemas.with(
                                        "'l': 0, 'kdf': {'type': 'scrypt', 'salt': 'a b', 'keySize': '64'}, 'k': 30",
                                        "{'identifier': 7, 'format': {'type': 'string', 'case': 'title'}, 'hashing': {'strategy': {}}}")))
                .containsExactly(
                        "clkConfig.l: must be a whole number from 1 to 1048576",
                        "clkConfig.kdf.type: must be one of HKDF",
                        "clkConfig.kdf.salt: must be bytes in Base64, padded and without line breaks",
                        "clkConfig.kdf.keySize: must be a whole number from 1 to 16320",
                        "features[0].identifier: must be text",
                        "features[0].format.case: must be one of lower, mixed, upper",
                        "features[0].hashing.comparison: must be an object",
                        "features[0].hashing.strategy.bitsPerToken: is missing; it must be a whole number from 1 to 65536",
                        "clkConfig.k: is not a property of linkage schema version 3; remove it");
    }

    @Test
    void anUnknownPropertyIsAFaultWhereverItStands() {
        assertThat(faultsOf(Schemas.feature("a", "'type': 'integer', 'maxLength': 3")))
                .containsExactly(
                        "features[0].format.maxLength: is not a property of linkage schema version 3; remove it");
        assertThat(faultsOf(Schemas.feature("a", "'type': 'integer', 'encoding': 'ascii'")))
                .containsExactly(
                        "features[0].format.encoding: is not a property of linkage schema version 3; remove it");
        assertThat(faultsOf(Schemas.feature("a", "'type': 'string', 'pattern': 'x', 'case': 'upper'")))
                .containsExactly("features[0].format.case: is not a property of linkage schema version 3; remove it");
        assertThat(faultsOf(Schemas.feature("a", "'type': 'string'", "'missingvalue': {}")))
                .containsExactly(
                        "features[0].hashing.missingvalue: is not a property of linkage schema version 3; remove it");
        assertThat(faultsOf(Schemas.feature(
                        "a", "'type': 'string'", "'hash': {'type': 'blakeHash', 'prevent_singularity': true}")))
                .containsExactly(
                        "features[0].hashing.hash.prevent_singularity: is not a property of linkage schema version 3; remove it");
        assertThat(faultsOf("{'identifier': 'a', 'ignored': true, 'note': ''}"))
                .startsWith("features[0].note: is not a property of linkage schema version 3; remove it");
    }

    @Test
    void theFoldsThatClkhashPassesOverAreNotGuessed() {
        assertThat(faults(Schemas.with("'l': 512, 'xorFolds': 1, " + HKDF, NAME)))
                .containsExactly(
                        "clkConfig.xorFolds: is documented, but clkhash does not fold by it: remove it for the CLKs that"
                                + " clkhash makes, or write xor_folds, by which it does");
        String none = Schemas.with("'l': 512, 'xorFolds': 0, " + HKDF, NAME);
        assertThat(Schemas.clk(none, "QUILLON")).isEqualTo(Schemas.clk(Schemas.of(NAME), "QUILLON"));
    }

    @Test
    void lengthsAndKeysMustSuitTheHash() {
        String doubled = Schemas.feature("b", "'type': 'string'", "'hash': {'type': 'doubleHash'}");
        assertThat(faults(Schemas.with("'l': 1000, " + HKDF, doubled, NAME)))
                .containsExactly("clkConfig.l: must be a power of two for blakeHash");
        assertThat(Schemas.parse(Schemas.with("'l': 1000, " + HKDF, doubled)).bits())
                .isEqualTo(1000);
        assertThat(faults(Schemas.with("'l': 512, 'kdf': {'type': 'HKDF', 'keySize': 65}", NAME)))
                .containsExactly("clkConfig.kdf.keySize: must be at most 64 for blakeHash");
        assertThat(faults(Schemas.with("'l': 512, 'kdf': {'type': 'HKDF', 'keySize': 2100}", doubled, doubled)))
                .containsExactly(
                        "clkConfig.kdf.keySize: two such keys for each of 2 features are more than the 8160 bytes"
                                + " that HKDF gives");
        assertThat(faults(Schemas.with("'l': 524288, 'xor_folds': 2, " + HKDF, NAME)))
                .containsExactly("clkConfig.l: is over 1048576 bits before folding");
    }

    @Test
    void somethingMustBeEncoded() {
        assertThat(faults(Schemas.of("{'identifier': 'row', 'ignored': true}")))
                .containsExactly("features: must hold one that is not ignored");
        assertThat(faults(Schemas.of())).containsExactly("features: must hold one that is not ignored");
    }

    @Test
    void oneStrategyIsNeeded() {
        String format = "'type': 'string'";
        String comparison = "'comparison': {'type': 'exact'}";
        String both = "'strategy': {'bitsPerToken': 10, 'bitsPerFeature': 100}";
        assertThat(faultsOf(Schemas.feature("a", format, comparison, both, new String[0])))
                .containsExactly("features[0].hashing.strategy.bitsPerToken: must not stand beside bitsPerFeature");
        assertThat(faultsOf(Schemas.feature("a", format, comparison, "'strategy': {'k': 10}", new String[0])))
                .containsExactly(
                        "features[0].hashing.strategy.bitsPerToken: is missing; it must be a whole number from 1 to 65536",
                        "features[0].hashing.strategy.k: is not a property of linkage schema version 3; remove it");
    }

    @Test
    void aNumericComparisonNeedsAThresholdThatItsPrecisionCanTell() {
        String rule =
                "features[0].hashing.comparison.thresholdDistance: must be 1 to 2^53 units of the last decimal place that"
                        + " fractional_precision counts";
        assertThat(faultsOf(numeric("'thresholdDistance': 0.4, 'resolution': 2")))
                .containsExactly(rule);
        assertThat(faultsOf(numeric("'thresholdDistance': 0.5, 'resolution': 2")))
                .containsExactly(rule);
        assertThat(faultsOf(numeric("'thresholdDistance': 5, 'resolution': 2, 'fractional_precision': 20")))
                .containsExactly(rule);
        assertThat(faultsOf(numeric("'thresholdDistance': 0, 'resolution': 0")))
                .containsExactly(
                        "features[0].hashing.comparison.thresholdDistance: must be a number above 0",
                        "features[0].hashing.comparison.resolution: must be a whole number from 1 to 10000");
    }

    @Test
    void whatStandsForAMissingValueMustBecomeTokens() {
        assertThat(faultsOf(numeric("'thresholdDistance': 5, 'resolution': 2", "'missingValue': {'sentinel': 'NA'}")))
                .containsExactly("features[0].hashing.missingValue: what stands for a missing value is not a number");
        assertThat(faultsOf(Schemas.feature(
                        "a",
                        "'type': 'string', 'encoding': 'ascii'",
                        "'missingValue': {'sentinel': '', 'replaceWith': '\u00e9'}")))
                .containsExactly(
                        "features[0].hashing.missingValue: what stands for a missing value cannot be written as ascii");
    }

    @Test
    void dateFormatsAndPatternsThatAreNotKnownAreFaults() {
        for (String format :
                List.of("", "%%", "ddmmyyyy", "%Y-%j", "%Y-%m-%", "%Y-%y", "%m-%b", "%H:%M", "%d %d", "%x")) {
            assertThat(faultsOf(Schemas.feature("a", "'type': 'date', 'format': '" + format + "'")))
                    .containsExactly(
                            "features[0].format.format: must tell a day by %Y %y %m %b %B %d, each part once, with or"
                                    + " without %H %M %S");
        }
        assertThat(faultsOf(Schemas.feature("a", "'type': 'string', 'pattern': '(('")))
                .containsExactly(
                        "features[0].format.pattern: must be a regular expression that Python and Java read alike");
    }

    private static String numeric(String comparison, String... more) {
        return Schemas.feature(
                "a",
                "'type': 'integer'",
                "'comparison': {'type': 'numeric', " + comparison + "}",
                "'strategy': {'bitsPerToken': 10}",
                more);
    }

    private static List<String> faultsOf(String feature) {
        return faults(Schemas.of(feature));
    }

    private static List<String> faults(String schema) {
        InvalidClkSchema invalid = catchThrowableOfType(InvalidClkSchema.class, () -> Schemas.parse(schema));
        assertThat(invalid).as(schema).isNotNull().hasMessageStartingWith("schema.json is not a linkage schema");
        return invalid.faults();
    }
}
