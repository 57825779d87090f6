package uk.linkage.provider.clk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.linkage.agreement.CanonicalJson;

/**
 * A clkhash linkage schema, version 3: which columns an extract has, what their values look like and how they become one
 * filter. Immutable.
 *
 * <p>Reading is strict. A missing, unknown or mistyped entry is a fault, and all faults are told at once; so is what
 * clkhash would pass over or fail at later. A schema that is read makes the CLKs that clkhash 0.18 makes of it, bit for
 * bit.
 *
 * <pre>{@code
 * ClkSchema schema = ClkSchema.read(Path.of("schema.json"));
 * ClkEncoder encoder = schema.encoder(ClkSecret.read(Path.of("anonlink-secret.txt")));
 * }</pre>
 *
 * <p>Source: the linkage schema chapter of clkhash's documentation; {@code docs/format.md}, section 17.
 */
public final class ClkSchema {
    static final int MOST_BITS = 1 << 20;
    static final int MOST_FOLDS = 8;
    private static final int VERSION = 3;

    private final int bits;
    private final int folds;
    private final ClkKeys keys;
    private final List<ClkFeature> features;

    ClkSchema(int bits, int folds, ClkKeys keys, List<ClkFeature> features) {
        this.bits = bits;
        this.folds = folds;
        this.keys = keys;
        this.features = List.copyOf(features);
    }

    /**
     * Reads a schema.
     *
     * @throws InvalidClkSchema with every fault in it
     * @throws IOException where the file cannot be read
     */
    public static ClkSchema read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file.getFileName().toString());
    }

    /**
     * Reads a schema from bytes.
     *
     * @param name what to call it in messages
     * @throws InvalidClkSchema with every fault in it
     */
    public static ClkSchema parse(byte[] json, String name) {
        List<String> faults = new ArrayList<>();
        try {
            JsonNode node = CanonicalJson.parse(json);
            requireVersion(node.path("version"), name);
            ClkSchema schema = ClkSchemaJson.read(node, faults);
            if (faults.isEmpty()) {
                schema.check(faults);
            }
            if (faults.isEmpty()) {
                return schema;
            }
        } catch (IOException e) {
            faults.add(e.getMessage());
        }
        throw new InvalidClkSchema(name, faults);
    }

    /** Nothing else is said of a schema of another version: its properties have other names. */
    private static void requireVersion(JsonNode version, String name) {
        if (version.isInt() && version.intValue() > 0 && version.intValue() < VERSION) {
            throw new InvalidClkSchema(
                    name,
                    List.of("version: is " + version.intValue()
                            + ", and 3 is read; convert it first, with anonlink-client:"
                            + " anonlink convert-schema OLD.json NEW.json"));
        }
        if (!version.isInt() || version.intValue() != VERSION) {
            throw new InvalidClkSchema(name, List.of("version: must be 3"));
        }
    }

    /** What no property breaks alone. */
    private void check(List<String> faults) {
        boolean blake = encoded().stream().anyMatch(feature -> feature.hashing() instanceof ClkHashing.Blake);
        unless(!encoded().isEmpty(), "features: must hold one that is not ignored", faults);
        unless(filterBits() <= MOST_BITS, "clkConfig.l: is over " + MOST_BITS + " bits before folding", faults);
        unless(!blake || Integer.bitCount(bits) == 1, "clkConfig.l: must be a power of two for blakeHash", faults);
        unless(
                !blake || keys.size() <= ClkHashing.Blake.LONGEST_KEY,
                "clkConfig.kdf.keySize: must be at most " + ClkHashing.Blake.LONGEST_KEY + " for blakeHash",
                faults);
        unless(
                keys.bytes(features.size()) <= keys.hash().mostBytes(),
                "clkConfig.kdf.keySize: two such keys for each of " + features.size() + " features are more than the "
                        + keys.hash().mostBytes() + " bytes that HKDF gives",
                faults);
    }

    private static void unless(boolean good, String fault, List<String> faults) {
        if (!good) {
            faults.add(fault);
        }
    }

    private List<ClkFeature.Encoded> encoded() {
        return features.stream()
                .filter(ClkFeature.Encoded.class::isInstance)
                .map(ClkFeature.Encoded.class::cast)
                .toList();
    }

    /** Length of a CLK in bits. */
    public int bits() {
        return bits;
    }

    /** The header of an extract for this schema. */
    public List<String> identifiers() {
        return features.stream().map(ClkFeature::identifier).toList();
    }

    /** A worker of one thread, holding keys made of the secret. */
    public ClkEncoder encoder(ClkSecret secret) {
        byte[][] derived = keys.derive(secret, features.size());
        List<FeatureEncoder> encoders = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i) instanceof ClkFeature.Encoded feature) {
                int first = i * ClkKeys.FOR_EACH_FEATURE;
                encoders.add(new FeatureEncoder(
                        i, feature, feature.hashing().keyed(derived[first], derived[first + 1], filterBits())));
            }
        }
        return new ClkEncoder(bits, folds, encoders);
    }

    /** Before folding. */
    private int filterBits() {
        return bits << folds;
    }

    @Override
    public String toString() {
        return "ClkSchema[" + bits + " bits, " + features.size() + " features]";
    }
}
