package uk.linkage.benchmarks;

import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component;
import uk.linkage.agreement.Encode.View;

/** An agreement whose only view covers every component, with the salt of its first view: one code for all of a person. */
final class Whole {
    private Whole() {}

    static Agreement of(Agreement a) {
        View whole = new View(
                "whole",
                a.components().stream().map(Component::name).toList(),
                a.views().get(0).salt());
        return new Agreement(
                a.purpose(),
                a.profile(),
                a.normaliser(),
                a.fields(),
                a.keys(),
                a.components(),
                a.comparisons(),
                List.of(whole),
                a.filter(),
                a.hardening(),
                a.decide(),
                a.bounds(),
                a.acceptedRisks());
    }
}
