package uk.linkage.hub.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Profile2026;
import uk.linkage.hub.block.EncodedTable;

class PersonNumbersTest {
    private static final List<String> ROWS = List.of(
            "A,9990000018,Ann,Hill,F,1980-12-31,LS1 1AA",
            "B,9990000026,Ann,Hill,F,1980-12-31,LS1 1AA",
            "C,,Ann,Hill,F,1980-12-31,LS1 1AA",
            "D,9990000018,Bob,Dale,M,1950-01-02,LS9 9ZZ");

    @TempDir
    private Path folder;

    @Test
    void twoDifferentNumbersForbidAndAllElseDoesNot() throws IOException {
        Veto veto = veto(SealedTables.agreement());
        assertThat(veto.forbids(0, 5)).as("different numbers in two files").isTrue();
        assertThat(veto.forbids(0, 1)).as("different numbers in one").isTrue();
        assertThat(veto.forbids(0, 4)).as("the same number").isFalse();
        assertThat(veto.forbids(0, 7))
                .as("the same number of people unlike each other")
                .isFalse();
        assertThat(veto.forbids(2, 4)).as("one of them missing").isFalse();
        assertThat(veto.forbids(2, 6)).as("both missing").isFalse();
    }

    @Test
    void numbersByOprfForbidAsNumbersDo() throws IOException {
        SealedTables tables = new SealedTables(folder, SealedTables.agreement());
        List<EncodedTable> both = List.of(tables.of("left", ROWS), tables.of("right", ROWS));
        Agreement hidden = Profile2026.withOprf(SealedTables.agreement());
        Veto veto = PersonNumbers.of(hidden, both, new int[] {0, 4, 8}, new int[] {0, 0, 0, 0, 1, 1, 1, 1});
        assertThat(hidden.oprfFields()).hasSize(1);
        assertThat(veto.forbids(0, 5)).isTrue();
        assertThat(veto.forbids(0, 4)).isFalse();
    }

    @Test
    void theAgreementCanLeaveItToTheModel() throws IOException {
        ObjectNode json = json();
        ((ObjectNode) json.get("decide")).put("different_numbers", "evidence");
        assertThat(veto(agreement(json)).forbids(0, 5)).isFalse();
    }

    @Test
    void otherIdentifiersForbidNothing() throws IOException {
        ObjectNode json = json();
        ((ObjectNode) json.at("/fields/0")).put("kind", "identifier");
        Agreement passports = agreement(json);
        EncodedTable table = new SealedTables(folder, passports).of("left", ROWS);
        assertThat(table.key(0).equal(0, table.key(0), 1)).isFalse();
        assertThat(veto(passports).forbids(0, 5)).isFalse();
    }

    @Test
    void aNumberTogetherWithOtherThingsForbidsNothing() throws IOException {
        ObjectNode json = json();
        ((ObjectNode) json.at("/keys/0"))
                .withArray("parts")
                .addObject()
                .put("form", "whole")
                .putArray("fields")
                .add("postcode");
        assertThat(veto(agreement(json)).forbids(0, 5)).isFalse();
    }

    private Veto veto(Agreement agreement) throws IOException {
        SealedTables tables = new SealedTables(folder, agreement);
        List<EncodedTable> both = List.of(tables.of("left", ROWS), tables.of("right", ROWS));
        return PersonNumbers.of(agreement, both, new int[] {0, 4, 8}, new int[] {0, 0, 0, 0, 1, 1, 1, 1});
    }

    private static ObjectNode json() throws IOException {
        return (ObjectNode) CanonicalJson.parse(AgreementFile.canonical(SealedTables.agreement()));
    }

    private static Agreement agreement(ObjectNode json) {
        return AgreementFile.parse(CanonicalJson.bytes(json), "altered.json");
    }
}
