package uk.linkage.hub.crosswalk;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.linkage.hub.resolve.Links;

/** Why records changed their study id, in words that name providers and match weights and nobody. */
final class Reasons {
    private final Carried carried;
    private final RecordNames names;
    private final Links links;
    private final Evidence evidence;
    private final int[] keeper;
    private final int[] staying;

    Reasons(Carried carried, RecordNames names, Links links) {
        this.carried = carried;
        this.names = names;
        this.links = links;
        this.evidence = new Evidence(links, carried.people().personOf(), carried.contested());
        this.keeper = carried.keeper();
        this.staying = staying(carried);
    }

    /** How many records of each former id are still there. */
    private static int[] staying(Carried carried) {
        int[] staying = new int[carried.former().ids().size()];
        for (int overlap = 0; overlap < carried.overlaps().size(); overlap++) {
            staying[carried.overlaps().former(overlap)] += carried.overlaps().records(overlap);
        }
        return staying;
    }

    /** Why records of a former id are with a person that keeps another. */
    String merged(int former, int person) {
        int[] of = carried.former().of();
        int other = carried.kept()[person];
        OptionalInt link = evidence.joining(person, record -> of[record] == former, record -> of[record] == other);
        String joined = link.isPresent() ? joinedBy(link.getAsInt()) : "in one person of this run";
        return keeper[former] == FormerNumbers.NONE ? joined : joined + "; " + split(former, person);
    }

    /** Why records of a former id are not with the person that keeps it. */
    String split(int former, int person) {
        OptionalInt link = evidence.between(person, keeper[former]);
        if (link.isPresent()) {
            return "apart since " + described(link.getAsInt()) + " was not followed when people were put together";
        }
        return "no accepted link joins them any more" + gone(former);
    }

    /** Why nobody has a former id any more. */
    String retired(int former) {
        return staying[former] == 0
                ? "none of its records goes on"
                : "its records have the ids of the people they joined";
    }

    private String gone(int former) {
        int gone = carried.former().before()[former] - staying[former];
        return gone == 0 ? "" : "; records that had this id and do not go on: " + gone;
    }

    private String joinedBy(int link) {
        boolean left = carried.isNew(links.left(link));
        boolean right = carried.isNew(links.right(link));
        String novelty = left && right ? "both records new" : left || right ? "one record new" : "no record new";
        return "joined by " + described(link) + ", " + novelty;
    }

    private String described(int link) {
        String providers = Stream.of(links.left(link), links.right(link))
                .map(names::provider)
                .sorted()
                .collect(Collectors.joining(" and "));
        return String.format(Locale.ROOT, "a link of %.1f bits between %s", links.weight(link), providers);
    }
}
