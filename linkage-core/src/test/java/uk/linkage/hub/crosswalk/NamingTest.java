package uk.linkage.hub.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.linkage.hub.crosswalk.Story.id;
import static uk.linkage.hub.crosswalk.Story.rows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.resolve.Links;

/** Which study ids go on from one run to the next, and what is told of the others. */
class NamingTest {
    @Test
    void aPersonWhoseRecordsStayedKeepsTheId() {
        Story story = new Story("a", "b")
                .before(id(1), "a1", "b1")
                .before(id(2), "a2")
                .now("a1", "a2", "b1")
                .link("a1", "b1", 9);
        Naming naming = story.told();
        assertThat(naming.crosswalks())
                .containsExactly(
                        new Crosswalk("a", Map.of("a1", id(1), "a2", id(2))), new Crosswalk("b", Map.of("b1", id(1))));
        assertThat(rows(naming)).isEmpty();
        assertThat(naming.changes().orElseThrow().ids()).isEqualTo(new IdCounts(2, 0, 0, 0, 0));
    }

    @Test
    void aPersonWhoGrowsByAFurtherProviderKeepsTheIdAndNewPeopleGetFreshOnes() {
        Story story = new Story("a", "b", "c")
                .before(id(1), "a1", "b1")
                .before(id(2), "a2")
                .now("a1", "a2", "b1", "c1", "c2")
                .link("a1", "b1", 9)
                .link("b1", "c1", 8);
        Naming naming = story.told();
        assertThat(List.of("a1", "b1", "c1"))
                .allMatch(record -> story.idOf(naming, record).equals(id(1)));
        assertThat(story.idOf(naming, "a2")).isEqualTo(id(2));
        assertThat(story.idOf(naming, "c2")).isNotIn(id(1), id(2));
        assertThat(rows(naming)).isEmpty();
        assertThat(naming.changes().orElseThrow().ids()).isEqualTo(new IdCounts(2, 0, 0, 0, 1));
    }

    @Test
    void recordsThatAreThereNoMoreAreCountedAndThePersonKeepsTheId() {
        Story story = new Story("a", "b").before(id(1), "a1", "b1").now("a1", "b2");
        Naming naming = story.told();
        assertThat(story.idOf(naming, "a1")).isEqualTo(id(1));
        assertThat(rows(naming)).isEmpty();
        assertThat(naming.changes().orElseThrow().records())
                .containsExactly(new RecordCounts("a", 1, 0, 0, 0), new RecordCounts("b", 0, 0, 1, 1));
    }

    @Test
    void anIdWithoutARecordLeftIsRetired() {
        Story story = new Story("a", "b")
                .before(id(1), "a1", "b1")
                .before(id(2), "a2")
                .now("a2", "b2");
        Naming naming = story.told();
        assertThat(rows(naming, id(1))).containsExactly("retired,#0,,2,none of its records goes on");
        assertThat(naming.changes().orElseThrow().ids()).isEqualTo(new IdCounts(1, 0, 1, 0, 1));
        assertThat(naming.changes().orElseThrow().retired()).containsExactly(id(1));
    }

    @Test
    void ofTwoIdsInOnePersonTheOneWithMoreRecordsStaysAndTheOtherIsRetired() {
        Story story = new Story("a", "b", "c")
                .before(id(1), "a1")
                .before(id(2), "b1", "c1")
                .now("a1", "b1", "c1")
                .link("b1", "c1", 20)
                .link("a1", "b1", 12.34);
        Naming naming = story.told();
        assertThat(new TreeSet<>(naming.crosswalks().get(0).studyIds().values()))
                .containsExactly(id(2));
        assertThat(rows(naming, id(1), id(2)))
                .containsExactly(
                        "merged,#0,#1,1,joined by a link of 12.3 bits between a and b, no record new",
                        "retired,#0,,1,its records have the ids of the people they joined");
        assertThat(naming.changes().orElseThrow().ids()).isEqualTo(new IdCounts(1, 1, 0, 0, 0));
    }

    @Test
    void ofEqualIdsInOnePersonTheSmallestStays() {
        Story story = new Story("a", "b", "c")
                .before(id(7), "a1")
                .before(id(3), "b1")
                .before(id(5), "c1")
                .now("a1", "b1", "c1")
                .link("a1", "b1", 9)
                .link("b1", "c1", 8);
        assertThat(story.idOf(story.told(), "a1")).isEqualTo(id(3));
    }

    @Test
    void theReasonOfAMergeIsTheWeakestLinkOfTheStrongestWay() {
        Story story = new Story("a", "b", "c")
                .before(id(1), "a1")
                .before(id(2), "b1")
                .now("a1", "b1", "c1")
                .link("a1", "c1", 15)
                .link("c1", "b1", 11)
                .link("a1", "b1", 4);
        assertThat(rows(story.told(), id(1), id(2)))
                .first()
                .isEqualTo("merged,#1,#0,1,joined by a link of 11.0 bits between b and c, one record new");
    }

    @Test
    void aWayThroughNewRecordsAloneIsToldAsNew() {
        Story story = new Story("a", "b", "c", "d")
                .before(id(1), "a1")
                .before(id(2), "b1")
                .now("a1", "b1", "c1", "d1")
                .link("a1", "c1", 15)
                .link("c1", "d1", 11)
                .link("d1", "b1", 12);
        assertThat(rows(story.told(), id(1), id(2)))
                .first()
                .isEqualTo("merged,#1,#0,1,joined by a link of 11.0 bits between c and d, both records new");
    }

    @Test
    void whereNoLinkTellsWhyIdsMetThatIsSaid() {
        Story story = new Story("a", "b")
                .before(id(1), "a1")
                .before(id(2), "b1")
                .now("a1", "b1")
                .link("a1", "b1", 9);
        Links none = Links.builder().build();
        Naming naming = Naming.after(story.former(), story.names(), story.clusters(), none, new Random(1));
        assertThat(rows(naming, id(1), id(2))).first().isEqualTo("merged,#1,#0,1,in one person of this run");
    }

    @Test
    void anIdThatCameApartStaysWithMostOfItsRecords() {
        Story story = new Story("a", "b", "c")
                .before(id(1), "a1", "b1", "c1")
                .now("a1", "b1", "c1")
                .link("b1", "c1", 9);
        Naming naming = story.told();
        assertThat(story.idOf(naming, "b1")).isEqualTo(id(1));
        String fresh = story.idOf(naming, "a1");
        assertThat(rows(naming, id(1), fresh)).containsExactly("split,#0,#1,1,no accepted link joins them any more");
        assertThat(naming.changes().orElseThrow().ids()).isEqualTo(new IdCounts(1, 0, 0, 1, 0));
        assertThat(naming.changes().orElseThrow().retired()).isEmpty();
    }

    @Test
    void ofEqualPartsTheOneWithTheFirstRecordKeepsTheIdInWhateverOrderTheFilesCome() {
        for (List<String> files : List.of(List.of("a", "b"), List.of("b", "a"))) {
            Story story = new Story("a", "b")
                    .before(id(1), "a1", "b1")
                    .now("a1", "b1")
                    .files(files.toArray(String[]::new));
            assertThat(story.idOf(story.told(), "a1")).as("%s", files).isEqualTo(id(1));
        }
    }

    @Test
    void aSplitTellsWhereRecordsThatMayHaveJoinedThePartsAreGone() {
        Story story = new Story("a", "b", "c").before(id(1), "a1", "b1", "c1").now("a1", "b1");
        Naming naming = story.told();
        assertThat(rows(naming, id(1), story.idOf(naming, "b1")))
                .containsExactly("split,#0,#1,1,no accepted link joins them any more; records that had this id and do"
                        + " not go on: 1");
    }

    @Test
    void aSplitTellsOfALinkThatCouldNotBeFollowed() {
        Story story = new Story("a", "b")
                .before(id(1), "a1", "b1")
                .now("a1", "b1", "a2")
                .link("a2", "b1", 14)
                .link("a1", "b1", 9);
        Naming naming = story.told();
        assertThat(rows(naming, id(1), story.idOf(naming, "b1")))
                .containsExactly("split,#0,#1,1,apart since a link of 9.0 bits between a and b was not followed when"
                        + " people were put together");
    }

    @Test
    void recordsThatLeaveOnePersonForAnotherAreAMergeThatRetiresNobody() {
        Story story = new Story("a", "b", "c")
                .before(id(1), "a1", "b1", "c1")
                .before(id(2), "a2", "b2")
                .now("a1", "b1", "c1", "a2", "b2")
                .link("a1", "b1", 9)
                .link("a2", "b2", 9)
                .link("c1", "a2", 7);
        Naming naming = story.told();
        assertThat(rows(naming, id(1), id(2)))
                .containsExactly("merged,#0,#1,1,joined by a link of 7.0 bits between a and c, no record new; no"
                        + " accepted link joins them any more");
        assertThat(naming.changes().orElseThrow().ids()).isEqualTo(new IdCounts(2, 0, 0, 0, 0));
    }

    /** Id 1 has two records with x and three with y, where id 2 has two: 1 stays with x, so that four records keep their id and not three. */
    @Test
    void whereMergeAndSplitMeetAsManyRecordsAsCanBeKeepTheirId() {
        Story story = new Story()
                .before(id(1), "a1", "b1", "c1", "a2", "b2")
                .before(id(2), "a3", "b3")
                .now("a1", "b1", "c1", "a2", "b2", "a3", "b3")
                .link("a1", "b1", 9)
                .link("b1", "c1", 9)
                .link("a3", "b3", 9)
                .link("b1", "a3", 8)
                .link("a2", "b2", 9);
        Naming naming = story.told();
        assertThat(List.of(story.idOf(naming, "a2"), story.idOf(naming, "a1"), story.idOf(naming, "a3")))
                .containsExactly(id(1), id(2), id(2));
        assertThat(rows(naming, id(1), id(2)))
                .containsExactly("merged,#0,#1,3,joined by a link of 8.0 bits between a and b, no record new; no"
                        + " accepted link joins them any more");
    }

    @Test
    void anIdWhoseRecordsAllWentToSeveralOthersIsRetired() {
        Story story = new Story()
                .before(id(9), "a1", "a2")
                .before(id(1), "b1")
                .before(id(2), "b2")
                .now("a1", "a2", "b1", "b2")
                .link("a1", "b1", 5)
                .link("a2", "b2", 6);
        Naming naming = story.told();
        assertThat(rows(naming, id(1), id(2), id(9)))
                .containsExactly(
                        "merged,#2,#0,1,joined by a link of 5.0 bits between a and b, no record new",
                        "merged,#2,#1,1,joined by a link of 6.0 bits between a and b, no record new",
                        "retired,#2,,2,its records have the ids of the people they joined");
    }

    @Test
    void anIdOnceRetiredStaysSoAndNoneIsGivenAgain() {
        Random sameAgain = new Random(5);
        StudyIds first = new StudyIds(new Random(5));
        String used = first.next();
        String given = first.next();
        Story story = new Story("a", "b").before(given, "a1").retired(used).now("a1", "b1");
        Naming naming = story.told(sameAgain);
        assertThat(story.idOf(naming, "b1")).isEqualTo(first.next());
        assertThat(naming.changes().orElseThrow().retired()).containsExactly(used);
    }

    @Test
    void aProviderThatLeftTakesItsRecordsWithIt() {
        Story story = new Story("a", "b", "c")
                .before(id(1), "a1", "b1")
                .before(id(2), "b2")
                .now("a1", "c1")
                .left("b");
        Naming naming = story.told();
        assertThat(rows(naming, id(2))).containsExactly("retired,#0,,1,none of its records goes on");
        assertThat(naming.changes().orElseThrow().records())
                .containsExactly(
                        new RecordCounts("a", 1, 0, 0, 0),
                        new RecordCounts("c", 0, 0, 1, 0),
                        new RecordCounts("b", 0, 0, 0, 2));
        assertThat(naming.changes().orElseThrow().moves().keySet()).containsExactly("a");
    }

    @Test
    void aProviderThatBeginsAnewIsLinkedButCarriesNothingOver() {
        Story story = new Story("a", "b")
                .before(id(1), "a1")
                .before(id(2), "b1")
                .now("a1", "b1")
                .left("b");
        Naming naming = story.told();
        assertThat(story.idOf(naming, "b1")).isNotEqualTo(id(2));
        assertThat(naming.changes().orElseThrow().records())
                .containsExactly(new RecordCounts("a", 1, 0, 0, 0), new RecordCounts("b", 0, 0, 1, 1));
    }

    @Test
    void aProviderIsToldTheNewIdsOfItsOwnRecordsAlone() {
        Story story = new Story("a", "b", "c")
                .before(id(1), "a1", "b1")
                .before(id(2), "c1")
                .before(id(3), "c2")
                .now("a1", "b1", "c1", "c2")
                .link("a1", "b1", 9)
                .link("b1", "c1", 8);
        assertThat(story.told().changes().orElseThrow().moves())
                .isEqualTo(Map.of("a", Map.of(), "b", Map.of(), "c", Map.of(id(2), Set.of(id(1)))));
    }

    @Test
    void anOldIdThatCameApartWithinAProviderIsToldWithAllItsNewIds() {
        Story story = new Story("b")
                .before(id(1), "a1", "a2", "b1")
                .now("a1", "a2", "b1")
                .link("a1", "b1", 9);
        Naming naming = story.told();
        assertThat(naming.changes().orElseThrow().moves())
                .isEqualTo(Map.of("a", Map.of(id(1), Set.of(id(1), story.idOf(naming, "a2"))), "b", Map.of()));
    }

    @Test
    void anIdInUseAndRetiredIsRefused() {
        Story story = new Story("a").before(id(1), "a1").retired(id(1));
        assertThatThrownBy(story::former).hasMessage("the crosswalk of a has a study id that is retired");
    }

    @Test
    void whatIsPrintedNamesNobody() {
        Story story = new Story("a").before(id(1), "a1").now("a1");
        assertThat(story.former()).hasToString("FormerIds[providers=1, retired=0]");
        assertThat(story.names()).hasToString("RecordNames[[a], records=1]");
        assertThat(story.told().changes().orElseThrow().toString()).doesNotContain("a1");
    }
}
