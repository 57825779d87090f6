package uk.linkage.destroy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.linkage.file.Progress;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.StatementFile;

/**
 * Destroys files and folders and leaves a signed certificate of what there was, beside them. Held by whoever holds the files.
 *
 * <pre>{@code
 * Destruction destruction = Destruction.of(List.of(run), List.of(identityFile), certificate, known, false);
 * destruction.names(); // what would go
 * ObjectNode signed = destruction.carryOut(terms, hub, InstantSource.system());
 * }</pre>
 *
 * <p>Promises that nothing goes before everything was looked at and the whole list is on the disk; that of a folder only files go which the
 * program made, unless others are asked for too; that no symbolic link is followed; and that the certificate appears when all of it is gone,
 * and not before. Where it is stopped half-way there is {@code CERTIFICATE.begun}, the list signed by the same party, and the same command
 * again goes on from it.
 */
public final class Destruction {
    /** The kind of the certificate. */
    public static final String KIND = "destruction";

    private static final String BEGUN = "destruction-begun";

    private final Targets targets;
    private final Path certificate;
    private final Path begun;
    private final Survey survey;
    private final Progress progress;

    private Destruction(Targets targets, Path certificate, Survey survey, Progress progress) {
        this.progress = progress;
        this.targets = targets;
        this.certificate = certificate;
        this.begun = begun(certificate);
        this.survey = survey;
    }

    /**
     * Prepares it, without touching anything.
     *
     * @param paths files and folders to destroy; a file that is named itself needs not be known
     * @param kept files that must stay, as the certificate must
     * @param certificate where it goes
     * @param known what of a folder the program made
     * @param alsoUnknown whether other files of folders go too
     */
    public static Destruction of(
            List<Path> paths, List<Path> kept, Path certificate, KnownFiles known, boolean alsoUnknown)
            throws IOException {
        List<Path> staying = new ArrayList<>(kept);
        staying.add(certificate);
        Targets targets = new Targets(paths, staying);
        return new Destruction(targets, certificate, new Survey(targets, known, alsoUnknown), Progress.UNSEEN);
    }

    /** The same, telling of bytes. */
    public Destruction telling(Progress progress) {
        return new Destruction(targets, certificate, survey, progress);
    }

    /** Where the list is while a destruction goes on. */
    public static Path begun(Path certificate) {
        return certificate.resolveSibling(certificate.getFileName() + ".begun");
    }

    /**
     * The names of all files that would go.
     *
     * @throws UnknownFiles where one is not known
     */
    public List<String> names() throws IOException {
        targets.requireThere();
        return survey.found().stream().map(Targets.Found::name).toList();
    }

    /**
     * Destroys, or goes on with what was begun.
     *
     * @param terms that hold for the files; those of the list where a destruction was begun
     * @return the certificate
     * @throws UnknownFiles where a file is not known, or came since the list was made
     * @throws FileAlreadyExistsException where the certificate is there already
     * @throws IdentityFault where another party began
     */
    public ObjectNode carryOut(Optional<Terms> terms, Identity signer, InstantSource clock) throws IOException {
        if (Files.exists(certificate)) {
            return certified(signer);
        }
        DestructionList list =
                Files.exists(begun) ? again(signer) : begin(terms.orElseThrow(), signer, clock.instant());
        long bytes = list.files().stream().mapToLong(Doomed::bytes).sum();
        Eraser eraser = new Eraser(progress.begin("destroying", "bytes", bytes));
        for (Doomed file : list.files()) {
            targets.requireInside(file);
            eraser.erase(targets.place(file));
        }
        targets.removeFolders();
        ObjectNode signed = StatementFile.sign(list.certificate(clock.instant()), signer);
        StatementFile.write(signed, certificate);
        Files.delete(begun);
        return signed;
    }

    /** What was certified, where the program was stopped right after that. */
    private ObjectNode certified(Identity signer) throws IOException {
        if (!Files.exists(begun)) {
            throw new FileAlreadyExistsException(certificate.toString());
        }
        DestructionList list = again(signer);
        StatementFile.Signed signed = StatementFile.read(certificate);
        boolean done = signed.kind().equals(KIND)
                && signed.signer().equals(signer.card())
                && DestructionList.of(signed.content()).files().equals(list.files());
        if (!done || !targets.found().isEmpty()) {
            throw new FileAlreadyExistsException(certificate.toString());
        }
        Files.delete(begun);
        return signed.content();
    }

    private DestructionList begin(Terms terms, Identity signer, Instant when) throws IOException {
        targets.requireThere();
        progress.begin("listing what is to go");
        List<Targets.Found> found = survey.found();
        Survey.requireRemovable(found);
        List<Doomed> files = new ArrayList<>();
        for (Targets.Found file : found) {
            files.add(Doomed.of(file.name(), file.place(), survey.isTold(file)));
        }
        DestructionList list = new DestructionList(terms, when, targets.names(), files);
        StatementFile.write(StatementFile.sign(list.begun(BEGUN), signer), begun);
        return list;
    }

    private DestructionList again(Identity signer) throws IOException {
        StatementFile.Signed signed = StatementFile.read(begun);
        String name = begun.getFileName().toString();
        if (!signed.kind().equals(BEGUN) || !signed.signer().equals(signer.card())) {
            throw new IdentityFault(
                    name + ": is no list of files that " + signer.card().name() + " began to destroy");
        }
        DestructionList list = DestructionList.of(signed.content());
        requireListed(list, name);
        return list;
    }

    private void requireListed(DestructionList list, String name) throws IOException {
        if (!list.targets().equals(targets.names())) {
            throw new UnknownFiles(
                    targets.names(),
                    "are not what a destruction was begun of, in " + name,
                    "name again: " + String.join(" ", list.targets()));
        }
        Set<String> listed = new HashSet<>();
        list.files().forEach(file -> listed.add(file.name()));
        List<String> others = targets.found().stream()
                .map(Targets.Found::name)
                .filter(file -> !listed.contains(file))
                .toList();
        if (!others.isEmpty()) {
            throw new UnknownFiles(
                    others,
                    "not there when the destruction was begun, in " + name,
                    "move it away, and destroy it by itself");
        }
    }
}
