package uk.linkage.provider.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Applies opt-outs to the rows of one extract and counts what became of them. A worker: one thread.
 *
 * <p>A person whose number was not in the check file may have opted out, so such rows go too: that is how the national service's
 * answer is meant, only who is in it goes on. They are counted apart. Where they are most of all, the check file was of other
 * people, and nothing is sealed rather than nearly nobody. Rows without a number stay: the National Data Opt-Out is known by it alone.
 */
final class OptOutGate {
    private final ExtractSource extract;
    private final Columns columns;
    private final OptOuts optOuts;
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

    /** @throws OptOutFault where the opt-outs cannot be applied to the extract */
    OptOutGate(ExtractSource extract, Columns columns, OptOuts optOuts) {
        optOuts.requireApplicable(extract, columns);
        this.extract = extract;
        this.columns = columns;
        this.optOuts = optOuts;
    }

    /** Whether a row stays, which counts. */
    boolean admits(Row row) {
        Verdict verdict = verdict(row);
        verdicts.merge(verdict, 1L, Long::sum);
        return verdict.stays();
    }

    /** The same without counting. */
    boolean wouldAdmit(Row row) {
        return verdict(row).stays();
    }

    /** To be called when all rows have come. */
    void end() {
        long lacking = count(Verdict.NOT_CHECKED);
        long judged = verdicts.values().stream().mapToLong(Long::longValue).sum() - count(Verdict.STAYS_UNCHECKED);
        if (lacking * 2 > judged) {
            throw new OptOutFault(
                    optOuts.checkFile(),
                    "lacks the NHS Numbers of " + lacking + " rows of " + extract.name() + ", which are most",
                    "it seems to be of another extract: write it anew with linkage optout export");
        }
    }

    OptOutCounts counts() {
        return new OptOutCounts(
                count(Verdict.OPTED_OUT_NATIONALLY),
                count(Verdict.NOT_CHECKED),
                count(Verdict.OPTED_OUT_LOCALLY),
                count(Verdict.NOT_OPTED_IN),
                count(Verdict.STAYS_UNCHECKED));
    }

    private long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** Numbers are looked up only where they matter. */
    private Verdict verdict(Row row) {
        if (!optOuts.areLookedFor()) {
            return Verdict.STAYS;
        }
        List<String> numbers = columns.numbers(row);
        if (optOuts.isBrokenBy(numbers)) {
            throw claimBroken(row);
        }
        return optOuts.of(columns.localId(row), numbers);
    }

    private OptOutFault claimBroken(Row row) {
        return new OptOutFault(
                extract.name() + ": line " + row.line(),
                "holds an NHS Number that may be a person's, but opt-outs are not checked for this reason: "
                        + optOuts.reason(),
                "check them (linkage optout export, then --checked and --cleaned), or give the reason that holds:"
                        + " --no-opt-out-check REASON");
    }
}
