package uk.linkage.quality;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.Crosswalk;

/**
 * A run measured against the truth.
 *
 * <p>Two records with one study id are a pair found; two records of one true person are a pair to be found. In the
 * {@link Truth.Form#PAIRS} form pairs between the two providers count, in the {@link Truth.Form#PEOPLE} form all pairs, within a provider
 * too. Pairs are counted by groups and never listed, so that time grows with the records (times their logarithm), not with their pairs.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluation.of(List.of(census, survey), truth);
 * Estimate precision = evaluation.pairwise().precision();
 * String json = evaluation.toJson().toPrettyString();
 * }</pre>
 *
 * <p>The truth's providers are measured, each of which needs just one crosswalk; crosswalks of other providers are left out. Holds
 * counts only: no local id and no study id. For the measures and their sources see {@link Confusion}, {@link ClusterQuality} and
 * {@link BCubed}.
 *
 * @param pairwise all pairs that count
 * @param cluster people recovered whole
 * @param providers the pairs that count, for each two providers in the order of the truth
 * @param truth what the truth held
 */
public record Evaluation(Confusion pairwise, ClusterQuality cluster, List<ProviderPair> providers, TruthCounts truth) {
    public Evaluation {
        providers = List.copyOf(providers);
    }

    public static Evaluation of(List<Crosswalk> crosswalks, Truth truth) {
        return of(crosswalks, truth, Progress.UNSEEN);
    }

    /** Measures likewise, telling of records. */
    public static Evaluation of(List<Crosswalk> crosswalks, Truth truth, Progress progress) {
        LabelledRecords records = LabelledRecords.of(
                inOrder(crosswalks, truth.providers()), truth, LabelledRecords.Listener.NOBODY, progress);
        progress.begin("counting pairs of " + records.size() + " records");
        boolean withinProviders = truth.form() == Truth.Form.PEOPLE;
        PairCounts pairs = new PairCounts(records);
        List<ProviderPair> providers = providerPairs(pairs, truth.providers(), withinProviders);
        Confusion pairwise = pairs.of((provider, other) -> withinProviders || provider != other);
        ClusterQuality cluster = ClusterQuality.of(records, withinProviders);
        return new Evaluation(pairwise, cluster, providers, counts(truth, records, pairwise));
    }

    /** Every figure under a stable name; an undefined one is null and named in the list {@code undefined} beside it. */
    public ObjectNode toJson() {
        return EvaluationJson.of(this);
    }

    /** The same for people to read. */
    public String toText() {
        return EvaluationText.of(this);
    }

    static List<Crosswalk> inOrder(List<Crosswalk> crosswalks, List<String> providers) {
        return providers.stream().map(provider -> only(crosswalks, provider)).toList();
    }

    private static Crosswalk only(List<Crosswalk> crosswalks, String provider) {
        List<Crosswalk> own =
                crosswalks.stream().filter(c -> c.provider().equals(provider)).toList();
        if (own.size() != 1) {
            throw new IllegalArgumentException(
                    "provider " + provider + " needs one crosswalk, there are " + own.size());
        }
        return own.get(0);
    }

    private static List<ProviderPair> providerPairs(
            PairCounts counts, List<String> providers, boolean withinProviders) {
        List<ProviderPair> pairs = new ArrayList<>();
        for (int left = 0; left < providers.size(); left++) {
            for (int right = withinProviders ? left : left + 1; right < providers.size(); right++) {
                pairs.add(new ProviderPair(providers.get(left), providers.get(right), counts.between(left, right)));
            }
        }
        return pairs;
    }

    private static TruthCounts counts(Truth truth, LabelledRecords records, Confusion pairwise) {
        return new TruthCounts(
                truth.form(),
                truth.rows(),
                truth.records(),
                truth.people(),
                pairwise.toBeFound(),
                records.notInRun(),
                records.notInTruth());
    }
}
