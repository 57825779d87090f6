package uk.linkage.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * The agreement as a file: JSON for people to read and sign, canonical bytes to fingerprint.
 *
 * <p>Reading is strict. A missing, unknown, mistyped or unsafe entry is a fault, and all faults are told at once.
 *
 * <pre>{@code
 * Agreement agreement = AgreementFile.read(Path.of("agreement.json"));
 * Files.writeString(copy, AgreementFile.text(agreement));
 * }</pre>
 */
public final class AgreementFile {
    private AgreementFile() {}

    /**
     * Reads an agreement.
     *
     * @throws InvalidAgreement with every fault in it
     * @throws IOException where the file cannot be read
     */
    public static Agreement read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file.getFileName().toString());
    }

    /**
     * Reads an agreement from bytes.
     *
     * @param name what to call it in messages
     * @throws InvalidAgreement with every fault in it
     */
    public static Agreement parse(byte[] json, String name) {
        Faults faults = new Faults();
        try {
            Agreement agreement = AgreementJson.read(CanonicalJson.parse(json), faults);
            if (faults.none()) {
                Soundness.check(agreement, faults);
            }
            if (faults.none()) {
                return agreement;
            }
        } catch (IOException e) {
            faults.add("", e.getMessage());
        }
        throw new InvalidAgreement(name, faults.list());
    }

    /** The agreement laid out for people. */
    public static String text(Agreement agreement) {
        return CanonicalJson.pretty(AgreementJson.write(agreement));
    }

    /** The accepted risks as they stand in the file: a list, empty where there is none. */
    public static ArrayNode acceptedRisks(Agreement agreement) {
        return (ArrayNode) AgreementJson.write(agreement).get("accepted_risks");
    }

    /** The canonical bytes (RFC 8785). */
    public static byte[] canonical(Agreement agreement) {
        return CanonicalJson.bytes(AgreementJson.write(agreement));
    }

    /** Every entry in which two agreements differ, as {@code place: this here, that there}. */
    public static List<String> differences(Agreement left, Agreement right) {
        List<String> differences = new ArrayList<>();
        compare("", AgreementJson.write(left), AgreementJson.write(right), differences);
        return differences;
    }

    private static void compare(String path, JsonNode left, JsonNode right, List<String> differences) {
        if (left.isObject() && right.isObject()) {
            names(left, right)
                    .forEach(name -> compare(
                            path.isEmpty() ? name : path + "." + name, left.path(name), right.path(name), differences));
        } else if (left.isArray() && right.isArray() && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(path + "[" + i + "]", left.get(i), right.get(i), differences);
            }
        } else if (!left.equals(right)) {
            differences.add(path + ": " + shown(left) + " against " + shown(right));
        }
    }

    private static Iterable<String> names(JsonNode left, JsonNode right) {
        TreeSet<String> names = new TreeSet<>();
        for (Iterator<String> i = left.fieldNames(); i.hasNext(); ) {
            names.add(i.next());
        }
        for (Iterator<String> i = right.fieldNames(); i.hasNext(); ) {
            names.add(i.next());
        }
        return names;
    }

    private static String shown(JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        return node.isArray() ? node.size() + " entries" : node.isObject() ? "an object" : node.asText();
    }
}
