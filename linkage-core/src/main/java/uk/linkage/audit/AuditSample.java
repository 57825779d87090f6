package uk.linkage.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.extract.RowGate;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.person.Person;

/**
 * People of an extract to audit by, read by the rules of sealing: all of them, or as many as are wanted, drawn evenly (algorithm R: Vitter,
 * Random sampling with a reservoir, ACM Transactions on Mathematical Software 11, 1985).
 *
 * <pre>{@code
 * List<Person> people = new AuditSample(agreement, 10_000, 2026).ofExtract(extract, Map.of(), AuditSample.everybody());
 * }</pre>
 *
 * @param agreement whose fields are read
 * @param most how many people
 * @param seed of the draw
 */
public record AuditSample(Agreement agreement, int most, long seed) {

    /** Nobody is left aside: what is attacked stays with the provider and is forgotten, so the national service need not be asked. */
    public static OptOuts everybody() {
        return OptOuts.exempt("an audit, of which no record leaves the provider");
    }

    /** Of the provider's own extract, those who opted out and rows that cannot be used left aside. */
    public List<Person> ofExtract(ExtractSource extract, Map<String, String> mapping, OptOuts optOuts) {
        Columns columns = new ColumnMapping(extract, mapping).columns(agreement.fields());
        RowGate gate = new RowGate(extract, columns, optOuts, new Rejects(fault -> {}));
        List<Person> people = drawn(extract, columns, gate);
        gate.end();
        return people;
    }

    /** All of a list that an attacker might have: fields that it has no column for are missing. */
    public List<Person> ofRegister(ExtractSource register) {
        Map<String, String> said = new LinkedHashMap<>();
        Map<String, String> recognised = new ColumnMapping(register, Map.of("local_id", "")).specifications();
        agreement.fields().stream()
                .filter(field -> !isHeld(field, recognised))
                .forEach(field -> said.put(field.name(), ""));
        said.put("local_id", "");
        Columns columns = new ColumnMapping(register, said).columns(agreement.fields());
        RowGate gate = new RowGate(register, columns, everybody(), new Rejects(fault -> {}));
        return new AuditSample(agreement, Integer.MAX_VALUE, seed).drawn(register, columns, gate);
    }

    private static boolean isHeld(Field field, Map<String, String> recognised) {
        return recognised.containsKey(field.name())
                || field.kind() == FieldKind.BIRTH_DATE && recognised.containsKey(field.name() + ".year");
    }

    private List<Person> drawn(ExtractSource extract, Columns columns, RowGate gate) {
        Normaliser normaliser = new Normaliser(agreement, columns, LocalDate.now(), new Rejects(fault -> {}));
        SplittableRandom random = new SplittableRandom(seed);
        List<Person> drawn = new ArrayList<>();
        long[] seen = {0};
        try (Stream<Row> rows = extract.rows()) {
            rows.filter(gate::admits).forEach(row -> {
                long place = random.nextLong(++seen[0]);
                if (drawn.size() < most) {
                    drawn.add(normaliser.person(row));
                } else if (place < most) {
                    drawn.set((int) place, normaliser.person(row));
                }
            });
        }
        return drawn;
    }

    @Override
    public String toString() {
        return "AuditSample[" + most + "]";
    }
}
