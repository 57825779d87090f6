package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;

class PersonListTest {
    @TempDir
    private Path folder;

    @Test
    void aNumberIsKnownSpacedOrNot() throws IOException {
        PersonList people = list("999 000 0018,\n9990000026,\n");
        assertThat(people.names("A1", List.of("9990000018"))).isTrue();
        assertThat(people.names("A1", List.of("999-000-0026"))).isTrue();
        assertThat(people.names("A1", List.of("999 000 0034"))).isFalse();
        assertThat(people.size()).isEqualTo(2);
    }

    @Test
    void anyNumberOfARowCounts() throws IOException {
        assertThat(list("9990000018").names("A1", List.of("", "9990000018"))).isTrue();
    }

    @Test
    void aLocalIdIsKnown() throws IOException {
        PersonList people = list("A1\nB2,\n");
        assertThat(people.names("A1", List.of())).isTrue();
        assertThat(people.names("B2", List.of(""))).isTrue();
        assertThat(people.names("C3", List.of(""))).isFalse();
    }

    @Test
    void marksCarriageReturnsAndEmptyLinesDoNotMatter() throws IOException {
        PersonList people = list("\uFEFF9990000018,\r\n\r\n  ,\r\n A1 , \r\n");
        assertThat(people.size()).isEqualTo(2);
        assertThat(people.names("A1", List.of("9990000018"))).isTrue();
    }

    @Test
    void anEmptyNumberIsNobodys() throws IOException {
        assertThat(list("9990000018,\n,\n").names("A1", List.of("", " "))).isFalse();
    }

    @Test
    void aLineOfMoreThanOneValueIsRefusedByItsNumber() {
        for (String line : List.of("9990000026,Ann", "\"9990000026\",", "9990000026\tAnn")) {
            assertThatThrownBy(() -> list("9990000018,\n" + line + "\n"))
                    .isInstanceOf(OptOutFault.class)
                    .hasMessage("opted-out.txt: line 2: is more than an NHS Number or local id");
        }
    }

    @Test
    void aFileOfAnotherEncodingIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("x.txt"), "Zo\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PersonList.read(file))
                .isInstanceOf(OptOutFault.class)
                .hasMessage("x.txt: is not UTF-8");
    }

    @Test
    void numbersCannotBeAppliedWhereThereIsNoColumnOfThem() throws IOException {
        ExtractSource extract = Extracts.of("id,surname", "A1,Smith");
        Columns columns =
                new ColumnMapping(extract, Map.of()).columns(List.of(new Field("surname", FieldKind.SURNAME)));
        assertThatThrownBy(() -> list("9990000018\n9990000026\nA1\n").requireApplicable(extract, columns))
                .isInstanceOf(OptOutFault.class)
                .hasMessage("opted-out.txt: lists NHS Numbers, and x.csv has no column of those");
        list("A1\nB2\n").requireApplicable(extract, columns);
    }

    @Test
    void itPrintsHowManyAndNotWho() throws IOException {
        assertThat(list("9990000018,\nA1\n")).hasToString("PersonList[2]");
    }

    private PersonList list(String text) throws IOException {
        return PersonList.read(Files.writeString(folder.resolve("opted-out.txt"), text));
    }
}
