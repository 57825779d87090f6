package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.StatementFile;

/** What {@code linkage inspect} says of a signed statement: a certificate of destruction, a grant, a record of re-keying. */
record StatementInspection(ObjectNode json, List<String> words) {
    private static final long LONGEST = 1 << 28;

    /** Whether a file is worth looking at as a statement: JSON, and not of a size that none has. */
    static boolean isOne(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            if (content.read() != '{' || Files.size(file) > LONGEST) {
                return false;
            }
        }
        return StatementFile.isOne(Files.readAllBytes(file));
    }

    /**
     * Checks one.
     *
     * @param trusted cards that the caller trusts; none where the caller did not say
     * @throws IdentityFault where it was changed, or none of those cards is the signer's
     */
    static StatementInspection of(Path file, List<IdentityCard> trusted) throws IOException {
        StatementFile.Signed signed = StatementFile.read(file);
        IdentityCard signer = signed.signer();
        if (!trusted.isEmpty() && !trusted.contains(signer)) {
            throw new IdentityFault(
                    file.getFileName() + ": is signed by a key of another card than those given; its own"
                            + " calls itself " + signer.name() + ", fingerprint " + signer.fingerprint());
        }
        String who = trusted.isEmpty()
                ? "; whether that is the " + signer.name()
                        + " you know, its card tells: --from CARD, or compare the fingerprint " + signer.fingerprint()
                : ", whose card you gave";
        return new StatementInspection(
                signed.content(), List.of("a whole " + signed.kind() + ", signed by " + signer.name() + who));
    }
}
