package uk.linkage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.linkage.agreement.CanonicalJson;

/** What a folder of parts must hold: the whole file's length and digest, and each part's. Canonical JSON, read strictly. */
record PartList(String name, Entry whole, List<Entry> parts) {
    static final String FILE = "parts.json";

    private static final int VERSION = 1;

    /** A file's length and its SHA-256 in hexadecimal. */
    record Entry(long length, String sha256) {
        private ObjectNode json() {
            return CanonicalJson.object().put("length", length).put("sha256", sha256);
        }

        private static Entry of(JsonNode json) {
            return new Entry(json.path("length").asLong(), json.path("sha256").asText());
        }

        private boolean isSound() {
            return length > 0 && sha256.matches("[0-9a-f]{64}");
        }
    }

    /** The name of a part, from 1. */
    static String partName(int number) {
        return "part-%05d".formatted(number);
    }

    void write(Path folder) throws IOException {
        Files.write(folder.resolve(FILE), bytes());
    }

    private byte[] bytes() {
        ObjectNode json = CanonicalJson.object().put("linkage_parts", VERSION).put("name", name);
        json.put("length", whole.length()).put("sha256", whole.sha256());
        parts.forEach(part -> json.withArray("parts").add(part.json()));
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads the list of a folder.
     *
     * @throws SealedFileFault where it is not byte for byte one that was written here
     */
    static PartList read(Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
        PartList list = of(json(bytes));
        SealedFormat.require(
                list.isSound() && Arrays.equals(list.bytes(), bytes), FILE, "is not a list of parts of this version");
        return list;
    }

    private static JsonNode json(byte[] bytes) throws SealedFileFault {
        try {
            return CanonicalJson.parse(bytes);
        } catch (IOException e) {
            throw new SealedFileFault(FILE, e.getMessage());
        }
    }

    private static PartList of(JsonNode json) {
        List<Entry> parts = new ArrayList<>();
        json.path("parts").forEach(part -> parts.add(Entry.of(part)));
        return new PartList(json.path("name").asText(), Entry.of(json), List.copyOf(parts));
    }

    /** A name is one of a file, without a folder; parts come to the whole. */
    private boolean isSound() {
        boolean named = name.matches("[^/\\\\\\p{Cntrl}]{1,255}");
        boolean each = whole.isSound() && !parts.isEmpty() && parts.stream().allMatch(Entry::isSound);
        return named && each && parts.stream().mapToLong(Entry::length).sum() == whole.length();
    }
}
