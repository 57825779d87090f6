package uk.linkage.provider.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Column names seen in extracts and the field, or part of a field, that each means. Names are compared without case,
 * spaces and punctuation, and without words that say whose it is or how it was cleaned ({@code patient_surname}, {@code
 * surname_std}).
 */
public final class Synonyms {
    /** The reference to a row that comes back in the crosswalk. */
    public static final String LOCAL_ID = "local_id";

    /** The NHS Number, by which people opt out. */
    static final String NHS_NUMBER = "nhs_number";

    /** A digest that another program made of an NHS Number; never recognised, only said. */
    static final String DIGEST = "digest";

    /** Forenames and surname in one column. */
    static final String FULL_NAME = "full_name";

    /** All of an address in one column, in whose presence its parts are not needed. */
    static final String WHOLE_ADDRESS = "address.whole";

    private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]");
    private static final Pattern AROUND = Pattern.compile(
            "^(patient|person|pt|voter|client|member|subject|res|current|curr)|(desc|cd|txt|raw|clean|std|fake)$");
    private static final Map<String, String> MEANING = new LinkedHashMap<>();

    /** References that a provider gives to its rows or people. */
    private static final List<String> OF_A_ROW = new ArrayList<>();

    /** Numbers of a person that others may hold as well. */
    private static final List<String> OF_A_PERSON = new ArrayList<>();

    /** What tells in labelled data which records are one person. */
    private static final List<String> OF_THE_TRUTH = List.of(
            ("globalid gid cluster clusterid entity entityid entid person personkey truth truthid trueid simulantid"
                            + " matchid groupid label masterid canonicalid goldenid")
                    .split(" "));

    static {
        ofRows("localid rowid rownum rownumber recid recordid recno recordno recordnumber uniqueid uid id");
        ofRows("localpatientid localpatientidentifier hospitalno hospitalnumber mrn patientid patientno patientnumber");
        ofRows("caseid caseno casenumber clientref clientid memberid subjectid personid patientref caseref");
        ofRows("recordref rowref ref reference urn rid lid index unnamed0");
        ofPeople("ncid voterid voterno voternumber voterregnum voterregistrationnumber statevoterid");
        means(NHS_NUMBER, "nhsnumber nhsno newnhsno nhs nhsnum");
        means("chi_number", "chinumber chi chino");
        means("forename", "forename forenames firstname firstnames givenname givennames given first fname forename1");
        means("forename", "firstforename christianname christiannames namefirst firstnm vorname vornamen");
        means("middle_name", "middlename middlenames secondname secondforename forename2 midl midlname mname middle");
        means("middle_name", "middleinitial middleinit namemiddle othernames otherforenames");
        means("surname", "surname surnames lastname familyname family last lname sname namelast lastnm nachname");
        means("surname", "familienname");
        means(FULL_NAME, "fullname name wholename completename firstandsurname forenameandsurname");
        means(
                "birth_date",
                "birthdate dob dateofbirth birthdt dateofbirthday personbirthdate datebirth bdate born bornon");
        means("birth_date", "birth geburtsdatum gebdatum gebdat");
        means("birth_date.day", "birthday dobday birthdateday dayofbirth dobd bday geburtstag");
        means("birth_date.month", "birthmonth dobmon dobmonth birthdatemonth monthofbirth dobm bmonth geburtsmonat");
        means(
                "birth_date.year",
                "birthyear birthyr dobyear birthdateyear yearofbirth yob doby byear yearborn bornyear");
        means("birth_date.year", "geburtsjahr gebjahr");
        means("sex", "sex gender sexcode gendercode sexatbirth geschlecht");
        means("postcode", "postcode homeadd postalcode zip zip5 zipcode pcode currentpostcode homepostcode plz");
        means("postcode", "postleitzahl");
        means("address", "streetnumber housenumber housenum houseno housenr address address1 addressline1 addr addr1");
        means("address", "street streetname strasse strae hausnummer hausnr");
        means(WHOLE_ADDRESS, "streetaddress fulladdress homeaddress residentialaddress");
        means("town", "town city suburb posttown citytown cityname homecity municipality locality village parish ort");
        means("town", "wohnort stadt residence placeofresidence");
        means("birth_place", "birthplace placeofbirth pob birthtown birthcity geburtsort");
        means("occupation", "occupation profession beruf");
        means("person_number", "socsecid ssn nationalid nino niNumber nationalinsurancenumber socialsecuritynumber");
    }

    private Synonyms() {}

    /** The field that a column's name means, such as {@code birth_date} or {@code birth_date.day}. */
    public static Optional<String> field(String column) {
        String key = key(column);
        return Optional.ofNullable(MEANING.get(key))
                .or(() -> Optional.ofNullable(MEANING.get(AROUND.matcher(key).replaceAll("")))
                        .filter(field -> !field.equals(LOCAL_ID)));
    }

    /** The names by which a field is recognised, for messages. */
    public static List<String> of(String field) {
        return MEANING.entrySet().stream()
                .filter(e -> e.getValue().equals(field))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whose reference a column is by its name, and which of two of a kind is the better one: the smaller. */
    static Optional<Reference> reference(String column) {
        String key = key(column);
        return Optional.ofNullable(
                OF_A_ROW.contains(key)
                        ? new Reference(Whose.ROW, OF_A_ROW.indexOf(key))
                        : OF_A_PERSON.contains(key)
                                ? new Reference(Whose.PERSON, OF_A_PERSON.indexOf(key))
                                : OF_THE_TRUTH.contains(key)
                                        ? new Reference(Whose.TRUTH, OF_THE_TRUTH.indexOf(key))
                                        : null);
    }

    /** Whether a column holds an age, which is another from year to year. */
    static boolean isAge(String column) {
        return List.of("age", "birthage", "ageyears", "agegroup", "ageband", "alter")
                .contains(key(column));
    }

    /** What a reference refers to, the best local id first. */
    enum Whose {
        /** A row or person of this provider. */
        ROW,
        /** A person, by a number that others may hold too. */
        PERSON,
        /** A person, as those know who labelled the data. */
        TRUTH
    }

    /** A column that may serve as the local id; the least is the best. */
    record Reference(Whose whose, int place) {}

    private static String key(String column) {
        return PUNCTUATION.matcher(column.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static void ofRows(String names) {
        OF_A_ROW.addAll(List.of(names.split(" ")));
        means(LOCAL_ID, names);
    }

    private static void ofPeople(String names) {
        OF_A_PERSON.addAll(List.of(names.split(" ")));
        means(LOCAL_ID, names);
    }

    private static void means(String field, String names) {
        for (String name : names.split(" ")) {
            MEANING.put(key(name), field);
        }
    }
}
