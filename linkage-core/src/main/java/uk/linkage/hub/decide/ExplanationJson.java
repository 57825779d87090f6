package uk.linkage.hub.decide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.hub.decide.PairWeight.JointLevel;
import uk.linkage.hub.decide.PairWeight.OfLevel;

/** An {@link Explanation} as JSON. */
final class ExplanationJson {
    private ExplanationJson() {}

    static ObjectNode of(Explanation explanation) {
        ObjectNode json = CanonicalJson.object();
        explanation.foundBy().forEach(json.putArray("found_by")::add);
        write(explanation.weight(), json);
        json.put("log_odds_among_rivals", explanation.among());
        json.put("rivals", explanation.rivals());
        explanation.lead().ifPresent(lead -> json.put("lead", lead));
        json.put("margin", explanation.margin());
        json.put("decision", explanation.decision().name().toLowerCase(Locale.ROOT));
        json.put("ground", explanation.ground().name().toLowerCase(Locale.ROOT));
        json.put("words", explanation.words());
        json.put("one_study_id", explanation.together());
        return json;
    }

    private static void write(PairWeight weight, ObjectNode json) {
        ArrayNode levels = json.putArray("levels");
        weight.levels().forEach(level -> write(level, levels.addObject()));
        json.put("sum_of_levels", weight.sumOfLevels());
        json.put("dependence", weight.dependence());
        json.put("openness", weight.openness());
        json.put("rarity", weight.rarity());
        json.put("prior", weight.prior());
        json.put("log_odds", weight.logOdds());
        json.put("probability", MatchModel.probability(weight.logOdds()));
        ArrayNode joint = json.putArray("joint_levels");
        weight.joint().forEach(state -> write(state, joint.addObject()));
    }

    private static void write(OfLevel level, ObjectNode json) {
        json.put("comparison", level.comparison());
        json.put("level", level.level());
        if (level.says()) {
            json.put("m", level.m());
            json.put("u", level.u());
        }
        json.put("bits", level.bits());
    }

    private static void write(JointLevel joint, ObjectNode json) {
        joint.levels().forEach(json.putArray("levels")::add);
        json.put("if_one_person", joint.ifOne());
        json.put("if_two_people", joint.ifTwo());
    }
}
