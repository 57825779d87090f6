package uk.linkage.provider.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Column names seen in extracts and the field, or part of a field, that each means. Names are compared without case,
 * spaces and punctuation.
 */
public final class Synonyms {
    /** The reference to a row that comes back in the crosswalk. */
    public static final String LOCAL_ID = "local_id";

    /** The NHS Number, by which people opt out. */
    static final String NHS_NUMBER = "nhs_number";

    private static final Map<String, String> MEANING = new LinkedHashMap<>();

    static {
        means(
                LOCAL_ID,
                "localid rowid recid recordid id hospitalno hospitalnumber mrn patientid personid clientref clientid ncid voterid uniqueid localpatientid localpatientidentifier");
        means(NHS_NUMBER, "nhsnumber nhsno newnhsno nhs nhsnum");
        means("chi_number", "chinumber chi chino");
        means("forename", "forename forenames firstname givenname givennames first fname forename1");
        means("middle_name", "middlename middlenames secondname secondforename forename2 midl mname");
        means("surname", "surname lastname familyname last lname");
        means("birth_date", "birthdate dob dateofbirth birthdt dateofbirthday personbirthdate");
        means("birth_date.day", "birthday dobday birthdateday dayofbirth dobd bday");
        means("birth_date.month", "birthmonth dobmon dobmonth birthdatemonth monthofbirth dobm bmonth");
        means("birth_date.year", "birthyear dobyear birthdateyear yearofbirth yob doby byear");
        means("sex", "sex gender sexcode gendercode");
        means("postcode", "postcode homeadd postalcode zip zipcode pcode currentpostcode");
        means(
                "address",
                "streetnumber housenumber address address1 addressline1 street streetname streetaddress resstreetaddress");
        means("town", "town city suburb posttown rescitydesc cityname");
        means("birth_place", "birthplace placeofbirth");
        means("occupation", "occupation");
        means("person_number", "socsecid ssn nationalid nino niNumber nationalinsurancenumber socialsecuritynumber");
    }

    private Synonyms() {}

    /** The field that a column's name means, such as {@code birth_date} or {@code birth_date.day}. */
    public static Optional<String> field(String column) {
        return Optional.ofNullable(MEANING.get(key(column)));
    }

    /** The names by which a field is recognised, for messages. */
    public static List<String> of(String field) {
        return MEANING.entrySet().stream()
                .filter(e -> e.getValue().equals(field))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static void means(String field, String names) {
        for (String name : names.split(" ")) {
            MEANING.put(key(name), field);
        }
    }
}
