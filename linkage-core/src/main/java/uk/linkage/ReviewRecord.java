package uk.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.hub.review.AnswerCounts;
import uk.linkage.hub.review.Answers;
import uk.linkage.hub.review.Judgements;
import uk.linkage.hub.review.ReviewList;
import uk.linkage.quality.Estimate;
import uk.linkage.quality.ReviewRate;

/** What {@code run.json} says of pairs in doubt and of answers: counts, and no pair. */
final class ReviewRecord {
    private ReviewRecord() {}

    static ObjectNode of(ReviewList review) {
        return CanonicalJson.object().put("pairs", review.size()).put("patterns", review.patterns());
    }

    static ObjectNode of(Answers answers, Judgements judgements) {
        AnswerCounts counts = judgements.counts();
        ObjectNode json = CanonicalJson.object()
                .put("match", counts.match())
                .put("no_match", counts.noMatch())
                .put("unsure", counts.unsure())
                .put("former", counts.former())
                .put("gone", counts.gone())
                .put("set_aside", counts.setAside());
        ArrayNode patterns = json.putArray("patterns");
        ReviewRate.of(answers).forEach(rate -> write(rate, patterns.addObject()));
        return json;
    }

    private static void write(ReviewRate rate, ObjectNode json) {
        json.put("pattern", rate.pattern()).put("left", rate.left()).put("right", rate.right());
        json.put("pairs", rate.pairs()).put("match", rate.match());
        json.put("no_match", rate.noMatch()).put("unsure", rate.unsure());
        if (rate.rate() instanceof Estimate.Measured measured) {
            json.put("rate", rounded(measured.value()));
            json.put("low", rounded(measured.low()));
            json.put("high", rounded(measured.high()));
        }
    }

    private static double rounded(double number) {
        return Math.round(number * 1e6) / 1e6;
    }
}
