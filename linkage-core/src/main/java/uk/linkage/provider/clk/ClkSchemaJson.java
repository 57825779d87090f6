package uk.linkage.provider.clk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import uk.linkage.provider.clk.ClkFeature.Missing;

/**
 * A linkage schema from JSON, collecting faults; what it returns is used only where there are none. Names and bounds are
 * those of clkhash's schema of schemas, version 3, with upper bounds where that has none.
 */
final class ClkSchemaJson {
    private static final int MOST_TIMES = 1 << 16;
    private static final int MOST_NEIGHBOURS = 10_000;
    private static final int MOST_DECIMALS = 22;
    private static final int MOST_GRAM = 256;
    private static final int MOST_LENGTH = Integer.MAX_VALUE;

    private static final Reader<ClkFormat> FORMATS = new Reader<>(Map.of(
            "string", ClkSchemaJson::text,
            "integer", ClkSchemaJson::whole,
            "date", ClkSchemaJson::day,
            "enum", ClkSchemaJson::choice));
    private static final Reader<ClkComparison> COMPARISONS = new Reader<>(Map.of(
            "ngram", o -> new ClkComparison.Ngrams(o.whole("n", 1, MOST_GRAM), o.flag("positional")),
            "exact", o -> new ClkComparison.Exact(),
            "numeric", ClkSchemaJson::numeric));
    private static final Reader<ClkHashing> HASHINGS = new Reader<>(Map.of(
            "blakeHash", o -> new ClkHashing.Blake(),
            "doubleHash", o -> new ClkHashing.Doubled(o.flag("prevent_singularity"))));
    private static final Reader<ClkKeys> KEYS = new Reader<>(Map.of("HKDF", ClkSchemaJson::keys));
    private static final TreeMap<String, ClkKeys.Hash> HASHES =
            new TreeMap<>(Map.of("SHA256", ClkKeys.Hash.SHA256, "SHA512", ClkKeys.Hash.SHA512));
    private static final TreeMap<String, ClkFormat.Case> CASES = new TreeMap<>(
            Map.of("upper", ClkFormat.Case.UPPER, "lower", ClkFormat.Case.LOWER, "mixed", ClkFormat.Case.MIXED));
    private static final TreeMap<String, ClkText> TEXTS = new TreeMap<>();

    static {
        for (ClkText text : ClkText.values()) {
            TEXTS.put(text.label(), text);
        }
    }

    private ClkSchemaJson() {}

    /** What the word {@code type} of an object makes of its other properties. */
    private record Reader<T>(TreeMap<String, Function<SchemaObject, T>> types) {
        Reader(Map<String, Function<SchemaObject, T>> types) {
            this(new TreeMap<>(types));
        }

        T read(SchemaObject o) {
            T read = o.choice("type", types).apply(o);
            o.end();
            return read;
        }
    }

    static ClkSchema read(JsonNode node, List<String> faults) {
        SchemaObject file = new SchemaObject(node, "", faults).passOver("version", "$schema", "description");
        SchemaObject config = file.object("clkConfig");
        ClkSchema schema = new ClkSchema(
                config.whole("l", 1, ClkSchema.MOST_BITS),
                folds(config),
                KEYS.read(config.object("kdf")),
                file.objects("features", ClkSchemaJson::feature));
        config.end();
        file.end();
        return schema;
    }

    /** Documented as xorFolds; but it is xor_folds that clkhash folds by, and xorFolds that it passes over. */
    private static int folds(SchemaObject config) {
        if (config.whole("xorFolds", 0, ClkSchema.MOST_FOLDS, 0) > 0) {
            config.fault(
                    "xorFolds",
                    "is documented, but clkhash does not fold by it: remove it for the CLKs that clkhash makes, or write"
                            + " xor_folds, by which it does");
        }
        return config.whole("xor_folds", 0, ClkSchema.MOST_FOLDS, 0);
    }

    private static ClkKeys keys(SchemaObject o) {
        return new ClkKeys(
                o.has("hash") ? o.choice("hash", HASHES) : ClkKeys.Hash.SHA256,
                o.base64("salt"),
                o.base64("info"),
                o.whole("keySize", 1, ClkKeys.Hash.SHA512.mostBytes(), ClkKeys.USUAL_SIZE));
    }

    private static ClkFeature feature(SchemaObject o) {
        String identifier = o.text("identifier");
        o.passOver("description");
        if (o.flag("ignored")) {
            o.passOver("format", "hashing").end();
            return new ClkFeature.Ignored(identifier);
        }
        SchemaObject format = o.object("format");
        SchemaObject hashing = o.object("hashing");
        o.end();
        return encoded(identifier, format, hashing);
    }

    private static ClkFeature encoded(String identifier, SchemaObject format, SchemaObject hashing) {
        ClkFeature.Encoded feature = new ClkFeature.Encoded(
                identifier,
                FORMATS.read(format.passOver("description")),
                COMPARISONS.read(hashing.object("comparison")),
                strategy(hashing.object("strategy")),
                hashing.has("hash") ? HASHINGS.read(hashing.object("hash")) : new ClkHashing.Blake(),
                hashing.optional("missingValue").map(ClkSchemaJson::missing));
        hashing.end();
        feature.missing()
                .flatMap(feature::fault)
                .ifPresent(rule -> hashing.fault("missingValue", "what stands for a missing value " + rule));
        return feature;
    }

    private static ClkFormat text(SchemaObject o) {
        ClkText text = o.has("encoding") ? o.choice("encoding", TEXTS) : ClkText.UTF_8;
        if (!o.has("pattern")) {
            return new ClkFormat.Text(
                    text,
                    o.has("case") ? o.choice("case", CASES) : ClkFormat.Case.MIXED,
                    o.whole("minLength", 0, MOST_LENGTH, 0),
                    o.whole("maxLength", 1, MOST_LENGTH, MOST_LENGTH));
        }
        String pattern = o.text("pattern");
        return PythonPattern.of(pattern)
                .<ClkFormat>map(known -> new ClkFormat.Patterned(text, known))
                .orElseGet(() -> {
                    o.fault("pattern", "must be a regular expression that Python and Java read alike");
                    return new ClkFormat.Choice(List.of());
                });
    }

    private static ClkFormat whole(SchemaObject o) {
        return new ClkFormat.Whole(o.anyWhole("minimum"), o.anyWhole("maximum"));
    }

    private static ClkFormat day(SchemaObject o) {
        return DayFormat.of(o.text("format")).<ClkFormat>map(ClkFormat.Day::new).orElseGet(() -> {
            o.fault("format", "must tell a day by %Y %y %m %b %B %d, each part once, with or without %H %M %S");
            return new ClkFormat.Choice(List.of());
        });
    }

    private static ClkFormat choice(SchemaObject o) {
        return new ClkFormat.Choice(o.texts("values"));
    }

    private static ClkComparison numeric(SchemaObject o) {
        int decimals = o.whole("fractional_precision", 0, MOST_DECIMALS, 0);
        double units = Math.rint(
                o.positive("thresholdDistance") * BigInteger.TEN.pow(decimals).doubleValue());
        if (units < 1 || units > ClkComparison.Numeric.MOST_UNITS) {
            o.fault(
                    "thresholdDistance",
                    "must be 1 to 2^53 units of the last decimal place that fractional_precision counts");
        }
        return new ClkComparison.Numeric(
                BigInteger.valueOf(Math.max(1, (long) units)), o.whole("resolution", 1, MOST_NEIGHBOURS), decimals);
    }

    private static ClkStrategy strategy(SchemaObject o) {
        boolean ofFeature = o.has("bitsPerFeature");
        ClkStrategy strategy = ofFeature
                ? new ClkStrategy.BitsPerFeature(o.whole("bitsPerFeature", 1, MOST_TIMES))
                : new ClkStrategy.BitsPerToken(o.whole("bitsPerToken", 1, MOST_TIMES));
        if (ofFeature && o.has("bitsPerToken")) {
            o.fault("bitsPerToken", "must not stand beside bitsPerFeature");
        }
        o.passOver("bitsPerToken").end();
        return strategy;
    }

    private static Missing missing(SchemaObject o) {
        String sentinel = o.text("sentinel");
        Missing missing = new Missing(sentinel, o.optionalText("replaceWith").orElse(sentinel));
        o.end();
        return missing;
    }
}
