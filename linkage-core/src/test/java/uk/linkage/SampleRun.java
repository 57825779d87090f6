package uk.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.Progress;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Proposal;

/** The committed sample of three providers, sealed and linked. */
final class SampleRun {
    private static final Path SAMPLE = Path.of(System.getProperty("linkage.root"), "testdata", "sample");

    private SampleRun() {}

    /** Links it, sealed files going into a folder that is there. */
    static LinkageRun in(Path folder) throws IOException {
        return in(folder, Progress.UNSEEN);
    }

    /** The same, telling how far it is. */
    static LinkageRun in(Path folder, Progress progress) throws IOException {
        Proposal proposal = Proposal.of(extract("hospital"), Map.of());
        Purpose purpose = new Purpose("sample", "To test", LocalDate.of(2099, 1, 1), 1);
        Agreement agreement = Profile2026.agreement(purpose, proposal.fields(), proposal.bounds());
        List<SealedReader> sealed = new ArrayList<>();
        for (String provider : List.of("hospital", "gp", "council")) {
            Path file = folder.resolve(provider + ".sealed");
            new Provider(provider, agreement, SealedTables.secret(1))
                    .telling(progress)
                    .seal(extract(provider), Map.of(), OptOuts.exempt("test data"), true, file);
            sealed.add(SealedReader.open(file));
        }
        return new Hub(new SecureRandom()).telling(progress).link(sealed);
    }

    private static ExtractSource extract(String provider) throws IOException {
        return ExtractSource.of(file(provider + ".csv"));
    }

    /** A file of the sample. */
    static Path file(String name) {
        return SAMPLE.resolve(name);
    }
}
