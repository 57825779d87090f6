package uk.linkage.hub.crosswalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.WholeFile;
import uk.linkage.secret.Message;

/**
 * Which records were withdrawn, so that no later run takes them in again: a tag of each in the place of its local id. The hub alone holds it,
 * and it goes on from run to run. Immutable; prints counts only.
 *
 * <pre>{@code
 * WithdrawnRecords withdrawn = WithdrawnRecords.read(run, new SecureRandom()).and(withdrawal.removed());
 * withdrawn.of("hospital").holds(localId);
 * }</pre>
 *
 * <p>A tag is the first 16 bytes of HMAC-SHA-256 (RFC 2104) under a random salt of 32 bytes over provider and local id, each behind its length.
 * What this is worth: the file names nobody, and two runs that do not follow each other have tags that cannot be compared. Who holds the
 * file <em>and</em> can guess a local id can test the guess, since the hub itself must be able to tell that record again.
 */
public final class WithdrawnRecords {
    /** The name of the file in the folder of a run. */
    public static final String FILE = "withdrawn-records.json";

    private static final String NAME = "linkage_withdrawn_records";
    private static final int VERSION = 1;
    private static final int SALT = 32;
    private static final int TAG = 16;

    private final byte[] salt;
    private final Set<String> tags;

    private WithdrawnRecords(byte[] salt, Set<String> tags) {
        this.salt = salt;
        this.tags = tags;
    }

    /** Nothing yet, under a fresh salt. */
    public static WithdrawnRecords none(RandomGenerator random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new WithdrawnRecords(salt, Set.of());
    }

    /** Whether nothing was withdrawn. */
    public boolean areNone() {
        return tags.isEmpty();
    }

    /** How many. */
    public int size() {
        return tags.size();
    }

    /** With all records of these crosswalks. */
    public WithdrawnRecords and(Iterable<Crosswalk> withdrawn) {
        Set<String> all = new TreeSet<>(tags);
        Mac mac = mac();
        withdrawn.forEach(crosswalk ->
                crosswalk.studyIds().keySet().forEach(id -> all.add(tag(mac, crosswalk.provider(), id))));
        return new WithdrawnRecords(salt, all);
    }

    /** Tells the withdrawn records of one provider from the others; for one thread. */
    public Test of(String provider) {
        Mac mac = mac();
        return localId -> tags.contains(tag(mac, provider, localId));
    }

    /** Whether a record was withdrawn. */
    @FunctionalInterface
    public interface Test {
        /** Whether the record of that local id was. */
        boolean holds(String localId);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String tag(Mac mac, String provider, String localId) {
        byte[] whole = mac.doFinal(new Message().add(provider).add(localId).bytes());
        return HexFormat.of().formatHex(Arrays.copyOf(whole, TAG));
    }

    /**
     * Reads those of a run; none where it has no such file.
     *
     * @throws MalformedFileException where the file breaks a rule
     */
    public static WithdrawnRecords read(Path run, RandomGenerator random) throws IOException {
        Path file = run.resolve(FILE);
        return Files.exists(file) ? parse(file) : none(random);
    }

    private static WithdrawnRecords parse(Path file) throws IOException {
        JsonNode json = json(file);
        require(json.path(NAME).asInt() == VERSION && json.size() == 3, file, "is not of this version");
        String salt = json.path("salt").asText();
        require(salt.matches("[0-9a-f]{" + 2 * SALT + "}"), file, "has no salt of " + SALT + " bytes");
        Set<String> tags = new TreeSet<>();
        for (JsonNode tag : json.path("records")) {
            require(tag.asText().matches("[0-9a-f]{" + 2 * TAG + "}"), file, "has a tag that is not " + TAG + " bytes");
            require(tags.add(tag.asText()), file, "has a tag twice");
        }
        return new WithdrawnRecords(HexFormat.of().parseHex(salt), tags);
    }

    private static JsonNode json(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            return CanonicalJson.parse(content);
        } catch (IOException e) {
            throw new MalformedFileException(file, e.getMessage());
        }
    }

    private static void require(boolean holds, Path file, String rule) throws IOException {
        if (!holds) {
            throw new MalformedFileException(file, rule);
        }
    }

    /** Writes them into the folder of a run, if there are any. */
    public void write(Path run) throws IOException {
        if (areNone()) {
            return;
        }
        ObjectNode json = CanonicalJson.object();
        json.put(NAME, VERSION).put("salt", HexFormat.of().formatHex(salt));
        tags.forEach(json.putArray("records")::add);
        byte[] bytes = CanonicalJson.pretty(json).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(run.resolve(FILE), out -> out.write(bytes));
    }

    @Override
    public String toString() {
        return "WithdrawnRecords[" + tags.size() + "]";
    }
}
