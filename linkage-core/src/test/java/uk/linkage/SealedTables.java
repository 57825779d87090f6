package uk.linkage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedReader;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.PersonList;
import uk.linkage.provider.tokenise.LinkageSecret;

/** Encoded tables as the hub gets them: rows sealed by a provider and loaded again. */
public final class SealedTables {
    /** What every extract here begins with. */
    public static final String HEADER = "local_id,nhs_number,forename,surname,sex,birth_date,postcode";

    private static final LinkageSecret SECRET = secret(1);

    private final Path folder;
    private final Agreement agreement;

    public SealedTables(Path folder, Agreement agreement) {
        this.folder = folder;
        this.agreement = agreement;
    }

    /** An agreement on the fields of {@link #HEADER}: components forename, surname, birth and place. */
    public static Agreement agreement() {
        List<Field> fields = List.of(
                new Field("nhs_number", FieldKind.NHS_NUMBER),
                new Field("forename", FieldKind.FORENAME),
                new Field("surname", FieldKind.SURNAME),
                new Field("sex", FieldKind.SEX),
                new Field("birth_date", FieldKind.BIRTH_DATE),
                new Field("postcode", FieldKind.POSTCODE));
        Purpose purpose = new Purpose("test", "To test", LocalDate.of(2099, 1, 1), 1);
        return Profile2026.agreement(purpose, fields, Profile2026.bounds());
    }

    /** A secret that is always the same. */
    public static LinkageSecret secret(int number) {
        byte[] bytes = new byte[LinkageSecret.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (number * 31 + i * 7);
        }
        return LinkageSecret.of(bytes);
    }

    /** The table of these rows, in the columns of {@link #HEADER}. */
    public EncodedTable of(String provider, List<String> rows) throws IOException {
        return of(provider, HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    /** The table of an extract in which everybody opted out. */
    public EncodedTable ofNobody(String provider) throws IOException {
        Path list = Files.writeString(folder.resolve("opted-out.txt"), "A\n");
        return of(
                provider,
                HEADER + "\nA,,Ann,Hill,F,1980-12-31,LS1 4AP\n",
                OptOuts.exempt("invented people").without(PersonList.read(list)));
    }

    /** The table of a whole extract. */
    public EncodedTable of(String provider, String csv) throws IOException {
        return of(provider, csv, OptOuts.exempt("invented people"));
    }

    private EncodedTable of(String provider, String csv, OptOuts optOuts) throws IOException {
        ExtractSource extract = ExtractSource.of(provider, csv.getBytes(StandardCharsets.UTF_8));
        Path target = folder.resolve(provider + ".sealed");
        new Provider(provider, agreement, SECRET).seal(extract, Map.of(), optOuts, true, target);
        return EncodedTable.load(SealedReader.open(target));
    }
}
