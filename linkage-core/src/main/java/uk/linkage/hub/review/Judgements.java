package uk.linkage.hub.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.crosswalk.RecordNames;
import uk.linkage.hub.resolve.Evidence;
import uk.linkage.hub.resolve.Links;
import uk.linkage.hub.resolve.Veto;

/**
 * Answers as the linkage follows them, by record number: which records are one person for sure, and which are not.
 *
 * <p>Records that are said to match are put together, also where one is said to match two others. Such groups rule out what they cannot
 * be beside: a second record of a provider that holds each person once, and whatever is said not to match any of them. What the
 * answers leave open is decided as ever.
 *
 * <pre>{@code
 * Judgements judgements = Judgements.of(answers, names, providerOf, once, differentNumbers);
 * Clusters.of(providerOf, once, links, judgements.veto(numbers), judgements.evidence(weights));
 * }</pre>
 *
 * <p>Fresh answers that cannot all be true are refused; former ones that what is known now rules out are set aside and counted.
 * Immutable once made.
 */
public final class Judgements {
    /** What an answered match weighs, in bits: more than anything that is measured. */
    public static final double SURE = 10_000;

    private final JudgedGroups groups;
    private final List<Given> inForce = new ArrayList<>();
    private final Links.Builder matches = Links.builder();
    private int match;
    private int noMatch;
    private int unsure;
    private int former;
    private int gone;
    private int setAside;

    private Judgements(JudgedGroups groups) {
        this.groups = groups;
    }

    /**
     * Follows answers.
     *
     * @param names of all records
     * @param providerOf the provider's number of each record
     * @param once for each provider whether it holds a person at most once
     * @param differentNumbers what no answer can override
     * @throws MalformedFileException where a fresh answer contradicts another, or what is known of the records
     */
    public static Judgements of(
            Answers answers, RecordNames names, int[] providerOf, boolean[] once, Veto differentNumbers)
            throws IOException {
        JudgedGroups groups = new JudgedGroups(names.providers(), providerOf, once, differentNumbers);
        Judgements judgements = new Judgements(groups);
        List<Given> all = Stream.concat(answers.former().stream(), answers.fresh().stream())
                .toList();
        judgements.follow(all, numbers(all, names));
        return judgements;
    }

    /** Matches first, so that what they put together is known when somebody says that two are not. */
    private void follow(List<Given> all, Map<NamedRecord, Integer> numbers) throws IOException {
        for (Answer answer : Answer.values()) {
            for (Given given : all) {
                if (given.answer() == answer) {
                    follow(
                            given,
                            numbers.get(given.records().left()),
                            numbers.get(given.records().right()));
                }
            }
        }
    }

    private void follow(Given given, Integer left, Integer right) throws IOException {
        if (left == null || right == null) {
            gone++;
        } else if (given.answer() == Answer.UNSURE) {
            unsure++;
        } else {
            String fault = given.answer() == Answer.MATCH ? groups.join(left, right) : groups.part(left, right);
            take(given, left, right, fault);
        }
    }

    private void take(Given given, int left, int right, String fault) throws IOException {
        if (!fault.isEmpty() && !given.isFormer()) {
            throw new MalformedFileException(given.file(), given.line(), fault);
        }
        if (!fault.isEmpty()) {
            setAside++;
            return;
        }
        inForce.add(given);
        former += given.isFormer() ? 1 : 0;
        match += !given.isFormer() && given.answer() == Answer.MATCH ? 1 : 0;
        noMatch += !given.isFormer() && given.answer() == Answer.NO_MATCH ? 1 : 0;
        if (given.answer() == Answer.MATCH) {
            matches.add(Math.min(left, right), Math.max(left, right), SURE);
        }
    }

    /** The numbers of the records that answers name and that are there. */
    private static Map<NamedRecord, Integer> numbers(List<Given> all, RecordNames names) {
        Set<NamedRecord> wanted = new HashSet<>();
        all.forEach(given ->
                wanted.addAll(List.of(given.records().left(), given.records().right())));
        Map<NamedRecord, Integer> numbers = new HashMap<>();
        int record = 0;
        for (int provider = 0; provider < names.providers().size() && !wanted.isEmpty(); provider++) {
            for (String localId : names.localIds().get(provider)) {
                NamedRecord name = new NamedRecord(names.providers().get(provider), localId);
                if (wanted.contains(name)) {
                    numbers.put(name, record);
                }
                record++;
            }
        }
        return numbers;
    }

    /** Whether answers put two records together. */
    public boolean isMatch(int record, int other) {
        return groups.isTogether(record, other);
    }

    /** Whether answers keep them apart. */
    public boolean forbids(int record, int other) {
        return groups.forbids(record, other);
    }

    /** What answers forbid beside what something else does. */
    public Veto veto(Veto veto) {
        return (left, right) -> veto.forbids(left, right) || forbids(left, right);
    }

    /** What answers say of two records, and what something else says where they say nothing. */
    public Evidence evidence(Evidence evidence) {
        return (record, other) -> isMatch(record, other) ? SURE : evidence.bits(record, other);
    }

    /** The answered matches, weighing {@link #SURE}. */
    public Links matches() {
        return matches.build();
    }

    /** What became of the answers. */
    public AnswerCounts counts() {
        return new AnswerCounts(match, noMatch, unsure, former, gone, setAside);
    }

    /** Writes what is in force into the folder of a run, if anything is. */
    public void write(Path folder) throws IOException {
        if (!inForce.isEmpty()) {
            Answers.write(folder.resolve(Answers.FILE), inForce);
        }
    }

    @Override
    public String toString() {
        return "Judgements[" + counts() + "]";
    }
}
