package uk.linkage.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.BirthRange;
import uk.linkage.provider.person.CodeText;
import uk.linkage.provider.person.NhsNumber;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonName;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.PlainText;
import uk.linkage.provider.person.Postcode;
import uk.linkage.provider.person.Sex;

/** People for tests, from the normal forms of their values. */
public final class People {
    private static final BirthRange BIRTHS = BirthRange.since1895(LocalDate.of(2026, 1, 1));

    private People() {}

    /** A person with the given normal forms, by field name; what is not given is missing. */
    public static Person of(Agreement agreement, String localId, Map<String, String> forms) {
        List<Optional<PersonValue>> values = agreement.fields().stream()
                .map(field -> Optional.ofNullable(forms.get(field.name())).map(form -> value(field.kind(), form)))
                .toList();
        return new Person(localId, values);
    }

    /** A person of a golden vector. */
    public static Person of(Agreement agreement, JsonNode person) {
        List<Optional<PersonValue>> values = agreement.fields().stream()
                .map(field -> value(field, person.get("values").path(field.name())))
                .toList();
        return new Person(person.get("local_id").textValue(), values);
    }

    /** The value whose normal form this is. */
    public static PersonValue value(FieldKind kind, String form) {
        return switch (kind) {
            case NHS_NUMBER -> NhsNumber.parse(form).orElseThrow();
            case FORENAME, MIDDLE_NAME -> PersonName.parseForename(form).orElseThrow();
            case SURNAME -> PersonName.parseSurname(form).orElseThrow();
            case BIRTH_DATE -> birthDate(form);
            case SEX -> Sex.parse(form).orElseThrow();
            case POSTCODE -> Postcode.parse(form).orElseThrow();
            case TEXT -> PlainText.parse(form).orElseThrow();
            case CHI_NUMBER, CODE, IDENTIFIER -> CodeText.parse(form).orElseThrow();
        };
    }

    private static Optional<PersonValue> value(Field field, JsonNode form) {
        return Optional.ofNullable(form.textValue()).map(text -> value(field.kind(), text));
    }

    private static PersonValue birthDate(String form) {
        String[] parts = form.replace("X", "").split("-", -1);
        return BirthDate.ofParts(parts[0], parts[1], parts[2], BIRTHS).value().orElseThrow();
    }
}
