package uk.linkage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphMatchingTest {
    @TempDir
    private Path folder;

    @Test
    void plainFiltersAreMatchedAndTheProfileIsNot() throws IOException {
        Invented profile = Invented.of(400, folder);
        assertThat(profile.plain().rate(new GraphMatching())).isGreaterThan(0.95);
        assertThat(profile.rate(new GraphMatching())).isLessThan(0.03);
    }

    @Test
    void theSameSceneComesOutTheSame() throws IOException {
        Invented plain = Invented.of(200, folder).plain();
        assertThat(new GraphMatching().on(plain.scene())).isEqualTo(new GraphMatching().on(plain.scene()));
    }
}
