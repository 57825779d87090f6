package uk.linkage.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.linkage.SealedTables;
import uk.linkage.agreement.AcceptedRisk;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;
import uk.linkage.agreement.KeyForm;
import uk.linkage.agreement.Risk;
import uk.linkage.bloom.harden.Chain;
import uk.linkage.file.Progress;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.person.Person;
import uk.linkage.testdata.Synthetic;

/** Invented people to attack, encoded by the profile of 2026 or in ways that nobody should use. */
record Invented(Agreement agreement, List<Person> people) {
    private static final String REASON = "To see it broken";

    /** So many people of a federation of GPs, few of one household, under the profile; the folder is where their extract is written. */
    static Invented of(int people, Path folder) throws IOException {
        return of(people, 4_000, folder);
    }

    /** The same, drawn from a population of another size. */
    static Invented of(int people, int population, Path folder) throws IOException {
        Agreement agreement = SealedTables.agreement();
        Path gp = new Synthetic(population, 2026)
                .writeTo(folder)
                .extracts()
                .get(1)
                .file();
        return new Invented(
                agreement,
                new AuditSample(agreement, people, 1)
                        .ofExtract(ExtractSource.of(gp), Map.of(), OptOuts.exempt("test data")));
    }

    /** The same people whose filters nothing hardens. */
    Invented plain() {
        AcceptedRisk risk = new AcceptedRisk(Risk.UNHARDENED, "encoding.hardening", REASON);
        return new Invented(with(agreement.keys(), agreement.views(), Chain.of(), risk), people);
    }

    /** The same people with a view of the surname alone beside the others, diffused. */
    Invented withSurnameView() {
        List<View> views = List.of(new View("surname-alone", List.of("surname")));
        AcceptedRisk risk = new AcceptedRisk(Risk.SINGLE_NAME_VIEW, "views.surname-alone", REASON);
        return new Invented(with(agreement.keys(), views, agreement.hardening(), risk), people);
    }

    /** The same people with a key that those of a household share beside the others. */
    Invented withHouseholdKey() {
        List<Part> parts =
                List.of(new Part(KeyForm.SOUNDEX, List.of("surname")), new Part(KeyForm.WHOLE, List.of("postcode")));
        List<MatchKey> keys = new ArrayList<>(agreement.keys());
        keys.add(new MatchKey("household", parts, false));
        AcceptedRisk risk = new AcceptedRisk(Risk.HOUSEHOLD_KEY, "keys.household", REASON);
        return new Invented(with(keys, agreement.views(), agreement.hardening(), risk), people);
    }

    private Agreement with(List<MatchKey> keys, List<View> views, Chain hardening, AcceptedRisk risk) {
        Agreement a = agreement;
        return new Agreement(
                a.purpose(),
                a.profile(),
                a.normaliser(),
                a.fields(),
                keys,
                a.components(),
                a.comparisons(),
                views,
                a.filter(),
                hardening,
                a.decide(),
                a.bounds(),
                List.of(risk));
    }

    /** With the whole list in the attacker's hands. */
    Scene scene() {
        return sceneWith(people);
    }

    Scene sceneWith(List<Person> register) {
        return Scene.of(agreement, SealedTables.secret(7), people, register, 5, Progress.UNSEEN);
    }

    /** The share that an attack names rightly. */
    double rate(Attack attack) {
        Attack.Outcome outcome = attack.on(scene());
        return outcome.right() / (double) outcome.attacked();
    }
}
