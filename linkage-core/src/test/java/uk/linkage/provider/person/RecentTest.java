package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentTest {

    @Test
    void itSaysWhatTheWorkSays() {
        Random random = new Random(3);
        for (int places : new int[] {2, 4, 64, 1024}) {
            Recent<String, String> recent = new Recent<>(places, key -> key + "!");
            for (int i = 0; i < 5000; i++) {
                String key = "k" + random.nextInt(300);
                assertThat(recent.get(key)).isEqualTo(key + "!");
            }
        }
    }

    @Test
    void whatComesAgainIsNotWorkedOutAgainUntilItIsForgotten() {
        List<String> worked = new ArrayList<>();
        Recent<String, Integer> recent = new Recent<>(16, key -> {
            worked.add(key);
            return worked.size();
        });
        assertThat(List.of(recent.get("a"), recent.get("a"))).containsExactly(1, 1);
        recent.clear();
        assertThat(recent.get("a")).isEqualTo(2);
        assertThat(worked).containsExactly("a", "a");
    }

    @Test
    void aNewcomerTakesThePlaceOfWhoWasNotAskedForLast() {
        List<String> worked = new ArrayList<>();
        Recent<String, Boolean> recent = new Recent<>(2, worked::add);
        for (String key : List.of("a", "b", "a", "c", "a", "b")) {
            recent.get(key);
        }
        assertThat(worked).containsExactly("a", "b", "c", "b");
    }

    @Test
    void placesAreAPowerOfTwo() {
        assertThatThrownBy(() -> new Recent<>(12, key -> key)).hasMessage("places (12) must be a power of two from 2");
    }

    @Test
    void itDoesNotPrint() {
        Recent<String, String> recent = new Recent<>(4, key -> key);
        recent.get("SMITH");
        assertThat(recent).hasToString("Recent[4 places]");
    }
}
