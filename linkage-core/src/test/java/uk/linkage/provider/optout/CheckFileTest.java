package uk.linkage.provider.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOutFault;
import uk.linkage.secret.OwnerOnly;

class CheckFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);

    @TempDir
    private Path folder;

    @Test
    void eachNumberOnceWithACommaAndALineFeed() throws IOException {
        CheckFile check = of(
                "id,nhs_number",
                "A1,999 000 0026",
                "A2,9990000018",
                "A3,",
                "A4,9990000019",
                "A5,999-000-0018",
                "A6,9990000034,ragged");
        Path file = check.write(folder, "X26HC", DAY, 1);
        assertThat(file).isEqualTo(folder.resolve("X26HC-030626-0001.dat"));
        assertThat(Files.readAllBytes(file))
                .isEqualTo("9990000018,\n9990000026,\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(check.rows()).isEqualTo(6);
        assertThat(check.numbers()).isEqualTo(2);
        assertThat(check.faulty()).isEqualTo(1);
        assertThat(check.rowsWithout()).isEqualTo(3);
        assertThat(check).hasToString("CheckFile[2]");
    }

    @Test
    void everyColumnOfNumbersIsAsked() throws IOException {
        CheckFile check = CheckFile.of(extract("id,old,new", "A1,9990000018,9990000026"), Map.of("nhs_number", "new"));
        assertThat(check.numbers()).isEqualTo(1);
    }

    @Test
    void onlyItsOwnerMayReadItAndNothingElseIsLeft() throws IOException {
        Path file = of("id,nhs_number", "A1,9990000018").write(folder.resolve("new"), "X26HC", DAY, 12);
        OwnerOnly.require(file);
        assertThat(folder.resolve("new")).isDirectoryContaining(file::equals);
        assertThat(Files.list(folder.resolve("new"))).hasSize(1);
    }

    @Test
    void oneThatIsThereIsNotOverwritten() throws IOException {
        CheckFile check = of("id,nhs_number", "A1,9990000018");
        assertThat(CheckFile.nextSequence(folder, "X26HC", DAY)).isEqualTo(1);
        check.write(folder, "X26HC", DAY, 1);
        assertThat(CheckFile.nextSequence(folder, "X26HC", DAY)).isEqualTo(2);
        assertThat(CheckFile.nextSequence(folder, "X26HC", DAY.plusDays(1))).isEqualTo(1);
        assertThatThrownBy(() -> check.write(folder, "X26HC", DAY, 1)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aNameIsOfAMailboxAndANumberOfFourDigits() throws IOException {
        CheckFile check = of("id,nhs_number", "A1,9990000018");
        assertThatThrownBy(() -> check.write(folder, "../X", DAY, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> check.write(folder, "X", DAY, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> check.write(folder, "X", DAY, 10_000)).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExtractWithoutNumbersHasNothingToCheck() {
        assertThatThrownBy(() -> of("id,surname", "A1,Smith"))
                .isInstanceOf(OptOutFault.class)
                .hasMessage("x.csv: has no column of NHS Numbers to check");
        assertThatThrownBy(() -> of("id,nhs_number", "A1,", "A2,9990000019"))
                .isInstanceOf(OptOutFault.class)
                .hasMessage("x.csv: holds no valid NHS Number to check");
    }

    private static CheckFile of(String... lines) throws IOException {
        return CheckFile.of(extract(lines), Map.of());
    }

    private static ExtractSource extract(String... lines) throws IOException {
        return ExtractSource.of("x.csv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
