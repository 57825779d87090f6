package uk.linkage.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.View;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.person.Person;

/**
 * What an attacker at the hub looks at.
 *
 * @param name for reports
 * @param agreement that it is made under
 * @param views that it is made of
 * @param tables a table for each of the views
 * @param plain whether filters are seen as they are, hardened by nothing
 */
record Sight(String name, Agreement agreement, List<View> views, List<EncodingTable> tables, boolean plain) {

    /** The plain filter of all fields, which nobody should ever hand out. */
    static Sight plain(Agreement agreement, List<Person> people) {
        Agreement whole = Whole.of(agreement);
        EncodingTable filters = Encoded.plain(whole, Encoded.secret(1), people);
        return new Sight("plain filter of all fields", whole, whole.views(), List.of(filters), true);
    }

    /** One code of all fields. */
    static Sight whole(Agreement agreement, List<Person> people) {
        Agreement whole = Whole.of(agreement);
        EncodedTable table = Encoded.table(whole, Encoded.secret(1), people);
        return new Sight("one code of all fields", whole, whole.views(), List.of(table.view(0)), false);
    }

    /** The first view alone, where {@code all} every view alone, and all of them together. */
    static List<Sight> codes(Agreement agreement, List<Person> people, boolean all) {
        EncodedTable table = Encoded.table(agreement, Encoded.secret(1), people);
        List<Sight> sights = new ArrayList<>();
        List<View> views = agreement.views();
        for (int v = 0; v < (all ? views.size() : 0); v++) {
            String name = "view " + views.get(v).name();
            sights.add(new Sight(name, agreement, List.of(views.get(v)), List.of(table.view(v)), false));
        }
        List<EncodingTable> tables =
                IntStream.range(0, views.size()).mapToObj(table::view).toList();
        sights.add(new Sight("all views", agreement, views, tables, false));
        return sights;
    }
}
