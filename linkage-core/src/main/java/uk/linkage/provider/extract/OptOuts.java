package uk.linkage.provider.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.OptOutExemption;
import uk.linkage.exchange.OptOutEvidence;
import uk.linkage.exchange.OptOutEvidence.Exempt;
import uk.linkage.provider.person.NhsNumber;

/**
 * Who is not to be in the study: people who have opted out nationally or with the provider, and, where data are donated, all
 * who have not opted in. Their rows are removed whole, before anything is encoded, and only counted.
 *
 * <p>The National Data Opt-Out is never left out silently: there is the national service's answer, or a reason that travels with
 * the sealed file. Where the reason is a claim about the extract ({@link OptOutExemption}), the extract is held to it.
 *
 * <pre>{@code
 * OptOuts.cleaned(NationalAnswer.read(checkFile, answer)).without(PersonList.read(local));
 * OptOuts.exempt("Approved under section 251 with the opt-out set aside, reference 26/CAG/0001");
 * OptOuts.asAgreed(); // for the reason in the agreement; refused where it has none
 * }</pre>
 */
public final class OptOuts {
    private final Optional<NationalAnswer> answer;
    private final Optional<String> reason;
    private final List<PersonList> out;
    private final List<PersonList> in;
    private final Predicate<NhsNumber> neverIssued;

    private OptOuts(
            Optional<NationalAnswer> answer,
            Optional<String> reason,
            List<PersonList> out,
            List<PersonList> in,
            Predicate<NhsNumber> neverIssued) {
        this.answer = answer;
        this.reason = reason;
        this.out = out;
        this.in = in;
        this.neverIssued = neverIssued;
    }

    /** By the national service's answer. */
    public static OptOuts cleaned(NationalAnswer answer) {
        return new OptOuts(Optional.of(answer), Optional.empty(), List.of(), List.of(), NhsNumber::isTest);
    }

    /**
     * Without the national service, for a reason that the sealed file will tell.
     *
     * @throws IllegalArgumentException where it is none: blank, over 2000 characters, or of several lines
     */
    public static OptOuts exempt(String reason) {
        return asAgreed().because(new Exempt(reason).reason());
    }

    /** Without the national service, for the reason that the agreement gives. */
    public static OptOuts asAgreed() {
        return new OptOuts(Optional.empty(), Optional.empty(), List.of(), List.of(), NhsNumber::isTest);
    }

    /** Without those either who opted out with the provider. */
    public OptOuts without(PersonList list) {
        return new OptOuts(answer, reason, and(out, list), in, neverIssued);
    }

    /** Of all others only those who opted in; where there are several lists, on any of them. */
    public OptOuts onlyOf(PersonList list) {
        return new OptOuts(answer, reason, out, and(in, list), neverIssued);
    }

    /** The same with other numbers for those that are never issued. */
    OptOuts withNeverIssued(Predicate<NhsNumber> numbers) {
        return new OptOuts(answer, reason, out, in, numbers);
    }

    /**
     * The same under an agreement, whose reason counts where there is neither answer nor reason yet.
     *
     * @throws OptOutFault where the agreement gives none either
     */
    public OptOuts under(Agreement agreement) {
        return isSettled()
                ? this
                : because(agreement.purpose().optOutExemption().orElseThrow(OptOuts::notHonoured));
    }

    /**
     * What the sealed file tells of it.
     *
     * @throws OptOutFault where there is neither answer nor reason
     */
    public OptOutEvidence evidence() {
        OptOutEvidence.National national = answer.<OptOutEvidence.National>map(NationalAnswer::evidence)
                .or(() -> reason.map(Exempt::new))
                .orElseThrow(OptOuts::notHonoured);
        return new OptOutEvidence(national, !out.isEmpty(), !in.isEmpty());
    }

    /**
     * Lets pass what can be applied to an extract with these columns.
     *
     * @throws OptOutFault where people are known by NHS Number and the extract has no column of those
     */
    void requireApplicable(ExtractSource extract, Columns columns) {
        evidence();
        Stream.concat(out.stream(), in.stream()).forEach(list -> list.requireApplicable(extract, columns));
        if (answer.isPresent() && columns.nhsNumbers().isEmpty()) {
            throw new OptOutFault(
                    answer.get().checkFile(),
                    "lists NHS Numbers, and " + extract.name() + " has no column of those",
                    "say --map nhs_number=COLUMN");
        }
    }

    /** Whether a row's numbers and local id matter at all. */
    boolean areLookedFor() {
        return answer.isPresent() || isClaim() || !out.isEmpty() || !in.isEmpty();
    }

    /** Whether the reason is a claim about the extract that these numbers break. */
    boolean isBrokenBy(List<String> numbers) {
        return isClaim() && valid(numbers).stream().anyMatch(number -> !neverIssued.test(number));
    }

    /** What becomes of a row with this local id and these texts for NHS Numbers; an empty one is nobody's. */
    Verdict of(String localId, List<String> numbers) {
        NationalAnswer.Finding national =
                answer.map(found -> found.of(valid(numbers))).orElse(NationalAnswer.Finding.CLEARED);
        if (national == NationalAnswer.Finding.OPTED_OUT) {
            return Verdict.OPTED_OUT_NATIONALLY;
        }
        if (national == NationalAnswer.Finding.NOT_CHECKED) {
            return Verdict.NOT_CHECKED;
        }
        if (out.stream().anyMatch(list -> list.names(localId, numbers))) {
            return Verdict.OPTED_OUT_LOCALLY;
        }
        if (!in.isEmpty() && in.stream().noneMatch(list -> list.names(localId, numbers))) {
            return Verdict.NOT_OPTED_IN;
        }
        return national == NationalAnswer.Finding.NO_NUMBER ? Verdict.STAYS_UNCHECKED : Verdict.STAYS;
    }

    /** The reason, for messages; empty where there is an answer. */
    String reason() {
        return reason.orElse("");
    }

    /** The check file's name, for messages; empty where there is none. */
    String checkFile() {
        return answer.map(NationalAnswer::checkFile).orElse("");
    }

    private OptOuts because(String given) {
        return new OptOuts(Optional.empty(), Optional.of(given), out, in, neverIssued);
    }

    private boolean isSettled() {
        return answer.isPresent() || reason.isPresent();
    }

    private boolean isClaim() {
        return reason.filter(OptOutExemption::isClaimAboutTheExtract).isPresent();
    }

    private static List<NhsNumber> valid(List<String> numbers) {
        return numbers.stream().flatMap(text -> NhsNumber.parse(text).stream()).toList();
    }

    private static List<PersonList> and(List<PersonList> lists, PersonList list) {
        return Stream.concat(lists.stream(), Stream.of(list)).toList();
    }

    private static OptOutFault notHonoured() {
        return new OptOutFault(
                "the National Data Opt-Out",
                "was not applied: there is neither the national service's answer nor a reason",
                "write the check file with linkage optout export, send it, and seal with --checked and --cleaned;"
                        + " or say why it does not apply: --no-opt-out-check REASON");
    }

    @Override
    public String toString() {
        return "OptOuts[" + (answer.isPresent() ? "cleaned" : isSettled() ? "exempt" : "as agreed") + ", " + out.size()
                + " lists out, " + in.size() + " in]";
    }
}
