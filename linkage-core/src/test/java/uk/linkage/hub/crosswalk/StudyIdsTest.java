package uk.linkage.hub.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StudyIdsTest {
    @Test
    void aStudyIdIsSAndSixteenCharactersOfCrockfordBase32() {
        StudyIds ids = new StudyIds(new SecureRandom());
        assertThat(ids.fresh(1000)).hasSize(1000).doesNotHaveDuplicates().allMatch(StudyIds::isStudyId);
    }

    @Test
    void anIdShowsTheEightyBitsDrawnAndNothingElse() {
        assertThat(new StudyIds(drawing(0)).next()).isEqualTo("S0000000000000000");
        assertThat(new StudyIds(drawing(0xff)).next()).isEqualTo("SZZZZZZZZZZZZZZZZ");
        assertThat(new StudyIds(drawing(0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf)).next())
                .isEqualTo("S0123456789ABCDEF");
        assertThat(new StudyIds(drawing(0x84, 0x65, 0x3a, 0x56, 0xd7, 0xc6, 0x75, 0xbe, 0x77, 0xdf)).next())
                .isEqualTo("SGHJKMNPQRSTVWXYZ");
    }

    @Test
    void twoRunsGiveUnrelatedIds() {
        List<String> one = new StudyIds(new SecureRandom()).fresh(100);
        assertThat(new StudyIds(new SecureRandom()).fresh(100)).doesNotContainAnyElementsOf(one);
    }

    @Test
    void aCollisionIsDrawnAgain() {
        RandomGenerator eachTwice = new RandomGenerator() {
            private int calls;

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void nextBytes(byte[] bytes) {
                new Random(calls++ / 2).nextBytes(bytes);
            }
        };
        assertThat(new StudyIds(eachTwice).fresh(20)).doesNotHaveDuplicates();
    }

    @Test
    void anIdGivenBeforeIsDrawnAgain() {
        List<String> before = new StudyIds(new Random(1)).fresh(20);
        StudyIds ids = new StudyIds(new Random(1), before.subList(0, 19));
        assertThat(ids.next()).isEqualTo(before.get(19));
    }

    @Test
    void aGeneratorThatRepeatsItselfIsRefused() {
        StudyIds ids = new StudyIds(drawing(7));
        ids.next();
        assertThatThrownBy(ids::next).isInstanceOf(IllegalStateException.class).hasMessageContaining("repeats itself");
    }

    @Test
    void otherTextIsNoStudyId() {
        assertThat(List.of("", "S", "s0123456789ABCDEF", "S0123456789ABCDE", "S0123456789ABCDEF0", "S0123456789abcdef"))
                .noneMatch(StudyIds::isStudyId);
        for (char left : "ILOUilou-= ".toCharArray()) {
            assertThat(StudyIds.isStudyId("S000000000000000" + left))
                    .as("%s", left)
                    .isFalse();
        }
        assertThat(StudyIds.isStudyId("S0123456789ABCDEF\n")).isFalse();
    }

    /** Bytes that repeat. */
    private static RandomGenerator drawing(int... values) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void nextBytes(byte[] bytes) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) values[i % values.length];
                }
            }
        };
    }
}
