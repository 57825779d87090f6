package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;

/** No profile that is shipped may leak more than the bounds, on 2,000 invented people. */
class ProfileLeakTest {
    private static final double TENTH_BOUND = 0.12;
    private static final double HUNDREDTH_BOUND = 0.05;
    private static final int PEOPLE = 2_000;

    @TempDir
    private Path folder;

    /** Every profile that is shipped, on the fields forename, surname, sex, birth date, postcode and NHS Number. */
    static List<Agreement> shipped() {
        Agreement usual = SealedTables.agreement();
        return Arrays.stream(Profile2026.Edition.values())
                .map(edition -> Profile2026.agreement(edition, usual.purpose(), usual.fields(), usual.bounds()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aProfileKeepsWhoResemblesWhomToItself(Agreement agreement) throws IOException {
        Invented invented = Invented.of(agreement, PEOPLE, folder);
        assertThat(invented.people()).hasSize(PEOPLE);
        LeakIndex index = LeakIndex.of(agreement, invented.under(1), invented.under(2));
        List<LeakIndex.Leak> looks = new ArrayList<>(index.views());
        looks.add(index.allViews());
        for (LeakIndex.Leak leak : looks) {
            assertThat(leak.tenth())
                    .as(leak.look() + ", of the most alike 10 %")
                    .isLessThanOrEqualTo(TENTH_BOUND);
            assertThat(leak.hundredth())
                    .as(leak.look() + ", of the most alike 1 %")
                    .isLessThanOrEqualTo(HUNDREDTH_BOUND);
        }
    }
}
