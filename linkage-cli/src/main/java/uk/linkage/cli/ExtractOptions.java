package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.linkage.file.Progress;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.MappingFile;

/** The extract and how its columns map to fields: shared by the commands that read one. */
final class ExtractOptions {
    @Parameters(index = "0", paramLabel = "EXTRACT", description = "The CSV extract; - is standard input.")
    private String extract;

    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description = "The column of a field, over what is recognised: surname=FAMILY_NAME, address=HOUSE+STREET, "
                    + "birth_date=DOB:DD/MM/YYYY, birth_date.day=D; nhs_number= where it is not held. May be repeated.")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--columns", paramLabel = "FILE", description = "A mapping file as linkage init writes it.")
    private Path columns;

    /** The extract, telling of bytes while it is looked through for the first time. */
    ExtractSource open(Progress progress) throws IOException {
        return extract.equals("-")
                ? ExtractSource.of("standard input", System.in.readAllBytes())
                : ExtractSource.of(Path.of(extract), progress);
    }

    /** The files that are read. */
    List<Path> files() {
        return Stream.concat(
                        Stream.of(extract).filter(name -> !name.equals("-")).map(Path::of),
                        Optional.ofNullable(columns).stream())
                .toList();
    }

    /** What the file says, and over it what the options say. */
    Map<String, String> mapping() throws IOException {
        Map<String, String> mapping = new LinkedHashMap<>();
        if (columns != null) {
            mapping.putAll(MappingFile.read(columns));
        }
        mapping.putAll(map);
        return mapping;
    }
}
