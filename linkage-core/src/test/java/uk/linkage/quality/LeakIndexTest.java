package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.quality.LeakIndex.Leak;

class LeakIndexTest {
    @TempDir
    private Path folder;

    private final Agreement agreement = SealedTables.agreement();

    @Test
    void codesUnderOneSecretCoincideInEveryLook() throws IOException {
        EncodedTable table = Invented.of(agreement, 150, folder).under(1);
        LeakIndex index = LeakIndex.of(agreement, table, table);
        assertThat(index.views())
                .hasSize(4)
                .allSatisfy(view -> assertThat(view.tenth()).isGreaterThan(0.9));
        assertThat(index.allViews().tenth()).isGreaterThan(0.9);
        assertThat(index.components()).extracting(Leak::look).contains("surname, unpicked");
    }

    @Test
    void theLeakIsMadeUpOfTheParts() throws IOException {
        Invented invented = Invented.of(agreement, 150, folder);
        LeakIndex index = LeakIndex.of(agreement, invented.under(1), invented.under(2));
        Leak some = index.part("some", (left, right) -> (left + right) % 3 == 0);
        Leak others = index.part("others", (left, right) -> (left + right) % 3 != 0);
        assertThat(some.hundredth()).isPositive();
        assertThat(some.tenth() + others.tenth()).isCloseTo(index.allViews().tenth(), within(1e-9));
    }

    @Test
    void tablesOfDifferentPeopleAreRefused() {
        EncodedTable nobody = EncodedTable.of(agreement, List.of());
        assertThatThrownBy(() -> LeakIndex.of(agreement, nobody, nobody)).hasMessageContaining("at least 2, not 0");
    }
}
