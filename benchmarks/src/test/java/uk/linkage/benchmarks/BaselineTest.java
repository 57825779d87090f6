package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.benchmarks.sets.LabelledSet;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.testdata.Extract;

/** What anybody would do first does just what it says. */
class BaselineTest {
    private static final String HEADER = "id,forename,surname,dob,postcode\n";

    @TempDir
    private Path folder;

    @Test
    void anyOneKeyIsEnough() throws IOException {
        assertThat(linked(
                        true,
                        "A1,Ann,Lee,1980-05-01,SO14 1AA\nA2,Bob,Fox,1970-02-03,M1 1AE\nA3,Cy,Hill,1960-07-08,L1 8JQ\n",
                        "B1,Ann,Lee,1980-05-01,\nB2,Bob,Fay,1970-02-03,M1 1AE\nB3,Cyril,Hill,1960-07-08,L1 8JQ\n"))
                .containsExactly("A1 B1", "A2 B2", "A3 B3");
    }

    @Test
    void aRecordThatAgreesInNoKeyIsAlone() throws IOException {
        assertThat(linked(true, "A1,Ann,Lee,1980-05-01,SO14 1AA\n", "B1,Ann,Lee,1980-05-02,SO14 1AA\n"))
                .isEmpty();
    }

    @Test
    void ofTwoThePartnerWithMoreKeysIsTakenAndOfEqualsTheFirst() throws IOException {
        assertThat(linked(
                        true,
                        "A1,Ann,Lee,1980-05-01,SO14 1AA\n",
                        "B1,Ann,Lee,1980-05-01,\nB2,Ann,Lee,1980-05-01,SO14 1AA\nB3,Ann,Lee,1980-05-01,SO14 1AA\n"))
                .containsExactly("A1 B2");
    }

    @Test
    void whereAFileHoldsPeopleTwiceAllThatAgreeAreOne() throws IOException {
        assertThat(linked(
                        false,
                        "A1,Ann,Lee,1980-05-01,SO14 1AA\nA2,Ann,Lee,1980-05-01,\n",
                        "B1,Ann,Lee,1980-05-01,SO14 1AA\nB2,Bo,Lee,1980-05-01,\n"))
                .containsExactly("A1 A2 B1");
    }

    @Test
    void whereThereIsNoBirthNamesAndPostcodeAreAKey() throws IOException {
        assertThat(linked(
                        "id,forename,surname,postcode\n",
                        true,
                        "A1,Ann,Lee,SO14 1AA\nA2,Bob,Fox,M1 1AE\n",
                        "B1,Ann,Lee,SO14 1AA\nB2,Bob,Fox,\n"))
                .containsExactly("A1 B1");
    }

    private TreeSet<String> linked(boolean once, String a, String b) throws IOException {
        return linked(HEADER, once, a, b);
    }

    /** The local ids of each person of more than one record. */
    private TreeSet<String> linked(String header, boolean once, String a, String b) throws IOException {
        Path first = Files.writeString(folder.resolve("a.csv"), header + a);
        Path second = Files.writeString(folder.resolve("b.csv"), header + b);
        List<Extract> extracts = List.of(new Extract("a", first, 0), new Extract("b", second, 0));
        LabelledSet set = new LabelledSet("few", extracts, Map.of(), folder.resolve("none"), once);
        List<Crosswalk> crosswalks = Baseline.link(Clear.of(set, set.profile(Population.purpose())));
        Map<String, TreeSet<String>> people = crosswalks.stream()
                .flatMap(crosswalk -> crosswalk.studyIds().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))));
        return people.values().stream()
                .filter(ids -> ids.size() > 1)
                .map(ids -> String.join(" ", ids))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
