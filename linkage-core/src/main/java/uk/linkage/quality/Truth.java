package uk.linkage.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import uk.linkage.file.Progress;

/**
 * Which records are of one person, as somebody knows it.
 *
 * <p>Read from a CSV file of one of two forms, told apart by the number of columns:
 *
 * <ul>
 *   <li>two columns of matching local ids under any two names, the first column of the first provider and the second of the second.
 *       Pairs that share a record name one person, and what follows from them counts as well. A record named nowhere has no partner.
 *       Nothing is said about pairs within a provider.
 *   <li>{@code provider,local_id,person}, one row for each record, the persons named as one likes. Pairs within a provider count too. A
 *       record named nowhere is taken to have no partner.
 * </ul>
 *
 * <pre>{@code
 * Truth truth = Truth.read(Path.of("truth.csv"), List.of("census", "survey"));
 * Evaluation evaluation = Evaluation.of(crosswalks, truth);
 * }</pre>
 *
 * <p>A byte-order mark and CRLF are accepted. Refused, with line and rule and never the value: another number or, in three columns,
 * other names of columns; a row of another length; an empty field; a provider not asked for; a pair or record given twice; two columns
 * where there are not just two providers. Immutable; prints no local id.
 */
public final class Truth {
    /** Which of the two forms a truth has. */
    public enum Form {
        /** Pairs of local ids between two providers. */
        PAIRS,
        /** A person for each record. */
        PEOPLE
    }

    private final Form form;
    private final List<String> providers;
    private final List<Map<String, Integer>> personOf;
    private final Map<String, Integer> persons;
    private final int people;
    private final long rows;

    /** A truth of pairs, whose people have numbers and no names. */
    Truth(List<String> providers, List<Map<String, Integer>> personOf, int people, long rows) {
        this(Form.PAIRS, providers, personOf, Map.of(), people, rows);
    }

    /** A truth of people, each with the name that the file gives them. */
    Truth(List<String> providers, List<Map<String, Integer>> personOf, Map<String, Integer> persons, long rows) {
        this(Form.PEOPLE, providers, personOf, persons, persons.size(), rows);
    }

    private Truth(
            Form form,
            List<String> providers,
            List<Map<String, Integer>> personOf,
            Map<String, Integer> persons,
            int people,
            long rows) {
        this.form = form;
        this.providers = List.copyOf(providers);
        this.personOf = personOf.stream().map(Collections::unmodifiableMap).toList();
        this.persons = Collections.unmodifiableMap(persons);
        this.people = people;
        this.rows = rows;
    }

    /**
     * Reads a truth file for these providers, in the order of the run.
     *
     * @throws uk.linkage.file.MalformedFileException where the file breaks a rule
     */
    public static Truth read(Path file, List<String> providers) throws IOException {
        return read(file, providers, Progress.UNSEEN);
    }

    /**
     * Reads it likewise, telling of rows.
     *
     * @throws uk.linkage.file.MalformedFileException where the file breaks a rule
     */
    public static Truth read(Path file, List<String> providers, Progress progress) throws IOException {
        if (providers.stream().distinct().count() != providers.size()) {
            throw new IllegalArgumentException("a provider is named twice: " + providers);
        }
        return new TruthReader(file, providers).read(progress);
    }

    public Form form() {
        return form;
    }

    /** The providers the truth was read for. */
    public List<String> providers() {
        return providers;
    }

    /** How many people are named. */
    public int people() {
        return people;
    }

    /** How many rows the file has below its header. */
    public long rows() {
        return rows;
    }

    /** How many records are named. */
    public long records() {
        return personOf.stream().mapToLong(Map::size).sum();
    }

    /** The person 0..people-1 of each local id named of the provider with this index. */
    Map<String, Integer> personOf(int provider) {
        return personOf.get(provider);
    }

    /** The number of each person by the file's name for them; empty where the file names pairs. */
    Map<String, Integer> persons() {
        return persons;
    }

    @Override
    public String toString() {
        return "Truth[" + form + ", records=" + records() + ", people=" + people + "]";
    }
}
