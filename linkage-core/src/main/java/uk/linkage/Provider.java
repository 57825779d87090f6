package uk.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.SealedCounts;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.exchange.SealedWriter;
import uk.linkage.file.PartFile;
import uk.linkage.provider.encode.RecordEncoder;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.extract.RowGate;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.Tokeniser;

/**
 * A party that holds people and the linkage secret: a trust, a council, a federation of GPs. It seals its extract where
 * it lies; only the sealed file leaves.
 *
 * <pre>{@code
 * Provider hospital = new Provider("hospital", agreement, secret);
 * Sealing sealing = hospital.seal(ExtractSource.of(csv), Map.of(), OptOuts.none(), true, Path.of("hospital.sealed"));
 * }</pre>
 *
 * <p>Streams: memory does not grow with the extract but for 32 bytes a row to find repeated local ids.
 */
public final class Provider {
    private final String name;
    private final Agreement agreement;
    private final LinkageSecret secret;

    /**
     * @param name lower-case letters, digits, '_' and '-'
     * @param agreement what the parties signed
     * @param secret what the providers share
     */
    public Provider(String name, Agreement agreement, LinkageSecret secret) {
        this.name = name;
        this.agreement = agreement;
        this.secret = secret;
    }

    /**
     * What came of sealing.
     *
     * @param counts what became of the rows
     * @param rejects what could not be used, by line and rule
     * @param faultList the file that lists all of it, beside the sealed one; absent from the disk where nothing was at fault
     */
    public record Sealing(SealedCounts counts, Rejects rejects, Path faultList) {}

    /**
     * Seals an extract. The target appears whole or not at all.
     *
     * @param mapping fields to columns, over what is recognised from the header
     * @param deduplicated whether the extract holds a person at most once
     * @throws ExtractFault where the extract falls below what the agreement asks
     * @throws uk.linkage.provider.extract.OptOutFault where the opt-outs cannot be applied
     * @throws IOException where a file cannot be read or written
     */
    public Sealing seal(
            ExtractSource extract, Map<String, String> mapping, OptOuts optOuts, boolean deduplicated, Path target)
            throws IOException {
        SealedHeader header = new SealedHeader(name, agreement, Normaliser.VERSION, secret.checkValue(), deduplicated);
        Columns columns = new ColumnMapping(extract, mapping).columns(agreement.fields());
        Path faultList = target.resolveSibling(target.getFileName() + ".faults.csv");
        try (FaultList faults = FaultList.create(faultList);
                SealedWriter sealed = SealedWriter.create(target, header)) {
            Rejects rejects = new Rejects(faults::add);
            SealedCounts counts = seal(extract, columns, optOuts, rejects, sealed);
            new Quality(extract, agreement).require(counts, rejects);
            sealed.finish(counts);
            faults.finish(rejects);
            return new Sealing(counts, rejects, faultList);
        }
    }

    private SealedCounts seal(
            ExtractSource extract, Columns columns, OptOuts optOuts, Rejects rejects, SealedWriter sealed) {
        RowGate gate = new RowGate(extract, columns, optOuts, rejects);
        Normaliser normaliser = new Normaliser(agreement, columns, LocalDate.now(), rejects);
        Tokeniser tokeniser = new Tokeniser(agreement, secret);
        RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
        try (Stream<Row> rows = extract.rows()) {
            rows.filter(gate::admits)
                    .map(normaliser::person)
                    .map(tokeniser::tokens)
                    .map(encoder::encode)
                    .forEach(sealed::write);
        }
        gate.end();
        long records = gate.read() - gate.optedOut() - rejects.rows();
        return new SealedCounts(gate.read(), gate.optedOut(), rejects.rows(), records, rejects.values());
    }

    /** The list of faults as a file: {@code line,field,rule}. */
    private record FaultList(Path target, PartFile file) implements AutoCloseable {
        static FaultList create(Path target) throws IOException {
            FaultList list = new FaultList(target, PartFile.create(target));
            list.line("line,field,rule");
            return list;
        }

        void add(Rejects.Fault fault) {
            line(fault.line() + "," + fault.field() + ",\"" + fault.rule() + "\"");
        }

        void finish(Rejects rejects) throws IOException {
            if (rejects.rows() + rejects.values() > 0) {
                file.commit();
            } else {
                Files.deleteIfExists(target);
            }
        }

        private void line(String text) {
            try {
                file.stream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Holds what came of an extract against the agreement's bounds. */
    private record Quality(ExtractSource extract, Agreement agreement) {
        void require(SealedCounts counts, Rejects rejects) {
            long rows = counts.read();
            within(
                    rejects.rows(),
                    rows,
                    agreement.bounds().rejectedRows(),
                    "cannot be used",
                    rejects.first(Rejects.ROW));
            agreement
                    .fields()
                    .forEach(field -> within(
                            rejects.values(field.name()),
                            rows,
                            agreement.bounds().faultyValues(),
                            "have a faulty " + field.name(),
                            rejects.first(field.name())));
        }

        private void within(long faults, long rows, double bound, String what, Optional<Rejects.Fault> first) {
            if (faults > bound * rows) {
                throw new ExtractFault(
                        extract.name(),
                        first.orElseThrow().text(),
                        "of " + rows + " rows " + faults + " " + what + "; the agreement allows " + percent(bound));
            }
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.4g %%", 100 * share);
        }
    }
}
