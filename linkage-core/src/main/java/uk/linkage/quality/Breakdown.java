package uk.linkage.quality;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.Crosswalk;

/**
 * A run measured against the truth group by group, and what the links that were missed or wrong have in common.
 *
 * <p>Says for whom linkage works less well: a gap in recall between groups becomes a bias in whatever is worked out from the linked
 * data. Source: K. Harron et al., Challenges in administrative data linkage for research, Big Data and Society 4, 2017; GUILD
 * (doi 10.1093/pubmed/fdx037) asks for it.
 *
 * <pre>{@code
 * Breakdown breakdown = Breakdown.of(crosswalks, truth, Optional.of(labels), Optional.of(causes));
 * String page = breakdown.toText(SmallNumbers.SUPPRESSED);
 * }</pre>
 *
 * <p>Holds counts only. They are of small groups, so what is printed goes through {@link SmallNumbers}.
 *
 * @param groupings one for each grouping of the labels
 * @param causes one for each cause alone, whatever else is wrong with the pair; most missed first
 * @param together one for each set of causes that is all that is wrong with a missed pair; most missed first
 * @param falseLinks how many pairs found are of two people
 * @param ofOneHousehold how many of those are of two people of one household; nothing where labels do not tell
 */
public record Breakdown(
        List<Grouping> groupings,
        List<CauseCount> causes,
        List<CauseCount> together,
        long falseLinks,
        Optional<Long> ofOneHousehold) {
    /** So many sets of causes are told to people; the rest are seldom. */
    public static final int MOST_TOGETHER = 20;

    public Breakdown {
        groupings = List.copyOf(groupings);
        causes = List.copyOf(causes);
        together = List.copyOf(together);
    }

    /** Breaks a run down by what is known of its records; the truth's providers need one crosswalk each. */
    public static Breakdown of(
            List<Crosswalk> crosswalks, Truth truth, Optional<GroupLabels> labels, Optional<CauseLabels> causes) {
        return of(crosswalks, truth, labels, causes, Progress.UNSEEN);
    }

    /** The same, telling of records. */
    public static Breakdown of(
            List<Crosswalk> crosswalks,
            Truth truth,
            Optional<GroupLabels> labels,
            Optional<CauseLabels> causes,
            Progress progress) {
        Tags tags = new Tags(labels, causes);
        LabelledRecords records =
                LabelledRecords.of(Evaluation.inOrder(crosswalks, truth.providers()), truth, tags, progress);
        boolean withinProviders = truth.form() == Truth.Form.PEOPLE;
        PairWalk pairs = new PairWalk(records, withinProviders, progress);
        CauseTally tally = new CauseTally(records, tags);
        pairs.truePairs(tally::addTrue);
        pairs.falsePairs(tally::addFalse);
        return new Breakdown(
                labels.map(known -> groupings(known, records, tags, pairs, withinProviders))
                        .orElse(List.of()),
                causes.map(tally::singly).orElse(List.of()),
                causes.map(tally::together).orElse(List.of()),
                tally.falseLinks(),
                labels.flatMap(GroupLabels::household).map(column -> tally.ofOneHousehold()));
    }

    private static List<Grouping> groupings(
            GroupLabels labels, LabelledRecords records, Tags tags, PairWalk pairs, boolean withinProviders) {
        return labels.groupings().stream()
                .map(column -> {
                    GroupTally tally = new GroupTally(records, tags, labels, column);
                    pairs.truePairs(tally::addTrue);
                    pairs.foundPairs(tally::addFound);
                    tally.addPeople(withinProviders);
                    tally.addRecords();
                    return tally.grouping();
                })
                .toList();
    }

    /** Every figure under a stable name. */
    public ObjectNode toJson(SmallNumbers numbers) {
        return new BreakdownJson(numbers).of(this);
    }

    /** The same for people to read. */
    public String toText(SmallNumbers numbers) {
        return new BreakdownText(numbers).of(this);
    }
}
