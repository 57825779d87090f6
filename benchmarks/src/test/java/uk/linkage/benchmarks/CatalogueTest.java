package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.Bounds;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;

class CatalogueTest {
    private static final List<Field> FIELDS = List.of(
            new Field("forename", FieldKind.FORENAME),
            new Field("surname", FieldKind.SURNAME),
            new Field("birth_date", FieldKind.BIRTH_DATE),
            new Field("sex", FieldKind.SEX),
            new Field("postcode", FieldKind.POSTCODE),
            new Field("practice", FieldKind.CODE));
    private static final Agreement PROFILE =
            Profile2026.agreement(Population.purpose(), FIELDS, new Bounds(LocalDate.of(1895, 1, 1), 0.01, 0.1));

    @Test
    void theFirstIsAsItIsAndEveryOtherDiffersInHowFieldsAreEncodedAlone() throws IOException {
        Map<String, Agreement> variants = Catalogue.of(PROFILE);
        assertThat(variants.values()).hasSize(16).doesNotHaveDuplicates();
        assertThat(variants.values().iterator().next()).isEqualTo(PROFILE);
        variants.forEach((name, variant) -> assertThat(AgreementFile.differences(PROFILE, variant))
                .as(name)
                .allMatch(difference -> difference.startsWith("components") || difference.startsWith("views")));
    }

    @Test
    void whatAFieldIsMissingForIsLeftOut() throws IOException {
        Agreement withoutCode = Profile2026.agreement(Population.purpose(), FIELDS.subList(0, 5), PROFILE.bounds());
        assertThat(Catalogue.of(withoutCode).keySet())
                .contains("postcode: parts")
                .doesNotContain("code: beginnings");
    }

    @Test
    void aLeakRunOfItHasARowForEach() throws IOException {
        var out = new ByteArrayOutputStream();
        LeakRun.run(Choices.of("--catalogue", "--people", "30"), new PrintStream(out, true, StandardCharsets.UTF_8));
        List<String> rows = out.toString(StandardCharsets.UTF_8).lines().skip(2).toList();
        assertThat(rows).hasSize(15).allSatisfy(row -> {
            String[] cells = row.split("\\|");
            for (int cell = 3; cell <= 11; cell++) {
                assertThat(Double.parseDouble(cells[cell].strip())).as(row).isBetween(0.0, 1.0);
            }
        });
    }
}
