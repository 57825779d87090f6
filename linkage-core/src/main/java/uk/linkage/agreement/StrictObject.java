package uk.linkage.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One object of a JSON file, read strictly: a property that is missing, of the wrong type or unknown is a fault, and
 * reading goes on with a stand-in so that all faults are found in one pass. Nothing made with a stand-in is used.
 */
final class StrictObject {
    private static final int DECIMAL_PLACES = 6;
    private static final int LONGEST_TEXT = 2000;

    private final JsonNode node;
    private final String path;
    private final Faults faults;
    private final Set<String> read = new HashSet<>();

    StrictObject(JsonNode node, String path, Faults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        faults.unless(node.isObject(), path, "must be an object");
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    String text(String name) {
        JsonNode value = value(name);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST_TEXT) {
            return fault(name, "must be text of 1 to 2000 characters", "");
        }
        if (value.textValue().codePoints().anyMatch(StrictObject::isUnwritable)) {
            return fault(name, "must hold no control character and no half of a surrogate pair", "");
        }
        return value.textValue();
    }

    String identifier(String name) {
        String text = text(name);
        faults.unless(
                text.isEmpty() || text.matches("[a-z0-9][a-z0-9_.-]{0,63}"),
                path(name),
                "must be 1 to 64 lower-case letters, digits, '_', '.' or '-'");
        return text;
    }

    int integer(String name, int least, int most) {
        JsonNode value = value(name);
        boolean good = value.isIntegralNumber() && value.canConvertToInt();
        if (!good || value.intValue() < least || value.intValue() > most) {
            return fault(name, "must be a whole number from " + least + " to " + most, least);
        }
        return value.intValue();
    }

    /** Likewise, and a multiple of {@code unit}, which {@code least} and {@code most} are; made one where it is not. */
    int integer(String name, int least, int most, int unit) {
        int number = integer(name, least, most);
        faults.unless(number % unit == 0, path(name), "must be a multiple of " + unit);
        return number - number % unit;
    }

    double decimal(String name, double least, double most) {
        JsonNode value = value(name);
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            return fault(name, "must be a number from " + least + " to " + most, least);
        }
        BigDecimal exact = value.decimalValue().stripTrailingZeros();
        faults.unless(exact.scale() <= DECIMAL_PLACES, path(name), "must have at most 6 decimal places");
        return exact.doubleValue();
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        return value.isBoolean() ? value.booleanValue() : fault(name, "must be true or false", false);
    }

    LocalDate date(String name) {
        return optionalText(name)
                .filter(text -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                .flatMap(StrictObject::calendarDay)
                .orElseGet(() -> fault(name, "must be a date as YYYY-MM-DD", LocalDate.EPOCH));
    }

    <T> T choice(String name, Function<String, Optional<T>> ofLabel, String labels, T standIn) {
        return optionalText(name).flatMap(ofLabel).orElseGet(() -> fault(name, "must be one of " + labels, standIn));
    }

    /**
     * What is made of this object; where its parts do not go together, the rule they break is a fault at {@code name}.
     */
    <T> T made(String name, Function<StrictObject, T> maker, T standIn) {
        try {
            return maker.apply(this);
        } catch (IllegalArgumentException broken) {
            faults.add(path(name), broken.getMessage());
            return standIn;
        }
    }

    void require(boolean good, String name, String rule) {
        faults.unless(good, path(name), rule);
    }

    boolean has(String name) {
        return node.has(name);
    }

    boolean isObject(String name) {
        return node.path(name).isObject();
    }

    StrictObject object(String name) {
        return new StrictObject(value(name), path(name), faults);
    }

    <T> List<T> objects(String name, Function<StrictObject, T> reader) {
        List<T> list = new ArrayList<>();
        JsonNode array = array(name);
        for (int i = 0; i < array.size(); i++) {
            StrictObject item = new StrictObject(array.get(i), path(name) + "[" + i + "]", faults);
            list.add(reader.apply(item));
            item.end();
        }
        return list;
    }

    List<Integer> integers(String name, int least, int most) {
        List<Integer> list = new ArrayList<>();
        for (JsonNode item : array(name)) {
            boolean good = item.isInt() && item.intValue() >= least && item.intValue() <= most;
            require(good, name, "must hold whole numbers from " + least + " to " + most);
            list.add(item.asInt());
        }
        return list;
    }

    List<String> texts(String name) {
        List<String> list = new ArrayList<>();
        for (JsonNode item : array(name)) {
            faults.unless(item.isTextual(), path(name), "must hold text only");
            list.add(item.asText());
        }
        return list;
    }

    /** Every property not asked for is a fault. */
    void end() {
        node.fieldNames().forEachRemaining(name -> faults.unless(read.contains(name), path(name), "is not known"));
    }

    private JsonNode array(String name) {
        JsonNode value = value(name);
        return value.isArray() ? value : fault(name, "must be a list", CanonicalJson.emptyArray());
    }

    private Optional<String> optionalText(String name) {
        return Optional.ofNullable(value(name).textValue());
    }

    private static Optional<LocalDate> calendarDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static boolean isUnwritable(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }

    private JsonNode value(String name) {
        read.add(name);
        return node.path(name);
    }

    private <T> T fault(String name, String rule, T standIn) {
        faults.add(path(name), node.has(name) ? rule : "is missing; it " + rule);
        return standIn;
    }
}
