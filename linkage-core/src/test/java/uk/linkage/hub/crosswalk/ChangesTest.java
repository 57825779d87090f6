package uk.linkage.hub.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.linkage.hub.crosswalk.Story.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that tell of changes: one for the hub with reasons, one for each provider with its own ids alone. */
class ChangesTest {
    @TempDir
    private Path folder;

    @Test
    void theHubIsToldEveryChangeAndWhy() throws IOException {
        mergeOneAndFive();
        assertThat(folder.resolve(Changes.FILE)).hasContent("""
                        change,old_study_id,new_study_id,records,reason
                        retired,%3$s,,1,none of its records goes on
                        merged,%1$s,%2$s,1,"joined by a link of 6.5 bits between a and b, no record new"
                        retired,%1$s,,1,its records have the ids of the people they joined
                        """.formatted(id(5), id(1), id(4)));
    }

    @Test
    void aProviderOfBothRunsIsToldWhichOfItsIdsBecameWhich() throws IOException {
        mergeOneAndFive();
        assertThat(folder.resolve("changes-a.csv")).hasContent("old_study_id,new_study_id\n");
        assertThat(folder.resolve("changes-b.csv")).hasContent("old_study_id,new_study_id\n" + id(5) + "," + id(1));
        assertThat(folder.resolve("changes-c.csv")).doesNotExist();
    }

    @Test
    void idsRetiredBeforeAndNowAreKeptForTheNextRun() throws IOException {
        mergeOneAndFive();
        assertThat(RetiredIds.read(folder.resolve(RetiredIds.FILE))).containsExactly(id(4), id(5), id(9));
    }

    @Test
    void noFileHoldsALocalId() throws IOException {
        mergeOneAndFive();
        for (String file : new String[] {"changes.csv", "changes-a.csv", "changes-b.csv", "retired.csv"}) {
            assertThat(Files.readString(folder.resolve(file))).doesNotContainPattern("\\b[abc][0-9]\\b");
        }
    }

    private void mergeOneAndFive() throws IOException {
        Story story = new Story("a", "c")
                .before(id(1), "a1", "b1")
                .before(id(2), "a2")
                .before(id(4), "b4")
                .before(id(5), "b5")
                .retired(id(9))
                .now("a1", "b1", "a2", "b5", "c2")
                .link("a1", "b1", 9)
                .link("a1", "b5", 6.5);
        story.told().changes().orElseThrow().write(folder);
    }
}
