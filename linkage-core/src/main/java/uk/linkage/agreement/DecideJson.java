package uk.linkage.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where links begin, as JSON and back. */
final class DecideJson {
    private DecideJson() {}

    static Decide read(StrictObject o) {
        Decide decide = new Decide(
                o.decimal("link", 0.5, 1),
                o.decimal("review", 0, 1),
                o.decimal("target_precision", 0.5, 1),
                o.decimal("margin", 0, Decide.MOST_MARGIN),
                o.choice(
                        "different_numbers",
                        DifferentNumbers::ofLabel,
                        DifferentNumbers.labels(),
                        DifferentNumbers.VETO));
        o.require(decide.review() <= decide.link(), "review", "must not be above link");
        o.end();
        return decide;
    }

    static void write(Decide decide, ObjectNode o) {
        o.put("link", AgreementJson.exact(decide.link()))
                .put("review", AgreementJson.exact(decide.review()))
                .put("target_precision", AgreementJson.exact(decide.targetPrecision()))
                .put("margin", AgreementJson.exact(decide.margin()))
                .put("different_numbers", decide.differentNumbers().label());
    }
}
