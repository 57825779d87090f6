package uk.linkage.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Proposal;
import uk.linkage.testdata.Extract;
import uk.linkage.testdata.Written;

/**
 * Extracts of providers, and who is who in them.
 *
 * @param name what reports call it
 * @param extracts one for each provider, each of which holds a person once
 * @param mapping what is to be said about their columns over what is recognised
 * @param truth a truth file
 */
record LabelledSet(String name, List<Extract> extracts, Map<String, String> mapping, Path truth) {

    /** Febrl's data set 4 (Christen 2008): every field and the social security number. */
    static LabelledSet febrl4(Path datasets) {
        return pair("febrl4", datasets.resolve("febrl4"), "dataset4a", "dataset4b", Map.of());
    }

    /** The same without the number, which alone would link most of it. */
    static LabelledSet febrl4WithoutNumber(Path datasets) {
        return pair(
                "febrl4-no-number", datasets.resolve("febrl4"), "dataset4a", "dataset4b", Map.of("person_number", ""));
    }

    /** The ESSnet's fictional census and customer information system (McLeod, Heasman and Forbes 2011). */
    static LabelledSet essnet(Path datasets) {
        return pair("essnet_uk", datasets.resolve("essnet_uk"), "census", "cis", Map.of());
    }

    /** The synthetic population. */
    static LabelledSet rehearsal(Written written) {
        return new LabelledSet("rehearsal", written.extracts(), Map.of(), written.truth());
    }

    private static LabelledSet pair(String name, Path folder, String a, String b, Map<String, String> mapping) {
        List<Extract> extracts =
                List.of(new Extract(a, folder.resolve(a + ".csv"), 0), new Extract(b, folder.resolve(b + ".csv"), 0));
        return new LabelledSet(name, extracts, mapping, folder.resolve("truth.csv"));
    }

    List<String> providers() {
        return extracts.stream().map(Extract::provider).toList();
    }

    /** What the profile of 2026 proposes for the first provider's fields. */
    Agreement profile() throws IOException {
        Proposal proposal = Proposal.of(ExtractSource.of(extracts.get(0).file()), mapping);
        return Profile2026.agreement(Population.purpose(), proposal.fields(), proposal.bounds());
    }
}
