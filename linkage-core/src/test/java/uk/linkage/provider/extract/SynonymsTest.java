package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.linkage.provider.extract.Synonyms.Whose;

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
        "local_id,rec_id",
        "local_id,LOCALID",
        "local_id,unique_id",
        "local_id,voter_reg_num",
        "forename,Patient Forename",
        "forename,Vorname",
        "middle_name,midl_name",
        "middle_name,middle_initial",
        "surname,last_name",
        "full_name,Full Name",
        "full_name,first_and_surname",
        "full_name,patient_name",
        "birth_date,Birth_Date_Clean",
        "birth_date.year,YEAROFBIRTH",
        "birth_date.year,birth_year",
        "birth_date.year,yob",
        "sex,gender_cd",
        "sex,GENDER",
        "postcode,postcode_fake",
        "postcode,PLZ",
        "postcode,res_zip_code",
        "address,house_num",
        "address,street_name",
        "address.whole,res_street_address",
        "town,res_city_desc",
        "birth_place,PLACEOFBIRTH"
    })
    void aColumnMeansTheField(String field, String column) {
        assertThat(Synonyms.field(column)).contains(field);
    }

    @ParameterizedTest
    @CsvSource({
        "age",
        "cluster",
        "GLOBALID",
        "name_suffix_lbl",
        "state",
        "phone",
        "source",
        "person",
        "home_name",
        "ward",
        "diagnosis",
        "ethnic_category",
        "admission_date",
        "''",
        "'?'"
    })
    void aColumnThatIsNoFieldMeansNone(String column) {
        assertThat(Synonyms.field(column)).isEmpty();
    }

    @Test
    void aReferenceOfTheRowGoesBeforeOneOfThePersonAndThatBeforeTheTruth() {
        assertThat(Synonyms.reference("rec_id").orElseThrow().whose()).isEqualTo(Whose.ROW);
        assertThat(Synonyms.reference("NCID").orElseThrow().whose()).isEqualTo(Whose.PERSON);
        assertThat(Synonyms.reference("Cluster").orElseThrow().whose()).isEqualTo(Whose.TRUTH);
        assertThat(Synonyms.reference("surname")).isEmpty();
        assertThat(Whose.values()).containsExactly(Whose.ROW, Whose.PERSON, Whose.TRUTH);
    }

    @Test
    void theNamesOfAFieldAreTold() {
        assertThat(Synonyms.of("birth_date")).contains("dob", "dateofbirth");
        assertThat(Synonyms.of("ward")).isEmpty();
    }
}
