package uk.linkage.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.file.WholeFile;
import uk.linkage.quality.LeakIndex.Leak;

/**
 * What an audit found. It holds numbers alone, and may be shown to anybody.
 *
 * <pre>{@code
 * report.write(Path.of("audit.json"));
 * boolean good = report.passes();
 * }</pre>
 *
 * @param agreement whose encoding was attacked
 * @param made the day
 * @param records that were encoded
 * @param register people in the list that the attacker has
 * @param overlap records whose person is in it
 * @param findings one for each attack
 * @param leak of all views, on 2,000 people at most
 */
public record AuditReport(
        Agreement agreement,
        LocalDate made,
        int records,
        int register,
        long overlap,
        List<Finding> findings,
        Leak leak) {
    static final int VERSION = 1;
    private static final int PLACES = 6;

    /** Copies the list. */
    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether every attack stays within its bound. */
    public boolean passes() {
        return findings.stream().allMatch(Finding::passes);
    }

    /** Writes it in canonical JSON, wholly or not at all. */
    public void write(Path target) throws IOException {
        WholeFile.write(target, out -> out.write(CanonicalJson.bytes(toJson())));
    }

    /** As JSON: section 29 of {@code docs/format.md}. */
    public ObjectNode toJson() {
        ObjectNode json = CanonicalJson.object();
        json.put("linkage_audit", VERSION);
        json.put("fingerprint", Fingerprint.of(agreement).text());
        json.put("made", made.toString());
        json.put("records", records).put("register", register).put("overlap", overlap);
        ArrayNode attacks = json.putArray("attacks");
        findings.forEach(finding -> put(finding, attacks.addObject()));
        json.putObject("leak")
                .put("tenth", figure(leak.tenth()))
                .put("hundredth", figure(leak.hundredth()))
                .put("thousandth", figure(leak.thousandth()));
        json.put("passes", passes());
        return json;
    }

    private static void put(Finding finding, ObjectNode json) {
        json.put("name", finding.name()).put("attacker_has", finding.attackerHas());
        json.put("attacked", finding.outcome().attacked());
        json.put("right", finding.outcome().right());
        json.put("rate", figure(finding.rate().value()));
        json.put("low", figure(finding.rate().low()));
        json.put("high", figure(finding.rate().high()));
        json.put("chance", figure(finding.outcome().chance()));
        json.put("bound", figure(finding.bound()));
        json.put("passes", finding.passes());
    }

    private static BigDecimal figure(double share) {
        return BigDecimal.valueOf(share).setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** As a table for people. */
    public String toText() {
        String rows = findings.stream().map(AuditReport::line).collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "%-20s %8s %8s %8s  %-18s %8s %8s  %s%n%s%nleak of all views at 10, 1 and 0.1 %% of pairs: %.3f, %.3f, %.3f"
                        + " (chance .100, .010, .001)%n%s%n",
                "attack",
                "attacked",
                "named",
                "rate",
                "95 % interval",
                "chance",
                "bound",
                "",
                rows,
                leak.tenth(),
                leak.hundredth(),
                leak.thousandth(),
                passes() ? "passes" : "DOES NOT PASS");
    }

    private static String line(Finding f) {
        return String.format(
                                Locale.ROOT,
                                "%-20s %8d %8d %8.4f  %.4f to %.4f   %8.4f %8s  %s %s",
                                f.name(),
                                f.outcome().attacked(),
                                f.outcome().right(),
                                f.rate().value(),
                                f.rate().low(),
                                f.rate().high(),
                                f.outcome().chance(),
                                f.bound() < 1 ? String.format(Locale.ROOT, "%.4f", f.bound()) : "none",
                                f.bound() >= 1 ? "told" : f.passes() ? "passes" : "FAILS",
                                f.outcome().remark().isEmpty()
                                        ? ""
                                        : "(" + f.outcome().remark() + ")")
                        .stripTrailing()
                + System.lineSeparator();
    }
}
