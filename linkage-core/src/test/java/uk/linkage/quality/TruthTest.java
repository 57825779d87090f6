package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.MalformedFileException;

class TruthTest {
    private static final List<String> TWO = List.of("census", "survey");

    @TempDir
    private Path folder;

    @Test
    void twoColumnsAreMatchingLocalIdsUnderAnyNames() throws IOException {
        Truth truth = read("anything,at all\nc1,s1\nc2,s2\n", TWO);
        assertThat(truth.form()).isEqualTo(Truth.Form.PAIRS);
        assertThat(truth.personOf(0)).isEqualTo(Map.of("c1", 0, "c2", 1));
        assertThat(truth.personOf(1)).isEqualTo(Map.of("s1", 0, "s2", 1));
        assertThat(truth.records()).isEqualTo(4);
        assertThat(truth.rows()).isEqualTo(2);
    }

    @Test
    void pairsThatShareARecordAreOnePerson() throws IOException {
        Truth truth = read("a,b\nc1,s1\nc2,s1\nc2,s2\nc3,s3\n", TWO);
        assertThat(truth.people()).isEqualTo(2);
        assertThat(truth.personOf(0).get("c1")).isEqualTo(truth.personOf(1).get("s2"));
    }

    @Test
    void oneLocalIdOfTwoProvidersIsTwoRecords() throws IOException {
        assertThat(read("a,b\n1,2\n2,1\n", TWO).people()).isEqualTo(2);
    }

    @Test
    void threeColumnsNameThePersonOfEachRecord() throws IOException {
        Truth truth = read("provider,local_id,person\nb,1,ann\na,1,ann\nc,9,bob\na,2,ann\n", List.of("a", "b", "c"));
        assertThat(truth.form()).isEqualTo(Truth.Form.PEOPLE);
        assertThat(truth.people()).isEqualTo(2);
        assertThat(truth.personOf(0)).isEqualTo(Map.of("1", 0, "2", 0));
        assertThat(truth.personOf(2)).isEqualTo(Map.of("9", 1));
    }

    @Test
    void aMarkAndCarriageReturnsAreAccepted() throws IOException {
        assertThat(read("\uFEFFprovider,local_id,person\r\na,1,x\r\n", List.of("a"))
                        .personOf(0))
                .containsOnlyKeys("1");
        assertThat(read("\uFEFFa,b\r\nc1,s1\r\n", TWO).personOf(1)).containsOnlyKeys("s1");
    }

    @Test
    void aTruthMayBeEmptyBelowItsHeader() throws IOException {
        assertThat(read("a,b\n", TWO).people()).isZero();
    }

    @Test
    void otherColumnsAreRefused() {
        String rule = "line 1: a truth has two columns of local ids, or the columns provider,local_id,person";
        assertRefused("id\n1\n", TWO, rule);
        assertRefused("a,b,c\n1,2,3\n", TWO, rule);
        assertRefused("local_id,provider,person\n", TWO, rule);
        assertRefused("provider,local_id,person,x\n", TWO, rule);
        assertRefused("", TWO, "is empty, a header was expected");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertRefused("a,b\n1,2\n1,2,3\n", TWO, "line 3: has 3 fields, the header has 2");
    }

    @Test
    void anUnknownProviderIsRefusedWithoutSayingIt() {
        assertRefused(
                "provider,local_id,person\ncensus,1,x\nsecret,1,x\n",
                TWO,
                "line 3: provider is none of census, survey");
    }

    @Test
    void aPairOrRecordGivenTwiceIsRefused() {
        assertRefused("a,b\n1,2\n3,4\n1,2\n", TWO, "line 4: this pair was given before");
        assertRefused(
                "provider,local_id,person\ncensus,1,x\ncensus,1,y\n", TWO, "line 3: this record was given before");
        assertRefused(
                "provider,local_id,person\ncensus,1,x\ncensus,1,x\n", TWO, "line 3: this record was given before");
    }

    @Test
    void anEmptyFieldIsRefused() {
        assertRefused("a,b\n1,\n", TWO, "line 2: column 2 is empty");
        assertRefused("provider,local_id,person\ncensus,1,\n", TWO, "line 2: column 3 is empty");
    }

    @Test
    void twoColumnsNeedTwoProviders() {
        assertRefused(
                "a,b\n1,2\n",
                List.of("a", "b", "c"),
                "line 1: two columns of local ids need two providers, there are 3;"
                        + " give the columns provider,local_id,person");
    }

    @Test
    void aProviderNamedTwiceIsRefused() {
        assertThatThrownBy(() -> read("a,b\n", List.of("a", "a"))).hasMessageContaining("named twice");
    }

    @Test
    void aTruthPrintsNoLocalId() throws IOException {
        assertThat(read("a,b\nsecret,secret\n", TWO)).hasToString("Truth[PAIRS, records=2, people=1]");
    }

    private void assertRefused(String content, List<String> providers, String rule) {
        assertThatThrownBy(() -> read(content, providers))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("truth.csv: " + rule);
    }

    private Truth read(String content, List<String> providers) throws IOException {
        return Truth.read(Files.writeString(folder.resolve("truth.csv"), content), providers);
    }
}
