package uk.linkage.provider.oprf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import uk.linkage.agreement.CanonicalJson;

/** The two messages by which a provider has outputs made; {@code docs/format.md} specifies them byte for byte. */
final class OprfMessage {
    static final String VERSION = "linkage-oprf/1";

    private OprfMessage() {}

    /**
     * The question to all holders of shares.
     *
     * @param asker who says it asks
     * @param shares the public shares of all, which the key is the sum of
     * @param elements blinded numbers in a random order
     */
    record Ask(String project, int epoch, String asker, List<Element> shares, Elements elements, String digest) {
        static ObjectNode header(String project, int epoch, String asker, List<Element> shares, int elements) {
            ObjectNode json = CanonicalJson.object();
            json.put("message", "ask")
                    .put("project", project)
                    .put("epoch", epoch)
                    .put("asker", asker);
            ArrayNode list = json.putArray("shares");
            shares.forEach(share -> list.add(HexFormat.of().formatHex(share.bytes())));
            json.put("elements", elements);
            return json;
        }

        static Ask read(Path file) throws IOException {
            MessageFile message = MessageFile.read(file, VERSION);
            JsonNode header = message.header();
            message.require(header.path("message").asText().equals("ask"), "is not a question");
            String project = header.path("project").asText();
            int epoch = header.path("epoch").asInt();
            String asker = header.path("asker").asText();
            List<Element> shares = new ArrayList<>();
            for (JsonNode share : header.path("shares")) {
                shares.add(element(message, share.asText()));
            }
            message.require(asker.matches("[a-z0-9][a-z0-9_-]{0,39}"), "names no valid asker");
            int elements = header.path("elements").asInt();
            message.requireHeader(header(project, epoch, asker, shares, elements));
            message.require(
                    elements > 0 && message.body().length == (long) elements * Element.BYTES,
                    "holds more or fewer points than it says");
            return new Ask(
                    project,
                    epoch,
                    asker,
                    shares,
                    Elements.received(message.body(), message.name()).requireDistinct(),
                    HexFormat.of().formatHex(message.digest()));
        }
    }

    /**
     * The answer of one of them.
     *
     * @param to digest of the question
     * @param share the public share of who answers
     * @param elements the points of the question times the share, in the order of the question
     * @param proofs one for each batch
     */
    record Answer(String name, String to, Element share, Elements elements, byte[] proofs) {
        static ObjectNode header(String to, Element share, int elements) {
            ObjectNode json = CanonicalJson.object();
            json.put("message", "answer").put("to", to);
            json.put("share", HexFormat.of().formatHex(share.bytes())).put("elements", elements);
            return json;
        }

        static Answer read(Path file) throws IOException {
            MessageFile message = MessageFile.read(file, VERSION);
            JsonNode header = message.header();
            message.require(header.path("message").asText().equals("answer"), "is not an answer");
            Element share = element(message, header.path("share").asText());
            String to = header.path("to").asText();
            int elements = header.path("elements").asInt();
            message.requireHeader(header(to, share, elements));
            long points = (long) elements * Element.BYTES;
            long proofs = (long) Batches.count(elements) * Proof.BYTES;
            message.require(
                    elements > 0 && message.body().length == points + proofs,
                    "holds more or fewer points and proofs than it says");
            byte[] body = message.body();
            return new Answer(
                    message.name(),
                    to,
                    share,
                    Elements.received(Arrays.copyOf(body, (int) points), message.name()),
                    Arrays.copyOfRange(body, (int) points, body.length));
        }
    }

    private static Element element(MessageFile message, String hex) {
        try {
            return PublicShare.parse(hex);
        } catch (IllegalArgumentException e) {
            throw new ProtocolFault(message.name() + ": names a share that is no point of the curve P-256");
        }
    }
}
