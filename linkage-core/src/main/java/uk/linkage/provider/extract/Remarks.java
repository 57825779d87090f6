package uk.linkage.provider.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.extract.Synonyms.Whose;

/**
 * What a provider should know of how its extract was understood, in words: where its local ids come from if they are not
 * plainly its own, and which fields it does not hold.
 *
 * @param extract what was read
 * @param specifications what each field is made of
 */
record Remarks(ExtractSource extract, Map<String, String> specifications) {

    /** A line each. */
    List<String> of(List<Field> fields) {
        Stream<String> notHeld = fields.stream()
                .filter(field -> mayBeAbsent(field) && !specifications.containsKey(field.name()))
                .map(field -> extract.name() + " has no column for " + field.name()
                        + ": taken as not held; where it has one, say --map " + field.name() + "=COLUMN");
        return Stream.of(localId().stream(), notHeld, digest(fields))
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<String> digest(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.name().equals(Synonyms.DIGEST) && field.kind() == FieldKind.IDENTIFIER)
                .filter(field ->
                        !specifications.getOrDefault(Synonyms.DIGEST, "").isEmpty())
                .map(
                        field ->
                                "digest is weaker than what is sealed of an NHS Number itself: whoever has its one salt finds the"
                                        + " number behind it in minutes, it joins every data set made with that salt, and a mistyped number makes"
                                        + " another digest; opt-outs cannot be checked by it, and must have been when it was made");
    }

    /** A person is looked for by numbers of the health service, names, birth and postcode; the rest is a help. */
    static boolean mayBeAbsent(Field field) {
        return switch (field.kind()) {
            case NHS_NUMBER, CHI_NUMBER, FORENAME, SURNAME, BIRTH_DATE, POSTCODE -> false;
            case MIDDLE_NAME, SEX, TEXT, CODE, IDENTIFIER -> true;
        };
    }

    private Optional<String> localId() {
        String column = specifications.get(Synonyms.LOCAL_ID);
        if (column.isEmpty()) {
            return Optional.of(
                    extract.name() + " has no local id that is recognised: its rows are known by their number, "
                            + "row-000001 on; keep it as it is, or say --map local_id=COLUMN");
        }
        return Synonyms.reference(column)
                .filter(reference -> reference.whose() != Whose.ROW)
                .map(reference ->
                        "local_id from " + column + ": where others hold the same, the hub sees by it who is who; "
                                + "better a reference of your own: --map local_id=COLUMN");
    }
}
