package uk.linkage.provider.oprf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.tokenise.NumberOutputs;
import uk.linkage.secret.SecretFault;

/**
 * A provider's own numbers and the outputs for them, in a file of its owner's alone. Never prints.
 *
 * <pre>{@code
 * NumberTable table = NumberTable.read(Path.of("numbers.tokens")).requireFor(agreement);
 * Sealing sealing = provider.with(table).seal(...);
 * }</pre>
 *
 * <p>43 bytes a number: its kind, the number and the output, in order of kind and number.
 */
public final class NumberTable implements NumberOutputs {
    private static final String VERSION = "linkage-oprf-numbers/1";
    private static final int ROW = NumberInputs.BYTES + Oprf.BYTES;

    private final String name;
    private final String project;
    private final int epoch;
    private final String publicKey;
    private final byte[] rows;

    private NumberTable(String name, String project, int epoch, String publicKey, byte[] rows) {
        this.name = name;
        this.project = project;
        this.epoch = epoch;
        this.publicKey = publicKey;
        this.rows = rows;
    }

    /** Writes a new table: the outputs of entries in their places. */
    static void write(
            Path file, String project, int epoch, Element publicKey, List<String> entries, List<byte[]> outputs)
            throws IOException {
        int[] sorted = IntStream.range(0, entries.size())
                .boxed()
                .sorted((a, b) -> entries.get(a).compareTo(entries.get(b)))
                .mapToInt(i -> i)
                .toArray();
        byte[] rows = new byte[sorted.length * ROW];
        for (int i = 0; i < sorted.length; i++) {
            byte[] entry = entries.get(sorted[i]).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(entry, 0, rows, i * ROW, NumberInputs.BYTES);
            System.arraycopy(outputs.get(sorted[i]), 0, rows, i * ROW + NumberInputs.BYTES, Oprf.BYTES);
        }
        String key = HexFormat.of().formatHex(publicKey.bytes());
        StateFile.write(file, VERSION, header(project, epoch, key, sorted.length), rows);
    }

    private static ObjectNode header(String project, int epoch, String publicKey, int numbers) {
        ObjectNode json = CanonicalJson.object();
        json.put("project", project)
                .put("epoch", epoch)
                .put("public_key", publicKey)
                .put("numbers", numbers);
        return json;
    }

    /**
     * Reads a table.
     *
     * @throws SecretFault where others may read it
     * @throws ProtocolFault where it is damaged or something else
     */
    public static NumberTable read(Path file) throws IOException {
        MessageFile content = StateFile.read(file, VERSION);
        JsonNode header = content.header();
        NumberTable table = new NumberTable(
                content.name(),
                header.path("project").asText(),
                header.path("epoch").asInt(),
                header.path("public_key").asText(),
                content.body());
        content.requireHeader(header(table.project, table.epoch, table.publicKey, table.size()));
        content.require(table.rows.length % ROW == 0, "ends within a row");
        return table;
    }

    /**
     * Lets it pass where it was made for the agreement's project and epoch.
     *
     * @throws SecretFault where it was not
     */
    public NumberTable requireFor(Agreement agreement) {
        String asked =
                agreement.purpose().project() + ", epoch " + agreement.purpose().epoch();
        String own = project + ", epoch " + epoch;
        if (!asked.equals(own)) {
            throw new SecretFault(name + ": is of " + own + "; the agreement is of " + asked);
        }
        return this;
    }

    /** How many numbers. */
    public int size() {
        return rows.length / ROW;
    }

    /** Of the whole key, which no party holds. */
    @Override
    public String keyName() {
        return publicKey;
    }

    @Override
    public Optional<String> of(FieldKind kind, String number) {
        byte[] entry = NumberInputs.entry(kind, number).getBytes(StandardCharsets.US_ASCII);
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int from = middle * ROW;
            int compared = Arrays.compareUnsigned(rows, from, from + NumberInputs.BYTES, entry, 0, entry.length);
            if (compared == 0) {
                return Optional.of(HexFormat.of().formatHex(rows, from + NumberInputs.BYTES, from + ROW));
            }
            low = compared < 0 ? middle + 1 : low;
            high = compared < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "NumberTable[" + size() + "]";
    }
}
