package uk.linkage.report;

import java.util.List;

/** Whose guidance the headings follow. */
final class SourcesSection {
    private SourcesSection() {}

    static Section of() {
        return new Section(
                "sources",
                "Guidance that the headings follow",
                "",
                List.of(Html.of(
                        "ul",
                        Html.of(
                                "li",
                                "RECORD: E. Benchimol and others, The REporting of studies Conducted using Observational"
                                        + " Routinely-collected health Data statement, PLoS Medicine 12, 2015; by its items."),
                        Html.of(
                                "li",
                                "GUILD: R. Gilbert and others, GUidance for Information about Linking Data sets, Journal of Public"
                                        + " Health 40, 2018, doi 10.1093/pubmed/fdx037; step 1 is data provision, step 2 linkage."),
                        Html.of("li", "QAFDL: NHS England, Quality Assurance Framework for Data Linkage."))));
    }
}
