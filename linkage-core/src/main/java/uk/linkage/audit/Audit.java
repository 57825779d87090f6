package uk.linkage.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.linkage.agreement.Agreement;
import uk.linkage.file.Progress;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.quality.LeakIndex;

/**
 * Attacks an encoding before it is let go: people are encoded as they would be for the hub, and each {@link Attack} tries to name them.
 *
 * <pre>{@code
 * Audit audit = new Audit(agreement, LinkageSecret.random(), 0.01, 2026);
 * AuditReport report = audit.run(people, register, finding -> say(finding.name()));
 * }</pre>
 *
 * <p>What an attacker who is cleverer or knows more could do no audit can tell: rates are lower bounds of what is possible. A sample of the
 * extract tells less than all of it would, since graphs of more people tell more.
 */
public final class Audit {
    /** Fewer people would pass or fail by chance. */
    public static final int FEWEST = 200;

    private static final int LOOKED_AT = 2_000;

    private final Agreement agreement;
    private final LinkageSecret secret;
    private final double bound;
    private final long seed;
    private final Progress progress;

    /**
     * @param secret that the people are encoded under; any will do
     * @param bound the most that any attack may name, as a share
     * @param seed of every choice that is made
     */
    public Audit(Agreement agreement, LinkageSecret secret, double bound, long seed) {
        this(agreement, secret, bound, seed, Progress.UNSEEN);
    }

    private Audit(Agreement agreement, LinkageSecret secret, double bound, long seed, Progress progress) {
        this.progress = progress;
        this.agreement = agreement;
        this.secret = secret;
        this.bound = bound;
        this.seed = seed;
    }

    /** The same, telling how far it is. */
    public Audit telling(Progress progress) {
        return new Audit(agreement, secret, bound, seed, progress);
    }

    /**
     * Makes all attacks.
     *
     * @param people whose encodings are attacked
     * @param register the list that the attacker has; the people themselves are the worst case
     * @param listener is told of each finding as it comes
     * @throws ExtractFault where fewer than {@value #FEWEST} of the people are in the register
     */
    public AuditReport run(List<Person> people, List<Person> register, Consumer<Finding> listener) {
        Scene scene = Scene.of(agreement, secret, people, register, seed, progress);
        if (scene.overlap() < FEWEST) {
            throw new ExtractFault(
                    "audit",
                    "fewer than " + FEWEST + " people of the extract can be found in the register, too few to judge by",
                    "audit a larger extract, or one that overlaps with the register");
        }
        List<Finding> findings = new ArrayList<>();
        List<Attack> attacks = Attack.all();
        for (Attack attack : attacks) {
            String which = attack.name() + " (" + (findings.size() + 1) + " of " + attacks.size() + ")";
            findings.add(finding(attack, scene.telling(progress.within(which))));
            listener.accept(findings.get(findings.size() - 1));
        }
        return new AuditReport(
                agreement,
                LocalDate.now(),
                scene.file().rows(),
                register.size(),
                scene.overlap(),
                findings,
                leak(people));
    }

    private Finding finding(Attack attack, Scene scene) {
        scene.progress().begin("attacking");
        long start = System.nanoTime();
        Attack.Outcome outcome = attack.on(scene);
        return Finding.of(attack, outcome, bound, (System.nanoTime() - start) / 1e9);
    }

    private LeakIndex.Leak leak(List<Person> people) {
        List<Person> some = people.subList(0, Math.min(LOOKED_AT, people.size()));
        Scene scene = Scene.of(agreement, secret, some, some, seed, progress.within("for the leak index"));
        EncodedTable first = scene.registerUnderOwnSecret(1);
        EncodedTable second = scene.registerUnderOwnSecret(2);
        progress.begin("measuring the leak index");
        return LeakIndex.of(agreement, first, second).allViews();
    }
}
