package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Proposal;
import uk.linkage.testdata.Extract;

/**
 * Extracts of providers, and who is who in them.
 *
 * @param name what reports call it
 * @param extracts one for each provider
 * @param mapping what is to be said about their columns over what is recognised
 * @param truth a truth file
 * @param deduplicated whether each extract holds a person at most once
 */
public record LabelledSet(
        String name, List<Extract> extracts, Map<String, String> mapping, Path truth, boolean deduplicated) {

    /** Copies the list. */
    public LabelledSet {
        extracts = List.copyOf(extracts);
    }

    /** Two extracts that hold a person once. */
    static LabelledSet ofTwo(String name, Path a, Path b, Map<String, String> mapping, Path truth) {
        return new LabelledSet(name, List.of(extract(a), extract(b)), mapping, truth, true);
    }

    /** A provider of the name that its file has. */
    static Extract extract(Path file) {
        return new Extract(file.getFileName().toString().replaceFirst("\\.csv$", ""), file, 0);
    }

    /** The providers in order. */
    public List<String> providers() {
        return extracts.stream().map(Extract::provider).toList();
    }

    /**
     * What the profile of 2026 proposes for the first provider's fields.
     *
     * @throws uk.linkage.agreement.InvalidAgreement where these are too few to link safely
     */
    public Agreement profile(Purpose purpose) throws IOException {
        Proposal proposal = Proposal.of(ExtractSource.of(extracts.get(0).file()), mapping);
        return Profile2026.agreement(purpose, proposal.fields(), proposal.bounds());
    }
}
