package uk.linkage.provider.psi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.provider.oprf.MessageFile;
import uk.linkage.provider.oprf.ProtocolFault;
import uk.linkage.provider.oprf.Scalar;
import uk.linkage.provider.oprf.StateFile;
import uk.linkage.provider.psi.PsiMessage.Kind;

/**
 * What a party remembers of a session until it is finished, in a file of its owner's alone: the order in which it sent its
 * numbers, and not the numbers, which it reads again. Never prints.
 *
 * @param sent the message that this party sent
 * @param digest of that message, hexadecimal
 * @param secret of the party that began; the other has no more use for its own and forgets it
 * @param list digest of the list
 * @param order in which the numbers were sent, by their places in the list
 * @param tags of the numbers of the other party, where this one answered; none where it began
 */
record PsiState(
        Kind sent,
        String project,
        String session,
        String digest,
        Optional<Scalar> secret,
        byte[] list,
        int[] order,
        Tags tags) {
    private static final String VERSION = "linkage-psi-state/1";
    private static final int LIST = 32;

    void write(Path file) throws IOException {
        byte[] own = secret.map(Scalar::bytes).orElse(new byte[0]);
        StateFile.write(file, VERSION, header(), own, list, Order.bytes(order), tags.bytes());
    }

    private ObjectNode header() {
        ObjectNode json = CanonicalJson.object();
        json.put("sent", sent.label())
                .put("project", project)
                .put("session", session)
                .put("digest", digest);
        json.put("numbers", order.length).put("tags", tags.size());
        return json;
    }

    /** @throws ProtocolFault where it is not the state of a session */
    static PsiState read(Path file) throws IOException {
        MessageFile state = StateFile.read(file, VERSION);
        JsonNode header = state.header();
        Kind sent = header.path("sent").asText().equals(Kind.START.label()) ? Kind.START : Kind.ANSWER;
        int secret = sent == Kind.START ? Scalar.BYTES : 0;
        int numbers = header.path("numbers").asInt();
        int tags = header.path("tags").asInt();
        state.require(numbers > 0 && tags >= 0, "is not the state of a session");
        state.require(
                state.body().length == secret + LIST + (long) numbers * Integer.BYTES + (long) tags * Tags.BYTES,
                "is not the state of a session");
        ByteBuffer body = ByteBuffer.wrap(state.body());
        PsiState read = new PsiState(
                sent,
                header.path("project").asText(),
                header.path("session").asText(),
                header.path("digest").asText(),
                sent == Kind.START ? Optional.of(Scalar.of(next(body, secret))) : Optional.empty(),
                next(body, LIST),
                Order.parse(next(body, numbers * Integer.BYTES)),
                Tags.received(next(body, tags * Tags.BYTES), state.name()));
        state.requireHeader(read.header());
        return read;
    }

    /** Lets a message pass that answers what this party sent. */
    PsiMessage requireAnswer(PsiMessage message, String file) {
        require(message.session().equals(session), file, "is of another session");
        require(message.project().equals(project), file, "is of another project");
        require(message.to().equals(digest), file, "answers another message than the one sent");
        require(message.tags().size() == order.length, file, "has more or fewer tags than numbers were sent");
        return message;
    }

    /** Lets the list pass from which the numbers were sent. */
    void requireSame(NumberList numbers, String file) {
        require(
                numbers.size() == order.length && MessageDigest.isEqual(numbers.digest(), list),
                file,
                "holds other numbers than when the session began");
    }

    private static void require(boolean good, String file, String rule) {
        if (!good) {
            throw new ProtocolFault(file + ": " + rule);
        }
    }

    private static byte[] next(ByteBuffer body, int length) {
        byte[] bytes = new byte[length];
        body.get(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "PsiState[…]";
    }
}
