package uk.linkage.provider.clk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import uk.linkage.provider.extract.Rejects;

/** Small linkage schemas for tests, written with single quotes. */
final class Schemas {
    private Schemas() {}

    /** A schema of 512 bits of these features. */
    static String of(String... features) {
        return with("'l': 512, 'kdf': {'type': 'HKDF'}", features);
    }

    static String with(String config, String... features) {
        return "{'version': 3, 'clkConfig': {" + config + "}, 'features': [" + String.join(", ", features) + "]}";
    }

    /** A feature of bigrams. */
    static String feature(String name, String format, String... more) {
        return feature(
                name, format, "'comparison': {'type': 'ngram', 'n': 2}", "'strategy': {'bitsPerToken': 10}", more);
    }

    static String feature(String name, String format, String comparison, String strategy, String[] more) {
        List<String> hashing = new ArrayList<>(List.of(comparison, strategy));
        hashing.addAll(List.of(more));
        return "{'identifier': '" + name + "', 'format': {" + format + "}, 'hashing': {" + String.join(", ", hashing)
                + "}}";
    }

    static ClkSchema parse(String schema) {
        return ClkSchema.parse(schema.replace('\'', '"').getBytes(UTF_8), "schema.json");
    }

    static ClkSecret secret(String text) {
        return ClkSecret.parse(text.getBytes(UTF_8), "secret.txt");
    }

    /** Rules that a row breaks, as {@code line 2: name has ...}. */
    static List<String> faults(String schema, String... row) {
        Rejects rejects = new Rejects(fault -> {});
        parse(schema).encoder(secret("nobody's")).encode(2, List.of(row), rejects);
        return rejects.first().stream().map(Rejects.Fault::text).toList();
    }

    /** The CLK of a row that is at no fault. */
    static byte[] clk(String schema, String... row) {
        Rejects rejects = new Rejects(fault -> {
            throw new AssertionError(fault.text());
        });
        return parse(schema).encoder(secret("nobody's")).encode(2, List.of(row), rejects);
    }
}
