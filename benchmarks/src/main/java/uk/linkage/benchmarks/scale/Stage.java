package uk.linkage.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.io.file.PathUtils;
import uk.linkage.Hub;
import uk.linkage.Provider;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedReader;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Proposal;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;

/** What is done one after another from nothing to a run that is measured, each as a user would do it. */
public enum Stage {
    /** Two extracts and the truth. */
    GENERATE("generate", Place::made) {
        @Override
        long run(Place place) throws IOException {
            for (Path folder : place.contents()) {
                clear(folder);
            }
            Making.of(place).write(place);
            return 2L * place.records();
        }

        @Override
        public void requireFits(Place place) throws IOException {
            Making.read(place).requireFits(place);
        }
    },

    /** The agreement that is proposed for the hospital's extract, and a secret. */
    INIT("init", Place::agreement) {
        @Override
        long run(Place place) throws IOException {
            clear(place.encoded());
            Files.createDirectories(place.encoded());
            SecretFile.write(LinkageSecret.random(), place.secret());
            Files.writeString(place.agreement(), AgreementFile.text(agreement(place)));
            return place.records();
        }
    },

    /** The hospital's sealed file. */
    SEAL_HOSPITAL("seal hospital", place -> place.sealed("hospital")) {
        @Override
        long run(Place place) throws IOException {
            return seal("hospital", place);
        }
    },

    /** The GP federation's. */
    SEAL_GP("seal gp", place -> place.sealed("gp")) {
        @Override
        long run(Place place) throws IOException {
            return seal("gp", place);
        }
    },

    /** From sealed files to a run's folder. */
    LINK("link", Place::run) {
        @Override
        long run(Place place) throws IOException {
            clear(place.run());
            List<SealedReader> files = new ArrayList<>();
            for (String provider : Place.PROVIDERS) {
                files.add(SealedReader.open(place.sealed(provider)));
            }
            new Hub(new SecureRandom()).link(files).write(place.run());
            return 2L * place.records();
        }
    },

    /** The run against the truth. */
    EVALUATE("evaluate", Place::evaluation) {
        @Override
        long run(Place place) throws IOException {
            Pairwise.write(Pairwise.of(place), place);
            return 2L * place.records();
        }
    };

    private final String label;
    private final Function<Place, Path> result;

    Stage(String label, Function<Place, Path> result) {
        this.label = label;
        this.result = result;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** Whether this is what a name on the command line means: {@code seal} means both. */
    public boolean isCalled(String name) {
        return label.equals(name) || label.startsWith(name + " ");
    }

    /** Whether its result is there. */
    public boolean isDone(Place place) {
        return Files.exists(result.apply(place));
    }

    /**
     * Lets an earlier result pass that is as it would be made for this place.
     *
     * @throws IllegalArgumentException where it was made otherwise
     */
    public void requireFits(Place place) throws IOException {}

    /** Does it, over an earlier result; returns how many records it went through. */
    abstract long run(Place place) throws IOException;

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            PathUtils.deleteDirectory(folder);
        }
    }

    private static long seal(String name, Place place) throws IOException {
        Agreement agreement = AgreementFile.read(place.agreement());
        Provider provider = new Provider(name, agreement, SecretFile.read(place.secret()));
        return provider.seal(
                        ExtractSource.of(place.extract(name)),
                        Map.of(),
                        OptOuts.exempt("invented people"),
                        true,
                        place.sealed(name))
                .counts()
                .sealed();
    }

    private static Agreement agreement(Place place) throws IOException {
        Proposal proposal = Proposal.of(ExtractSource.of(place.extract("hospital")), Map.of());
        List<Field> fields = proposal.fields().stream()
                .filter(field -> place.number() || field.kind() != FieldKind.NHS_NUMBER)
                .toList();
        Purpose purpose = new Purpose(
                "scale", "To measure on invented people", LocalDate.now().plusYears(1), 1);
        return Profile2026.agreement(purpose, fields, proposal.bounds());
    }
}
