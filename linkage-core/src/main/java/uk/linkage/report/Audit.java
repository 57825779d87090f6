package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.MalformedFileException;

/**
 * What attacks on the encodings came to, as an audit left it: a JSON file whose {@code attacks} each have a {@code name}, the {@code rate} of
 * records re-identified with its interval from {@code low} to {@code high}, and the {@code bound} that the parties want it under, where
 * they want one. Other properties are passed over.
 *
 * @param attacks one or more
 */
public record Audit(List<Attack> attacks) {

    /** Copies the list. */
    public Audit {
        attacks = List.copyOf(attacks);
    }

    /** One attack. Shares are from 0 to 1. */
    public record Attack(String name, double rate, double low, double high, OptionalDouble bound) {
        /** Whether even the upper end of the interval keeps to the bound. */
        boolean passes() {
            return bound.isEmpty() || high <= bound.getAsDouble();
        }
    }

    /**
     * Reads one.
     *
     * @throws IOException where the file is none
     */
    public static Audit read(Path file) throws IOException {
        List<Attack> attacks = new ArrayList<>();
        for (JsonNode attack : json(file).path("attacks")) {
            attacks.add(attack(attack, file));
        }
        if (attacks.isEmpty()) {
            throw new MalformedFileException(file, "is no audit: it has no attacks");
        }
        return new Audit(attacks);
    }

    private static JsonNode json(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            return CanonicalJson.parse(content);
        } catch (IOException e) {
            throw new MalformedFileException(file, e.getMessage());
        }
    }

    private static Attack attack(JsonNode attack, Path file) throws IOException {
        if (!attack.path("name").isTextual()) {
            throw new MalformedFileException(file, "an attack has no name");
        }
        double rate = share(attack, "rate", file);
        double low = share(attack, "low", file);
        double high = share(attack, "high", file);
        if (low > rate || rate > high) {
            throw new MalformedFileException(file, "an attack's rate is not between its low and high");
        }
        OptionalDouble bound =
                attack.hasNonNull("bound") ? OptionalDouble.of(share(attack, "bound", file)) : OptionalDouble.empty();
        return new Attack(attack.path("name").asText(), rate, low, high, bound);
    }

    private static double share(JsonNode attack, String name, Path file) throws IOException {
        JsonNode share = attack.path(name);
        if (!share.isNumber() || share.asDouble() < 0 || share.asDouble() > 1) {
            throw new MalformedFileException(file, "an attack's " + name + " is no number from 0 to 1");
        }
        return share.asDouble();
    }
}
