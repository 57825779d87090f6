package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import uk.linkage.file.Progress;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.PersonList;
import uk.linkage.provider.psi.NumberRows;

/** Which column of an extract holds NHS Numbers, and who has opted out: shared by the commands that compare lists of numbers. */
final class NumbersOptions {
    @Option(
            names = "--column",
            paramLabel = "COLUMN",
            description = "The column of NHS Numbers, where it is not recognised.")
    private String column;

    @Option(
            names = "--local-id",
            paramLabel = "COLUMN",
            description = "The column of local ids, for the file of common people; empty to number the rows.")
    private String localId;

    @Option(
            names = "--opted-out",
            paramLabel = "FILE",
            description = "People to leave out: an NHS Number or local id a line.")
    private Path optedOut;

    /** The rows of an extract, telling of them whenever they are gone through. */
    NumberRows open(Path extract, Progress progress) throws IOException {
        return new NumberRows(
                ExtractSource.of(extract, progress).telling(progress, "reading"),
                mapping(),
                optedOut == null ? List.of() : List.of(PersonList.read(optedOut)));
    }

    private Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        Optional.ofNullable(column).ifPresent(name -> mapping.put("nhs_number", name));
        Optional.ofNullable(localId).ifPresent(name -> mapping.put("local_id", name));
        return mapping;
    }

    /** What is read, together with these files. */
    List<Path> files(Path... others) {
        return Stream.concat(Stream.of(others), Optional.ofNullable(optedOut).stream())
                .toList();
    }
}
