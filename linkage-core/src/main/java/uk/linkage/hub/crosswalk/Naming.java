package uk.linkage.hub.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.hub.resolve.Links;

/**
 * The study id of each person of a run: drawn afresh, or carried over from the run before wherever a person goes on.
 *
 * <p>Promises that no two people have one id; that a former id whose records, those still there, are all with one person and beside no
 * other former id's stays with that person; that a fresh id was never given before, not even to a person who is retired; and that every
 * id which did not simply go on is in {@link #changes()}. The same records, clusters and former ids give the same carried ids, in
 * whatever order the files come.
 *
 * <pre>{@code
 * Naming first = Naming.afresh(names, clusters, new SecureRandom());
 * Naming next = Naming.after(new FormerIds(crosswalks, Set.of(), retired), names, clusters, accepted, new SecureRandom());
 * List<Crosswalk> crosswalks = next.crosswalks();
 * }</pre>
 *
 * <p>How ids are carried over where people merge and split: as many records as can be keep their id. Of several ids that meet in a
 * person the one with most of its records there stays, of equal ones the smallest; an id that came apart stays with most of its
 * records, of equal parts with the one whose first record comes first, providers taken by name. A record is the same one as before where
 * provider and local id are.
 */
public final class Naming {
    private final RecordNames names;
    private final People people;
    private final List<String> idOf;
    private final Optional<Changes> changes;

    private Naming(RecordNames names, People people, List<String> idOf, Optional<Changes> changes) {
        this.names = names;
        this.people = people;
        this.idOf = idOf;
        this.changes = changes;
    }

    /** Everybody under a fresh id. */
    public static Naming afresh(RecordNames names, Clusters clusters, RandomGenerator random) {
        List<String> fresh = new StudyIds(random).fresh(clusters.count());
        return new Naming(names, People.of(clusters, names), fresh, Optional.empty());
    }

    /**
     * Former ids carried over, and fresh ones for the rest.
     *
     * @param accepted the links by which the clusters came about, to tell why ids met or came apart
     */
    public static Naming after(
            FormerIds former, RecordNames names, Clusters clusters, Links accepted, RandomGenerator random) {
        People people = People.of(clusters, names);
        Carried carried = Carried.of(former, names, people);
        List<String> idOf = ids(carried, new StudyIds(random, former.everGiven()));
        Changes changes = new ChangeList(former, names, carried, idOf).changes(accepted);
        return new Naming(names, people, idOf, Optional.of(changes));
    }

    private static List<String> ids(Carried carried, StudyIds fresh) {
        List<String> ids = new ArrayList<>();
        for (int kept : carried.kept()) {
            ids.add(
                    kept == FormerNumbers.NONE
                            ? fresh.next()
                            : carried.former().ids().get(kept));
        }
        return List.copyOf(ids);
    }

    /** The study id of a record. */
    public String studyId(int record) {
        return idOf.get(people.personOf()[record]);
    }

    /** How the ids differ from those before; nothing where all were drawn afresh. */
    public Optional<Changes> changes() {
        return changes;
    }

    /** One for each provider, in the order of the files. */
    public List<Crosswalk> crosswalks() {
        return crosswalks(Progress.UNSEEN);
    }

    /** The same, telling of records. */
    public List<Crosswalk> crosswalks(Progress progress) {
        Step step = progress.begin("giving records their study ids", "records", people.personOf().length);
        return IntStream.range(0, names.providers().size())
                .mapToObj(provider -> crosswalk(provider, step))
                .toList();
    }

    private Crosswalk crosswalk(int provider, Step step) {
        int first = names.first(provider);
        List<String> localIds = names.localIds().get(provider);
        Map<String, String> ids = new HashMap<>();
        for (int row = 0; row < localIds.size(); row++) {
            step.at(row);
            ids.put(localIds.get(row), studyId(first + row));
        }
        return new Crosswalk(names.providers().get(provider), ids);
    }
}
