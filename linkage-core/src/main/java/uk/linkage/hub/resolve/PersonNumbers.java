package uk.linkage.hub.resolve;

import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.DifferentNumbers;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.KeyForm;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.block.TokenColumn;

/**
 * Two different valid NHS Numbers, or two different CHI numbers, are of two people: keyed tokens of equal numbers are equal, and an
 * invalid number has no token.
 *
 * <p>A person whose number was replaced has two of them until the provider encodes the current one in place of the superseded; which
 * is which the hub cannot know. Other identifiers veto nothing: a person may well have two passports.
 */
public final class PersonNumbers implements Veto {
    private final List<EncodedTable> tables;
    private final int[] first;
    private final int[] providerOf;
    private final int[] keys;

    private PersonNumbers(List<EncodedTable> tables, int[] first, int[] providerOf, int[] keys) {
        this.tables = tables;
        this.first = first;
        this.providerOf = providerOf;
        this.keys = keys;
    }

    /**
     * What the agreement has different numbers forbid, of records counted over all tables.
     *
     * @param first the number of each table's first record
     * @param providerOf the table of each record
     */
    public static Veto of(Agreement agreement, List<EncodedTable> tables, int[] first, int[] providerOf) {
        int[] keys = IntStream.range(0, agreement.keys().size())
                .filter(key -> isPersonNumber(agreement, agreement.keys().get(key)))
                .toArray();
        return agreement.decide().differentNumbers() == DifferentNumbers.VETO && keys.length > 0
                ? new PersonNumbers(tables, first, providerOf, keys)
                : Veto.none();
    }

    @Override
    public boolean forbids(int left, int right) {
        for (int key : keys) {
            TokenColumn lefts = tables.get(providerOf[left]).key(key);
            TokenColumn rights = tables.get(providerOf[right]).key(key);
            int leftRow = left - first[providerOf[left]];
            int rightRow = right - first[providerOf[right]];
            if (lefts.has(leftRow) && rights.has(rightRow) && !lefts.equal(leftRow, rights, rightRow)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a key is one such number and nothing else. */
    private static boolean isPersonNumber(Agreement agreement, MatchKey key) {
        if (!key.identifier() || key.parts().size() != 1) {
            return false;
        }
        Part part = key.parts().get(0);
        FieldKind kind = agreement.field(part.fields().get(0)).kind();
        return (part.form() == KeyForm.WHOLE || part.form() == KeyForm.OPRF)
                && (kind == FieldKind.NHS_NUMBER || kind == FieldKind.CHI_NUMBER);
    }
}
