package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.linkage.agreement.Agreement;
import uk.linkage.audit.Audit;
import uk.linkage.audit.AuditReport;
import uk.linkage.audit.Finding;
import uk.linkage.bloom.harden.Chain;
import uk.linkage.bloom.harden.Diffusion;
import uk.linkage.provider.person.Person;

/**
 * What the attacks of an audit name of the same people under every hardening of the catalogue and under both editions of the profile.
 *
 * <pre>
 * java -cp benchmarks.jar uk.linkage.benchmarks.AuditRun --people 1000
 * java -cp benchmarks.jar uk.linkage.benchmarks.AuditRun --people 1000 --hardening plain,diffusion-8
 * java -cp benchmarks.jar uk.linkage.benchmarks.AuditRun --people 1000 --without lattice --hardening profile-2026
 * </pre>
 *
 * <p>The attacker has the very people as a list, the worst case. Rows come as they are known, each with the seconds of the whole audit.
 */
public final class AuditRun {
    private AuditRun() {}

    /** Attacks and prints. */
    public static void main(String... arguments) throws IOException {
        run(Choices.of(arguments), System.out);
    }

    static void run(Choices choices, PrintStream out) throws IOException {
        int people = choices.number("people", 1000);
        try (Population population = Population.of(2 * people, choices.number("seed", 2026))) {
            Agreement profile = Ablation.of(choices).of(population.profile());
            List<Person> sample = population.gp(profile).stream().limit(people).toList();
            Map<String, Chain> chains = chains();
            choices.text("hardening").ifPresent(name -> chains.keySet().retainAll(List.of(name.split(","))));
            boolean headed = false;
            for (Map.Entry<String, Chain> chain : chains.entrySet()) {
                AuditReport report = audit(Hardened.of(profile, chain.getValue()), sample);
                if (!headed) {
                    heading(report, out);
                    headed = true;
                }
                row(chain.getKey(), report, out);
            }
        }
    }

    private static Map<String, Chain> chains() {
        Map<String, Chain> chains = new LinkedHashMap<>(Hardened.catalogue());
        chains.put("profile-2026-closer", Chain.of(new Diffusion(1024, 12)));
        chains.put("profile-2026", Chain.of(new Diffusion(1024, 14)));
        return chains;
    }

    private static AuditReport audit(Agreement agreement, List<Person> people) {
        return new Audit(agreement, Encoded.secret(7), 0.01, 2026).run(people, people, finding -> {});
    }

    private static void heading(AuditReport report, PrintStream out) {
        List<String> names =
                new ArrayList<>(report.findings().stream().map(Finding::name).toList());
        out.printf("| hardening | %s | leak at 1 %% | seconds |%n", String.join(" | ", names));
        out.printf("|---|%s---|---|%n", "---|".repeat(names.size()));
    }

    private static void row(String name, AuditReport report, PrintStream out) {
        out.printf("| %s", name);
        double seconds = 0;
        for (Finding finding : report.findings()) {
            out.printf(Locale.ROOT, " | %.4f", finding.rate().value());
            seconds += finding.seconds();
        }
        out.printf(Locale.ROOT, " | %.3f | %.0f |%n", report.leak().hundredth(), seconds);
    }
}
