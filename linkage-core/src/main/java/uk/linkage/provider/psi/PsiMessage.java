package uk.linkage.provider.psi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.provider.oprf.Element;
import uk.linkage.provider.oprf.Elements;
import uk.linkage.provider.oprf.MessageFile;

/**
 * One of the three messages; {@code docs/format.md} specifies them byte for byte. Each names its session, its project and,
 * by its digest, the message that it answers.
 *
 * @param to digest of the message that this one answers, as hexadecimal digits; empty in the first
 * @param elements blinded numbers of the sender
 * @param tags of the numbers of the receiver under both secrets, in the receiver's order
 */
record PsiMessage(Kind kind, String project, String session, String to, Elements elements, Tags tags) {
    static final String VERSION = "linkage-psi/1";

    /** Which of the three. */
    enum Kind {
        START,
        ANSWER,
        REPLY;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Writes it and gives its digest. */
    byte[] write(Path target) throws IOException {
        return MessageFile.write(target, VERSION, header(), elements.bytes(), tags.bytes());
    }

    /** Its digest before it is written. */
    byte[] digest() throws IOException {
        return MessageFile.digest(VERSION, header(), elements.bytes(), tags.bytes());
    }

    private ObjectNode header() {
        return header(kind, project, session, to, elements.size(), tags.size());
    }

    private static ObjectNode header(Kind kind, String project, String session, String to, int elements, int tags) {
        ObjectNode json = CanonicalJson.object();
        json.put("message", kind.label()).put("project", project).put("session", session);
        json.put("to", to).put("elements", elements).put("tags", tags);
        return json;
    }

    /**
     * A message of this kind from a file, whole and of distinct elements and tags. Whether its elements are points shows where
     * they are used.
     *
     * @throws uk.linkage.provider.oprf.ProtocolFault where it is not
     */
    static PsiMessage read(Path file, Kind kind) throws IOException {
        MessageFile message = MessageFile.read(file, VERSION);
        JsonNode header = message.header();
        String said = header.path("message").asText();
        message.require(said.equals(kind.label()), "is not the message '" + kind.label() + "' of a session");
        String project = header.path("project").asText();
        String session = header.path("session").asText();
        String to = header.path("to").asText();
        message.require(Psi.isProject(project), "names no valid project");
        message.require(session.matches("[0-9a-f]{32}"), "names no session");
        message.require(to.matches(kind == Kind.START ? "" : "[0-9a-f]{64}"), "does not say what it answers");
        int elements = header.path("elements").asInt(-1);
        int tags = header.path("tags").asInt(-1);
        message.require(kind == Kind.REPLY ? elements == 0 : elements > 0, "has no sound number of elements");
        message.require(kind == Kind.START ? tags == 0 : tags > 0, "has no sound number of tags");
        message.requireHeader(header(kind, project, session, to, elements, tags));
        long length = (long) elements * Element.BYTES + (long) tags * Tags.BYTES;
        message.require(message.body().length == length, "holds more or fewer points and tags than it says");
        byte[] points = Arrays.copyOf(message.body(), elements * Element.BYTES);
        byte[] rest = Arrays.copyOfRange(message.body(), points.length, message.body().length);
        return new PsiMessage(
                kind,
                project,
                session,
                to,
                Elements.received(points, message.name()).requireDistinct(),
                Tags.received(rest, message.name()));
    }

    @Override
    public String toString() {
        return "PsiMessage[" + kind.label() + "]";
    }
}
