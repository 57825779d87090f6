package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {

    @ParameterizedTest
    @CsvSource({
        "nhs_number,nhs_no",
        "nhs_number,nhs_number",
        "nhs_number,NEWNHSNO",
        "nhs_number,NHS Number",
        "chi_number,CHI Number",
        "forename,forename",
        "forename,Given Name",
        "forename,first_name",
        "middle_name,Middle Name",
        "surname,surname",
        "surname,FAMILY_NAME",
        "surname,Last-Name",
        "birth_date,dob",
        "birth_date,date_of_birth",
        "birth_date,Birth Date",
        "birth_date.day,dob_day",
        "birth_date.month,dob_mon",
        "birth_date.year,Year of Birth",
        "postcode,Post Code",
        "postcode,HOMEADD",
        "sex,Gender",
        "sex,sex_code",
        "address,street_number",
        "address,Address Line 1",
        "town,suburb",
        "person_number,soc_sec_id",
        "local_id,hospital_no",
        "local_id,Patient ID",
        "local_id,client_ref",
        "local_id,rec_id"
    })
    void aColumnMeansTheField(String field, String column) {
        assertThat(Synonyms.field(column)).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"ward", "diagnosis", "ethnic_category", "admission_date", "''", "'?'"})
    void aColumnThatIsNoFieldMeansNone(String column) {
        assertThat(Synonyms.field(column)).isEmpty();
    }

    @Test
    void theNamesOfAFieldAreTold() {
        assertThat(Synonyms.of("birth_date")).contains("dob", "dateofbirth");
        assertThat(Synonyms.of("ward")).isEmpty();
    }
}
