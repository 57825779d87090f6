package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalIdColumnTest {

    @Test
    void theRowsOwnReferenceGoesBeforeAnyOtherInWhateverOrder() throws IOException {
        assertThat(chosen("GLOBALID,LOCALID,surname", "P1,A1,Smith", "P2,A2,Hill"))
                .contains("LOCALID");
        assertThat(chosen("ncid,cluster,rec_id", "N1,C1,A1", "N2,C2,A2")).contains("rec_id");
        assertThat(chosen("person_id,unique_id", "P1,A1", "P2,A2")).contains("unique_id");
    }

    @Test
    void ofTwoReferencesThatIsTakenWhichIsAnotherInEveryRow() throws IOException {
        assertThat(chosen("id,patient_id", "W1,A1", "W1,A2", "W1,A3")).contains("patient_id");
    }

    @Test
    void aProvidersOwnReferenceIsTakenThoughItRepeatsSoThatItsRowsShowAsFaults() throws IOException {
        assertThat(chosen("hospital_no,cluster", "A1,C1", "A1,C2", "A1,C3")).contains("hospital_no");
    }

    @Test
    void aNumberOfThePersonGoesBeforeTheTruth() throws IOException {
        assertThat(chosen("cluster,ncid", "C1,N1", "C2,N2")).contains("ncid");
        assertThat(chosen("ent_id,surname", "E1,Smith", "E2,Hill")).contains("ent_id");
    }

    @Test
    void neitherIsTakenWhereItRepeatsOrIsMissing() throws IOException {
        assertThat(chosen("cluster,surname", "C1,Smith", "C1,Smith", "C2,Hill")).isEmpty();
        assertThat(chosen("ncid,surname", "N1,Smith", ",Hill")).isEmpty();
    }

    @Test
    void aColumnOfAnotherNameIsNeverGuessed() throws IOException {
        assertThat(chosen("passport,surname", "X1,Smith", "X2,Hill")).isEmpty();
    }

    private static Optional<String> chosen(String... lines) throws IOException {
        return LocalIdColumn.of(Extracts.of(lines));
    }
}
