package uk.linkage.provider.person;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every value of a person's record: it does not print, and neither does a fault of it. */
class NothingPrintsTest {
    private static final BirthRange RANGE = BirthRange.since1895(LocalDate.of(2026, 6, 15));

    @Test
    void noValueAndNoReadingShowsItsText() {
        long seed = 20260105;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = anyText(random);
            assertThat(shown(text)).as("seed %d, text %d", seed, i).doesNotContain(text);
        }
    }

    @Test
    void everyTypeOfValueIsReadHere() {
        List<String> read = Stream.of("9990000018", "0101011237", "John", "1980-12-31", "F", "M1 1AA")
                .flatMap(NothingPrintsTest::readings)
                .flatMap(reading -> reading.value().stream())
                .map(value -> value.getClass().getName())
                .toList();
        assertThat(read)
                .contains(Stream.of(PersonValue.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toArray(String[]::new));
    }

    @Test
    void thePackageKnowsTheJdkAndASoundexAlone() {
        JavaClasses person = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("uk.linkage.provider.person");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("uk.linkage.provider.person", "java..", "org.apache.commons.codec..")
                .check(person);
    }

    private static String shown(String text) {
        return readings(text)
                .map(reading -> reading + " " + reading.value())
                .toList()
                .toString();
    }

    private static Stream<Reading<?>> readings(String text) {
        return Stream.of(
                NhsNumber.read(text),
                ChiNumber.read(text),
                PersonName.readForename(text),
                PersonName.readSurname(text),
                BirthDate.read(text, DateForm.ISO, RANGE),
                BirthDate.ofParts(text, text, text, RANGE),
                Postcode.read(text),
                Sex.read(text),
                PlainText.read(text),
                CodeText.read(text));
    }

    private static String anyText(Random random) {
        String text = random.ints(5, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String digits = String.format(Locale.ROOT, "%05d", random.nextInt(100_000));
        return random.nextBoolean() ? text : digits + text;
    }
}
