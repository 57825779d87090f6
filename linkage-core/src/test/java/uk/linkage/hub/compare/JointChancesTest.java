package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointChancesTest {
    @Test
    void theyAreTheSumsInTheOrderInWhichTheyFirstCameHoweverOftenItWasEmptied() {
        JointChances sums = new JointChances();
        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            Map<Long, Double> plain = new LinkedHashMap<>();
            sums.clear();
            for (int added = 1 << round % 10; added > 0; added--) {
                long joint = (long) random.nextInt(300) << random.nextInt(3) * 20;
                double sum = plain.merge(joint, added + 0.5, Double::sum);
                assertThat(sums.add(joint, added + 0.5, joint + 0.25)).isEqualTo(sum);
            }
            assertThat(of(sums)).containsExactlyEntriesOf(plain);
        }
    }

    private static Map<Long, Double> of(JointChances sums) {
        Map<Long, Double> all = new LinkedHashMap<>();
        for (int i = 0; i < sums.size(); i++) {
            assertThat(sums.likely(i)).isEqualTo(sums.joint(i) + 0.25);
            assertThat(all.put(sums.joint(i), sums.chance(i))).isNull();
        }
        return all;
    }
}
