package uk.linkage.provider.clk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values are held to the schema's formats as clkhash holds them, and a fault tells line, column and rule, never the value. */
class ClkValuesTest {

    @Test
    void textIsHeldToCaseAndLength() {
        String schema = Schemas.of(
                Schemas.feature("name", "'type': 'string', 'case': 'upper', 'minLength': 2, 'maxLength': 5"));
        assertThat(Schemas.faults(schema, "QUILL")).isEmpty();
        assertThat(Schemas.faults(schema, "Q")).containsExactly("line 2: name has fewer than 2 characters");
        assertThat(Schemas.faults(schema, "QUILLO")).containsExactly("line 2: name has more than 5 characters");
        assertThat(Schemas.faults(schema, "Quill")).containsExactly("line 2: name is not in upper case");
        assertThat(Schemas.faults(schema, "\ud800\udf45\ud800\udf45\ud800\udf45\ud800\udf45\ud800\udf45"))
                .isEmpty();
        String lower = Schemas.of(Schemas.feature("name", "'type': 'string', 'case': 'lower'"));
        assertThat(Schemas.faults(lower, "quillon's")).isEmpty();
        assertThat(Schemas.faults(lower, "quilloN")).containsExactly("line 2: name is not in lower case");
    }

    @Test
    void textIsHeldToItsEncoding() {
        String schema = Schemas.of(Schemas.feature("name", "'type': 'string', 'encoding': 'ascii'"));
        assertThat(Schemas.faults(schema, "Zo\u00eblie")).containsExactly("line 2: name cannot be written as ascii");
    }

    @Test
    void textIsHeldToItsWholePattern() {
        String schema = Schemas.of(Schemas.feature("name", "'type': 'string', 'pattern': '[A-Z]{2,}'"));
        assertThat(Schemas.faults(schema, "QUILLON")).isEmpty();
        assertThat(Schemas.faults(schema, "QUILLON9"))
                .containsExactly("line 2: name does not fit the pattern of the schema");
    }

    @Test
    void wholeNumbersAreHeldToTheirBounds() {
        String schema = Schemas.of(Schemas.feature("born", "'type': 'integer', 'minimum': 1900, 'maximum': 2026"));
        assertThat(Schemas.faults(schema, " +1_980 ")).isEmpty();
        assertThat(Schemas.faults(schema, "1899")).containsExactly("line 2: born is below 1900");
        assertThat(Schemas.faults(schema, "2027")).containsExactly("line 2: born is above 2026");
        for (String value : List.of("", "1980.0", "19 80", "0x7b", "1__980", "_1980", "1980_", "--1980", "\u0b72")) {
            assertThat(Schemas.faults(schema, value)).containsExactly("line 2: born is not a whole number");
        }
    }

    @Test
    void datesAreHeldToTheirFormatAndTheCalendar() {
        String schema = Schemas.of(Schemas.feature("born", "'type': 'date', 'format': '%d/%m/%Y'"));
        assertThat(Schemas.faults(schema, "29/2/2004")).isEmpty();
        for (String value :
                List.of("", "29/02/2003", "31/04/1980", "1980-02-14", "14/02/80", "14/02/1980 ", "0/1/1980")) {
            assertThat(Schemas.faults(schema, value)).containsExactly("line 2: born is not a date as %d/%m/%Y");
        }
        assertThat(Schemas.faults(schema, "14/02/0980"))
                .containsExactly(
                        "line 2: born is a date before the year 1000, which has no text of eight digits everywhere");
    }

    @Test
    void aChoiceIsHeldToItsValues() {
        String schema = Schemas.of(Schemas.feature("sex", "'type': 'enum', 'values': ['F', 'M']"));
        assertThat(Schemas.faults(schema, "M")).isEmpty();
        assertThat(Schemas.faults(schema, "m")).containsExactly("line 2: sex is not one of the values of the schema");
        assertThat(Schemas.faults(schema, "")).containsExactly("line 2: sex is not one of the values of the schema");
    }

    @Test
    void aNumericComparisonTakesNumbersOnly() {
        String schema = Schemas.of(Schemas.feature(
                "dose",
                "'type': 'string'",
                "'comparison': {'type': 'numeric', 'thresholdDistance': 5, 'resolution': 2}",
                "'strategy': {'bitsPerToken': 10}",
                new String[0]));
        assertThat(Schemas.faults(schema, "-1_0.5e1")).isEmpty();
        for (String value : List.of("nan", "inf", "1e999", "1f", "0x1p3", "1,5", "five", ".", "1._5")) {
            assertThat(Schemas.faults(schema, value)).containsExactly("line 2: dose is not a number");
        }
    }

    @Test
    void whatStandsForAMissingValueIsHeldToNoRuleAndSetsNoBitWhereItIsEmpty() {
        String schema = Schemas.of(Schemas.feature(
                "born", "'type': 'date', 'format': '%Y'", "'missingValue': {'sentinel': '?', 'replaceWith': ''}"));
        assertThat(Schemas.faults(schema, "?")).isEmpty();
        assertThat(Schemas.clk(schema, "?")).isEqualTo(new byte[64]);
        assertThat(Schemas.clk(schema, "1980")).isNotEqualTo(new byte[64]);
    }

    @Test
    void everyFaultOfARowIsToldAndIgnoredColumnsHaveNone() {
        String schema = Schemas.of(
                "{'identifier': 'row', 'ignored': true}",
                Schemas.feature("sex", "'type': 'enum', 'values': ['F', 'M']"),
                Schemas.feature("born", "'type': 'integer'"));
        assertThat(Schemas.faults(schema, "\u00e9", "x", "y"))
                .containsExactly(
                        "line 2: sex is not one of the values of the schema", "line 2: born is not a whole number");
    }
}
