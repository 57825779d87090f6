package uk.linkage.rekey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.StatementFile;

/**
 * Leave to take study ids from one project into another, which each project's authority gives by a signed statement: both projects, what for and
 * until when, and by which of its keys. Two of them are needed.
 *
 * <pre>{@code
 * StatementFile.write(Grant.sign(key, "diabetes", "stroke", "joint cohort", until, authority, Instant.now()), file);
 * Grant.requireBoth(List.of(Grant.read(file), Grant.read(other)), from, to, LocalDate.now());
 * }</pre>
 *
 * @param name of the file, for faults
 * @param from the project whose ids they are
 * @param to the project that takes them
 * @param purpose what for
 * @param until the last day on which it holds
 * @param keyCheck of the signer's own study key
 * @param signer who granted it
 * @param sha256 of the statement's canonical form
 */
public record Grant(
        String name,
        String from,
        String to,
        String purpose,
        LocalDate until,
        String keyCheck,
        IdentityCard signer,
        String sha256) {
    private static final String KIND = "rekeying-grant";

    /**
     * Grants it.
     *
     * @param own the study key of the one project for which the signer answers
     * @throws IdentityFault where the key is of neither project, or the signer does not answer for it
     */
    public static ObjectNode sign(
            StudyKey own, String from, String to, String purpose, LocalDate until, Identity signer, Instant when) {
        String key = "the study key of " + own.project();
        require(!from.equals(to), key, "is granted into its own project");
        require(own.project().equals(from) || own.project().equals(to), key, "is of neither project");
        require(
                own.authority().equals(signer.card()),
                key,
                "is not one that " + signer.card().name() + " answers for");
        return StatementFile.sign(
                StatementFile.begin(KIND, when)
                        .put("from", from)
                        .put("to", to)
                        .put("purpose", purpose)
                        .put("until", until.toString())
                        .put("key_check", own.checkValue()),
                signer);
    }

    /**
     * Reads a grant.
     *
     * @throws IdentityFault where it is none, or was changed after it was signed
     */
    public static Grant read(Path file) throws IOException {
        StatementFile.Signed signed = StatementFile.read(file);
        String name = file.getFileName().toString();
        require(signed.kind().equals(KIND), name, "is no grant to take study ids into another project");
        JsonNode said = signed.content();
        return new Grant(
                name,
                said.path("from").asText(),
                said.path("to").asText(),
                said.path("purpose").asText(),
                date(said.path("until").asText(), name),
                said.path("key_check").asText(),
                signed.signer(),
                Fingerprint.sha256(CanonicalJson.bytes(said)));
    }

    private static LocalDate date(String text, String name) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IdentityFault(name + ": says until no day");
        }
    }

    /**
     * Lets grants pass of which each key's authority gave one, for the same purpose, that holds on a day.
     *
     * @throws IdentityFault where they do not
     */
    public static void requireBoth(List<Grant> grants, StudyKey from, StudyKey to, LocalDate today) {
        List<String> purposes = new ArrayList<>();
        for (Grant grant : grants) {
            boolean way = grant.from.equals(from.project()) && grant.to.equals(to.project());
            require(way, grant.name, "grants another way than from " + from.project() + " to " + to.project());
            require(!grant.until.isBefore(today), grant.name, "held until " + grant.until);
            purposes.add(grant.purpose);
        }
        for (StudyKey key : List.of(from, to)) {
            require(
                    grants.stream().anyMatch(grant -> grant.isOf(key)),
                    "rekey",
                    "there is no grant by " + key.authority().name() + " with the study key of " + key.project());
        }
        require(purposes.stream().distinct().count() == 1, "rekey", "the grants are for different purposes");
    }

    private boolean isOf(StudyKey key) {
        return signer.equals(key.authority()) && keyCheck.equals(key.checkValue());
    }

    private static void require(boolean good, String place, String rule) {
        if (!good) {
            throw new IdentityFault(place + ": " + rule);
        }
    }
}
