package uk.linkage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.destroy.Destruction;
import uk.linkage.destroy.Terms;
import uk.linkage.exchange.IncompatibleFiles;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.Progress;
import uk.linkage.identity.Identity;

/**
 * The end of a run: its folder and what else of the project a party holds, destroyed under the terms of the agreement that the run's own record
 * tells, with a signed certificate beside.
 *
 * <pre>{@code
 * RunDestruction destruction = RunDestruction.of(List.of(run, sealed), Optional.empty(), List.of(identityFile), certificate, false);
 * ObjectNode signed = destruction.carryOut(hub, InstantSource.system(), progress);
 * }</pre>
 */
public final class RunDestruction {
    private final Destruction destruction;
    private final Optional<Terms> terms;

    private RunDestruction(Destruction destruction, Optional<Terms> terms) {
        this.destruction = destruction;
        this.terms = terms;
    }

    /** {@code RUN.destroyed.json}, beside what is destroyed. */
    public static Path certificate(Path run) {
        Path place = run.toAbsolutePath().normalize();
        return place.resolveSibling(place.getFileName() + ".destroyed.json");
    }

    /**
     * Prepares it, without touching anything.
     *
     * @param paths folders of runs, and other files
     * @param agreement of the project, where no run is among them
     * @param kept files that are needed and must stay
     * @param certificate where it goes
     * @param alsoUnknown whether files that no run leaves go with a run's folder
     * @throws IncompatibleFiles where two are of different agreements, or it cannot be told of which one they are
     */
    public static RunDestruction of(
            List<Path> paths, Optional<Agreement> agreement, List<Path> kept, Path certificate, boolean alsoUnknown)
            throws IOException {
        Destruction destruction = Destruction.of(paths, kept, certificate, new RunFiles(), alsoUnknown);
        List<Terms> terms = new ArrayList<>();
        agreement.map(RunDestruction::terms).ifPresent(terms::add);
        for (Path path : paths) {
            if (Files.isRegularFile(path.resolve(LinkageRun.RECORD))) {
                terms.add(terms(path.resolve(LinkageRun.RECORD)));
            }
        }
        boolean begun = Files.exists(Destruction.begun(certificate));
        return new RunDestruction(destruction, one(terms, begun));
    }

    private static Terms terms(Agreement agreement) {
        return new Terms(
                agreement.purpose().project(),
                Fingerprint.of(agreement).text(),
                agreement.purpose().destroyBy());
    }

    private static Terms terms(Path record) throws IOException {
        try {
            return Terms.of(CanonicalJson.parse(Files.readAllBytes(record)))
                    .orElseThrow(() -> new MalformedFileException(record, "has no project, fingerprint or destroy_by"));
        } catch (MalformedFileException e) {
            throw e;
        } catch (IOException e) {
            throw new MalformedFileException(record, e.getMessage());
        }
    }

    private static Optional<Terms> one(List<Terms> terms, boolean begun) {
        if (terms.stream().distinct().count() > 1) {
            throw new IncompatibleFiles(
                    List.of("these are of different agreements; each needs a certificate of its own"));
        }
        if (terms.isEmpty() && !begun) {
            throw new IncompatibleFiles(List.of(
                    "no run is among these files, so that it cannot be told what was agreed; name the agreement"));
        }
        return terms.stream().findFirst();
    }

    /**
     * The names of all files that would go.
     *
     * @throws uk.linkage.destroy.UnknownFiles where one is not known
     */
    public List<String> names() throws IOException {
        return destruction.names();
    }

    /**
     * Destroys, or goes on with what was begun.
     *
     * @param progress is told of bytes
     * @return the certificate
     * @throws IOException where something cannot be destroyed; the same again goes on
     */
    public ObjectNode carryOut(Identity signer, InstantSource clock, Progress progress) throws IOException {
        return destruction.telling(progress).carryOut(terms, signer, clock);
    }
}
