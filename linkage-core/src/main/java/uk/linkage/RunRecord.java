package uk.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.bloom.kernel.KernelChoice;
import uk.linkage.bloom.search.BandedSearch;
import uk.linkage.bloom.search.PairSearch;
import uk.linkage.exchange.SealedReader;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.MatchModel;
import uk.linkage.hub.decide.OperatingPoint;
import uk.linkage.hub.resolve.Assignment;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.quality.Estimate;
import uk.linkage.quality.WithoutTruth;

/** {@code run.json}: what went in, what was done and what came out at each stage (RECORD item 6.3), and no person. */
record RunRecord(
        Agreement agreement,
        List<SealedReader> files,
        List<Integer> withdrawn,
        List<PairLinkage> pairs,
        Coverage coverage,
        Clusters people,
        Stopwatch watch) {

    ObjectNode json() {
        ObjectNode json = CanonicalJson.object();
        json.put("linkage_run", 1);
        json.put("tool", Version.text());
        json.put("java", System.getProperty("java.version"));
        KernelChoice kernel = KernelChoice.chosen();
        json.putObject("kernel").put("name", kernel.name()).put("why", kernel.reason());
        json.put("finished", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.put("project", agreement.purpose().project());
        json.put("destroy_by", agreement.purpose().destroyBy().toString());
        json.put("fingerprint", Fingerprint.of(agreement).text());
        json.put("key_check", files.get(0).header().keyCheck());
        json.set("accepted_risks", AgreementFile.acceptedRisks(agreement));
        for (int file = 0; file < files.size(); file++) {
            ObjectNode input = json.withArray("inputs").addObject();
            write(files.get(file), withdrawn.get(file), input);
            coverage.write(file, input);
        }
        pairs.forEach(pair -> write(pair, json.withArray("pairs").addObject()));
        ObjectNode result = json.putObject("people");
        result.put("count", people.count());
        result.put("links_refused_as_second_record_of_a_provider", people.refusedByProvider());
        result.put("links_refused_by_different_numbers", people.refusedByVeto());
        result.put("links_refused_by_other_pairs", people.refusedByEvidence());
        result.put("records_moved", people.moves());
        coverage.sizes()
                .forEach((records, count) -> result.withObject("/by_records").put(records.toString(), count));
        coverage.writeSets(result.putArray("by_providers"));
        watch.writeTo(json.putArray("stages"));
        json.put("peak_heap_mib", Stopwatch.peakHeapBytes() >> 20);
        return json;
    }

    private static void write(SealedReader file, int withdrawn, ObjectNode json) {
        json.put("provider", file.header().provider());
        json.put("file", file.name());
        json.put("sha256", file.digest());
        json.put("deduplicated", file.header().deduplicated());
        json.put("rows_read", file.counts().read());
        json.put("rows_opted_out", file.counts().optedOut());
        file.header().optOuts().ifPresent(evidence -> json.set("opt_outs", evidence.toJson()));
        json.put("rows_rejected", file.counts().rejected());
        json.put("faulty_values", file.counts().faultyValues());
        json.put("records", file.counts().sealed());
        json.set("protection", file.protection().summary());
        json.put("records_withdrawn", withdrawn);
    }

    private void write(PairLinkage pair, ObjectNode json) {
        json.put("left", provider(pair.left()));
        json.put("right", provider(pair.right()));
        json.put("candidates", pair.pairs().size());
        write(pair, json.putArray("rules"));
        write(pair.fitted().model(), json.putObject("model"));
        Assignment assignment = pair.assignment();
        json.putObject("assignment")
                .put("components", assignment.components())
                .put("greedy_components", assignment.greedyComponents())
                .put("tied_components", assignment.tiedComponents());
        ObjectNode decisions = json.putObject("decisions");
        decisions.put("match", pair.verdicts().count(Decision.MATCH));
        decisions.put("many_match", pair.verdicts().count(Decision.MANY_MATCH));
        decisions.put("potential_match", pair.verdicts().count(Decision.POTENTIAL_MATCH));
        decisions.put("vetoed_by_different_numbers", pair.vetoed());
        write(pair.point(), json.putObject("thresholds"));
        write(pair.quality().estimate(), json.putObject("estimate"));
        pair.quality()
                .atThresholds()
                .forEach(at -> write(at, json.withArray("at_thresholds").addObject()));
        WeightCounts.of(pair).writeTo(json.putArray("weights"));
        new TypicalPatterns(pair).writeTo(json.putArray("patterns"));
    }

    private static void write(QualityTold.AtThreshold at, ObjectNode json) {
        json.put("link", rounded(at.link())).put("log_odds", rounded(MatchModel.logOdds(at.link())));
        json.put("links", at.links());
        write(at.quality().precision(), "precision", json);
        write(at.quality().recall(), "recall", json);
        write(at.quality().f1(), "f1", json);
    }

    private static void write(WithoutTruth quality, ObjectNode json) {
        write(quality.precision(), "precision", json);
        write(quality.recall(), "recall", json);
        write(quality.f1(), "f1", json);
        ArrayNode reasons = json.putArray("reasons");
        quality.reasons().forEach(reasons::add);
    }

    private static void write(Estimate estimate, String name, ObjectNode json) {
        if (estimate instanceof Estimate.Measured measured) {
            json.putObject(name)
                    .put("value", rounded(measured.value()))
                    .put("low", rounded(measured.low()))
                    .put("high", rounded(measured.high()));
        } else {
            json.put(name, "undetermined");
        }
    }

    private void write(OperatingPoint point, ObjectNode json) {
        json.put("link", rounded(point.link()));
        json.put("review", agreement.decide().review());
        json.put("suggested_review", rounded(point.review()));
        json.put("target_precision", point.target());
        if (!Double.isNaN(point.expectedPrecision())) {
            json.put("expected_precision", rounded(point.expectedPrecision()));
        }
    }

    private void write(PairLinkage pair, ArrayNode rules) {
        CandidatePairs pairs = pair.pairs();
        for (int rule = 0; rule < pairs.rules().size(); rule++) {
            Blocking blocking = pairs.rules().get(rule);
            ObjectNode json = rules.addObject();
            json.put("name", blocking.name());
            json.put("found", pairs.found(rule));
            json.put("passed_over", pairs.passedOver(rule));
            pairs.search(rule).ifPresent(search -> write(search, json));
            pairs.recall(rule).ifPresent(recall -> write(recall, json.putObject("recall")));
        }
    }

    private static void write(PairSearch search, ObjectNode json) {
        json.put("search", search instanceof BandedSearch ? "banded" : "exact");
        json.put("agreement_at_least", rounded(search.threshold()));
        if (search instanceof BandedSearch banded) {
            json.put("sampled_bits", banded.samples());
            json.put("tables", banded.tables());
        }
    }

    private static void write(CandidatePairs.Recall recall, ObjectNode json) {
        json.put("sampled_rows", recall.rows());
        json.put("near_pairs_of_them", recall.near());
        json.put("found_by_this_search", recall.byView());
        json.put("found_by_any_rule", recall.byAny());
        if (recall.near() > 0) {
            json.put("value", rounded((double) recall.byAny() / recall.near()));
        }
    }

    private static void write(MatchModel model, ObjectNode json) {
        json.put("prior", rounded(model.prior()));
        for (int c = 0; c < model.comparisons().size(); c++) {
            Comparison comparison = model.comparisons().get(c);
            ObjectNode entry = json.withArray("comparisons").addObject();
            entry.put("name", comparison.name());
            for (int level = 1; level < comparison.levels().size(); level++) {
                entry.withArray("levels")
                        .addObject()
                        .put("name", comparison.levels().get(level))
                        .put("m", rounded(model.m(c, level)))
                        .put("u", rounded(model.u(c, level)))
                        .put("weight", rounded(model.weight(c, level)));
            }
        }
    }

    private String provider(int file) {
        return files.get(file).header().provider();
    }

    private static double rounded(double number) {
        return Math.round(number * 1e6) / 1e6;
    }
}
