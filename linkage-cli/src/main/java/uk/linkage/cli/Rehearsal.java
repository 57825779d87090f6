package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import uk.linkage.Attachment;
import uk.linkage.Hub;
import uk.linkage.LinkageRun;
import uk.linkage.Provider;
import uk.linkage.Provider.Sealing;
import uk.linkage.RunFolder;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Proposal;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.quality.Evaluation;
import uk.linkage.testdata.Extract;
import uk.linkage.testdata.Synthetic;
import uk.linkage.testdata.Written;

/**
 * The whole protocol for three providers in one folder: population, agreement, secret, sealed files, linkage, payloads
 * under study ids, and the result held against the truth.
 */
final class Rehearsal {
    private final Path folder;
    private final Consumer<String> speech;
    private final Progress progress;
    private final List<Path> sealed = new ArrayList<>();
    private Evaluation evaluation;

    /** @param speech takes what is said, a line each */
    Rehearsal(Path folder, Consumer<String> speech, Progress progress) {
        this.folder = folder;
        this.speech = speech;
        this.progress = progress;
    }

    ObjectNode play(int people, long seed) throws IOException {
        Path providers = Files.createDirectories(folder.resolve("providers"));
        Written population =
                new Synthetic(people, seed).writeTo(providers, (what, all) -> progress.begin(what, "people", all));
        say("1. A synthetic population of " + people + " people, as three providers see it, in "
                + folder.resolve("providers"));
        Agreement agreement = agree(population.extracts().get(0));
        LinkageSecret secret = share();
        say("4. Each provider seals its extract where it lies:");
        for (Extract extract : population.extracts()) {
            seal(extract, agreement, secret);
        }
        LinkageRun run = link();
        attach(population.extracts());
        evaluation = RunFolder.open(folder.resolve("run"), progress).evaluate(population.truth());
        say("7. For whom it works less well, and why: linkage evaluate " + folder.resolve("run") + " --truth "
                + population.truth() + " --groups " + population.labels() + " --causes " + population.slips()
                + " --no-suppression");
        return summary(run, agreement);
    }

    /** Where the result is and how good, for people. */
    String result() {
        return "Linked result: " + folder.resolve("run") + "\nQuality against the truth:\n" + evaluation.toText();
    }

    private Agreement agree(Extract first) throws IOException {
        Proposal proposal = Proposal.of(ExtractSource.of(first.file()), Map.of());
        Purpose purpose = new Purpose(
                        "rehearsal",
                        "To show the protocol on invented people",
                        LocalDate.now().plusDays(30),
                        1)
                .withOptOutExemption(proposal.optOutExemption());
        Agreement agreement = Profile2026.agreement(purpose, proposal.fields(), proposal.bounds());
        Path file = folder.resolve("agreement.json");
        Files.writeString(file, AgreementFile.text(agreement));
        say("2. The parties agree: " + file + ", fingerprint "
                + Fingerprint.of(agreement).brief());
        return agreement;
    }

    private LinkageSecret share() throws IOException {
        Path file = folder.resolve("providers").resolve("secret.key");
        LinkageSecret secret = LinkageSecret.random(new Binding("rehearsal", 1, List.of()));
        SecretFile.write(secret, file);
        say("3. The providers share a secret: " + file + ", check value " + secret.checkValue());
        return secret;
    }

    private void seal(Extract extract, Agreement agreement, LinkageSecret secret) throws IOException {
        Path target = folder.resolve(extract.provider() + ".sealed");
        Sealing sealing = sealing(extract, new Provider(extract.provider(), agreement, secret), target);
        sealed.add(target);
        say("   " + extract.provider() + ": " + sealing.counts().sealed() + " records in " + target + ", "
                + sealing.counts().rejected() + " rows left out, "
                + sealing.counts().faultyValues()
                + " faulty values taken as missing");
    }

    private Sealing sealing(Extract extract, Provider provider, Path target) throws IOException {
        return provider.telling(progress)
                .seal(ExtractSource.of(extract.file(), progress), Map.of(), OptOuts.asAgreed(), true, target);
    }

    private LinkageRun link() throws IOException {
        List<SealedReader> files = new ArrayList<>();
        for (Path file : sealed) {
            files.add(SealedReader.open(file));
        }
        LinkageRun run = new Hub(new SecureRandom()).telling(progress).link(files);
        run.write(folder.resolve("run"));
        say("5. The hub, without people or secret, links them: " + run.record().at("/people/count") + " people, in "
                + folder.resolve("run"));
        return run;
    }

    private void attach(List<Extract> extracts) throws IOException {
        Files.createDirectories(folder.resolve("research"));
        for (Extract extract : extracts) {
            ExtractSource payload =
                    ExtractSource.of(extract.file(), progress).telling(progress, "attaching study ids to");
            Path crosswalk = folder.resolve("run").resolve(Crosswalk.fileName(extract.provider()));
            Path target = folder.resolve("research").resolve(extract.provider() + ".csv");
            new Attachment(payload, payload.header().get(0), sexColumn(payload))
                    .write(Crosswalk.read(extract.provider(), crosswalk, progress), target);
        }
        say("6. Each provider puts study ids in the place of identities: " + folder.resolve("research"));
    }

    private static Set<String> sexColumn(ExtractSource payload) {
        return Set.copyOf(payload.header().stream()
                .filter(name -> name.equalsIgnoreCase("sex") || name.equalsIgnoreCase("gender"))
                .toList());
    }

    private ObjectNode summary(LinkageRun run, Agreement agreement) {
        ObjectNode summary = CanonicalJson.object();
        summary.put("folder", folder.toString());
        summary.put("fingerprint", Fingerprint.of(agreement).text());
        summary.set("people", run.record().path("people"));
        summary.set("quality", evaluation.toJson());
        return summary;
    }

    private void say(String line) {
        speech.accept(line);
    }
}
