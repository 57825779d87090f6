package uk.linkage.provider.psi;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.linkage.file.Progress;
import uk.linkage.provider.oprf.Elements;
import uk.linkage.provider.oprf.ProtocolFault;
import uk.linkage.provider.oprf.Scalar;
import uk.linkage.provider.oprf.StateFile;
import uk.linkage.provider.psi.PsiMessage.Kind;

/**
 * Two providers find the NHS Numbers that they have in common, and learn of the others' how many there are.
 *
 * <pre>{@code
 * Psi.start(numbers, "stroke", Path.of("a.psi1"), Path.of("a.state"), progress);                                  // the first
 * Psi.answer(Path.of("a.psi1"), "stroke", numbers, Psi.NO_LIMIT, Path.of("b.psi2"), Path.of("b.state"), progress); // the second
 * Psi.finish(Path.of("b.psi2"), Path.of("a.state"), numbers, Psi.NO_LIMIT, Optional.of(Path.of("a.psi3")), progress); // the first
 * Psi.finish(Path.of("a.psi3"), Path.of("b.state"), numbers, Psi.NO_LIMIT, Optional.empty(), progress);           // the second
 * }</pre>
 *
 * <p>Each party has a secret for this session alone. The first sends H(x)^a of its numbers in a random order; the second sends
 * digests of H(x)^ab in that order and H(y)^b of its own in a random order; the first sends digests of H(y)^ba in that order. Equal
 * numbers have equal digests, and all other points look random to whoever lacks the secret.
 *
 * <p>It holds against a party that follows the protocol and keeps what it sees. One that does not can put invented people
 * into its list and learn whether they are known, which no such protocol prevents, and the first can keep its last message to
 * itself or make it say what it likes. Hence the sizes are told, and a list can be limited.
 *
 * <p>Source: Meadows (1986); Huberman, Franklin and Hogg (EC 1999); De Cristofaro and Tsudik (FC 2010); security under the
 * decisional Diffie-Hellman assumption with H a random oracle (RFC 9380).
 */
public final class Psi {
    /** For a list of the other party that may have any length. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final String NUMBERS = "numbers";
    private static final String PROJECT = "[a-z0-9][a-z0-9_.-]{0,63}";

    private Psi() {}

    /**
     * What a step came to.
     *
     * @param project of the session
     * @param own distinct numbers of this party
     * @param others distinct numbers of the other one; 0 where they are not known yet
     */
    public record Step(String project, int own, int others) {}

    /**
     * What both have in common. Never prints.
     *
     * @param step the sizes
     * @param numbers those in common
     */
    public record Common(Step step, Set<String> numbers) {
        @Override
        public String toString() {
            return "Common[" + numbers.size() + "]";
        }
    }

    /** Whether a project may be called so. */
    public static boolean isProject(String name) {
        return name.matches(PROJECT);
    }

    /** Begins a session, telling of numbers. Message and state appear both or not at all. */
    public static Step start(NumberList numbers, String project, Path message, Path state, Progress progress)
            throws IOException {
        Scalar secret = Scalar.random();
        int[] order = Order.random(numbers.size());
        PsiMessage start = new PsiMessage(
                Kind.START, project, session(), "", blinded(numbers, project, order, secret, progress), Tags.none());
        send(start, Optional.of(secret), numbers, order, Tags.none(), message, state);
        return new Step(project, numbers.size(), 0);
    }

    private static String session() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static Elements blinded(NumberList numbers, String project, int[] order, Scalar secret, Progress progress) {
        String tag = "linkage-psi/1 nhs-number " + project + " P256_XMD:SHA-256_SSWU_RO_";
        return Elements.hashed(
                tag,
                order.length,
                i -> numbers.bytes(order[i]),
                i -> secret,
                progress.begin("blinding own numbers", NUMBERS, order.length));
    }

    /** The state comes first, since a message without it could not be finished. */
    private static void send(
            PsiMessage message,
            Optional<Scalar> secret,
            NumberList numbers,
            int[] order,
            Tags tags,
            Path target,
            Path state)
            throws IOException {
        String digest = HexFormat.of().formatHex(message.digest());
        new PsiState(
                        message.kind(),
                        message.project(),
                        message.session(),
                        digest,
                        secret,
                        numbers.digest(),
                        order,
                        tags)
                .write(state);
        try {
            message.write(target);
        } catch (IOException | RuntimeException e) {
            StateFile.destroy(state);
            throw e;
        }
    }

    /**
     * Answers the first message. Answer and state appear both or not at all.
     *
     * @param project what this party takes part in
     * @param most longest list of the other party that is answered
     * @param progress is told of numbers
     * @throws ProtocolFault where the message is at fault, of another project, or its list too long
     */
    public static Step answer(
            Path message, String project, NumberList numbers, int most, Path answer, Path state, Progress progress)
            throws IOException {
        PsiMessage start = PsiMessage.read(message, Kind.START);
        if (!start.project().equals(project)) {
            throw new ProtocolFault(message.getFileName() + ": is of another project");
        }
        requireAtMost(start.elements().size(), most, message);
        Scalar secret = Scalar.random();
        int[] order = Order.random(numbers.size());
        Tags tags = Tags.of(start.session(), blindedToo(start.elements(), secret, progress));
        PsiMessage reply = new PsiMessage(
                Kind.ANSWER,
                start.project(),
                start.session(),
                HexFormat.of().formatHex(start.digest()),
                blinded(numbers, start.project(), order, secret, progress),
                tags);
        send(reply, Optional.empty(), numbers, order, tags, answer, state);
        return new Step(start.project(), numbers.size(), start.elements().size());
    }

    /** Numbers of the other party under both secrets. */
    private static Elements blindedToo(Elements theirs, Scalar secret, Progress progress) {
        return theirs.times(i -> secret, progress.begin("blinding their numbers", NUMBERS, theirs.size()));
    }

    /** Which message a state waits for: true for the answer, to which a reply is due; false for the reply. */
    public static boolean owesReply(Path state) throws IOException {
        return PsiState.read(state).sent() == Kind.START;
    }

    /**
     * Finishes a session at this party. The state remains, to be destroyed once the outcome is safe.
     *
     * @param reply where the last message is to go, if this party began
     * @param progress is told of numbers
     * @throws ProtocolFault where the message is at fault or of another session, its list too long, or the own list another
     */
    public static Common finish(
            Path message, Path state, NumberList numbers, int most, Optional<Path> reply, Progress progress)
            throws IOException {
        PsiState own = PsiState.read(state);
        String name = message.getFileName().toString();
        Kind due = own.sent() == Kind.START ? Kind.ANSWER : Kind.REPLY;
        PsiMessage last = own.requireAnswer(PsiMessage.read(message, due), name);
        own.requireSame(numbers, state.getFileName().toString());
        if (due == Kind.REPLY) {
            return common(
                    own, numbers, last.tags().among(own.tags()), own.tags().size());
        }
        requireAtMost(last.elements().size(), most, message);
        Scalar secret = own.secret().orElseThrow();
        Tags theirs = Tags.of(own.session(), blindedToo(last.elements(), secret, progress));
        Common common = common(own, numbers, last.tags().among(theirs), theirs.size());
        PsiMessage told = new PsiMessage(
                Kind.REPLY,
                own.project(),
                own.session(),
                HexFormat.of().formatHex(last.digest()),
                Elements.received(new byte[0], name),
                theirs);
        told.write(reply.orElseThrow(() -> new IllegalArgumentException("a reply is due")));
        return common;
    }

    private static Common common(PsiState own, NumberList numbers, boolean[] among, int others) {
        Set<String> common = new TreeSet<>();
        for (int i = 0; i < among.length; i++) {
            if (among[i]) {
                common.add(numbers.get(own.order()[i]));
            }
        }
        return new Common(new Step(own.project(), numbers.size(), others), common);
    }

    private static void requireAtMost(int size, int most, Path message) {
        if (size > most) {
            throw new ProtocolFault(message.getFileName() + ": holds " + size + " numbers, more than the " + most
                    + " that are allowed");
        }
    }
}
