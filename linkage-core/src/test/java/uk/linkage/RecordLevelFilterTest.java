package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.People;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.Tokeniser;

/**
 * An agreement can say the record-level filter of the literature: one view over all fields, by bits per token (Schnell,
 * Bachteler and Reiher 2011) or by bits per field as weights (Durham et al. 2014).
 */
class RecordLevelFilterTest {
    private static final List<String> ROWS = List.of(
            "A,,Jo,Li,F,1980-12-31,LS1 4AP",
            "B,,Jo,Li,F,1980-12-31,LS1 4AQ",
            "C,,Maximilian,Featherstonehaugh,M,1951-03-04,SO14 1AA",
            "D,,Maximilian,Featherstonehough,M,1951-03-04,SO14 1AA");

    @TempDir
    private Path folder;

    @Test
    void oneViewOverAllFieldsIsSoundAndShowsWhoIsNear() throws IOException {
        for (boolean weighted : new boolean[] {false, true}) {
            Agreement agreement = recordLevel(weighted);
            assertThat(agreement.views()).hasSize(1);
            assertThat(agreement.components()).hasSize(1);
            EncodingTable codes = table(agreement).view(0);
            int near = Math.max(codes.differing(0, codes, 1), codes.differing(2, codes, 3));
            int far = Math.min(codes.differing(0, codes, 2), codes.differing(1, codes, 3));
            assertThat(near).as("weighted: %s", weighted).isLessThan(far - 50);
        }
    }

    @Test
    void byBitsPerFieldTheShortestAndTheLongestNameWeighTheSame() throws IOException {
        assertThat(bitsOfSurname(recordLevel(true), "Li")).isEqualTo(60);
        assertThat(bitsOfSurname(recordLevel(true), "Featherstonehaugh")).isEqualTo(60);
        assertThat(bitsOfSurname(recordLevel(false), "Li")).isEqualTo(3 * 8);
        assertThat(bitsOfSurname(recordLevel(false), "Featherstonehaugh")).isEqualTo(18 * 8);
    }

    private static int bitsOfSurname(Agreement agreement, String surname) {
        Person person = People.of(agreement, "1", Map.of("surname", surname));
        int[] bits = new int[1];
        new Tokeniser(agreement, SealedTables.secret(1))
                .tokens(person)
                .views()
                .get(0)
                .forEach(token -> bits[0] += token.positions());
        return bits[0];
    }

    private EncodedTable table(Agreement agreement) throws IOException {
        return new SealedTables(folder, agreement).of("all", new ArrayList<>(ROWS));
    }

    private static Agreement recordLevel(boolean weighted) throws IOException {
        ObjectNode json = (ObjectNode) CanonicalJson.parse(AgreementFile.canonical(SealedTables.agreement()));
        ArrayNode components = (ArrayNode) json.get("components");
        ObjectNode person = ((ObjectNode) components.get(0)).put("name", "person");
        for (int i = 1; i < 4; i++) {
            components.get(i).get("features").forEach(((ArrayNode) person.get("features"))::add);
        }
        if (weighted) {
            person.get("features").forEach(f -> ((ObjectNode) f).put("bits", 60).remove("positions"));
        }
        json.putArray("components").add(person);
        json.putArray("views")
                .addObject()
                .put("name", "whole")
                .putArray("components")
                .add("person");
        return AgreementFile.parse(CanonicalJson.bytes(json), "record level");
    }
}
