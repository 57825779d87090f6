package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.exchange.OptOutEvidence;
import uk.linkage.provider.extract.OptOutCounts;

/** What became of rows by opt-outs, in words and as JSON. */
record OptOutWords(OptOutCounts counts, OptOutEvidence evidence) {
    private static final long MANY = 200;

    String text() {
        String removed = "opt-outs: " + counts.national() + " rows removed for the National Data Opt-Out, "
                + counts.notChecked() + " whose NHS Number was not in the check file, " + counts.local()
                + " for a local list, " + counts.notOptedIn() + " not opted in";
        return evidence.national() instanceof OptOutEvidence.Exempt exempt
                ? removed + "; the National Data Opt-Out was not checked: " + exempt.reason()
                : removed + "; " + counts.withoutNumber() + " rows without an NHS Number cannot be checked and stay";
    }

    /** Of a few hundred people some have nearly always opted out: about one in twenty of the population has. */
    boolean isUnlikely() {
        return evidence.national() instanceof OptOutEvidence.Cleaned found
                && found.checked() >= MANY
                && found.checked() == found.cleaned();
    }

    ObjectNode json() {
        ObjectNode json = CanonicalJson.object();
        json.put("national", counts.national()).put("not_in_check_file", counts.notChecked());
        json.put("local", counts.local()).put("not_opted_in", counts.notOptedIn());
        json.put("stay_without_number", counts.withoutNumber());
        json.set("evidence", evidence.toJson());
        return json;
    }
}
