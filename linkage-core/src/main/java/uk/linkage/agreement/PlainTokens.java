package uk.linkage.agreement;

import java.util.Map;
import java.util.Set;

/** Tokens about which nothing is chosen. */
public enum PlainTokens implements Tokens {
    /** The whole value, one token. */
    WHOLE("whole", FieldKind.values()),
    /** Year, month, day and their three pairs: six tokens for a whole date (Schnell and Borgs 2018). */
    DATE_PARTS("date-parts", FieldKind.BIRTH_DATE),
    /** The words that begin with a digit, one token each: house numbers. */
    NUMBERS("numbers", FieldKind.TEXT),
    /** Padded pairs of the words that do not begin with a digit, put together: street names. */
    LETTERS("letters", FieldKind.TEXT),
    /** Area, district, sector and unit, so that neighbours share some and equal postcodes all four. */
    POSTCODE_PARTS("postcode-parts", FieldKind.POSTCODE),
    /** The forename that a pet name stands for: BILL and WILLIAM have the same one token. */
    NICKNAME("nickname", FieldKind.FORENAME, FieldKind.MIDDLE_NAME);

    private final String kind;
    private final Set<FieldKind> takes;

    PlainTokens(String kind, FieldKind... takes) {
        this.kind = kind;
        this.takes = Set.of(takes);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean takes(FieldKind field) {
        return takes.contains(field);
    }

    @Override
    public boolean coarse() {
        return this == NICKNAME;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    public String label() {
        return kind;
    }
}
