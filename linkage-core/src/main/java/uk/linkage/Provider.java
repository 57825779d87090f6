package uk.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.SealedCounts;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.exchange.SealedWriter;
import uk.linkage.file.Progress;
import uk.linkage.provider.encode.EncodingLine;
import uk.linkage.provider.encode.RowBatch;
import uk.linkage.provider.encode.RowEncoder;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractBounds;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.FaultList;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Repeats;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.extract.RowGate;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.tokenise.LinkageSecret;

/**
 * A party that holds people and the linkage secret: a trust, a council, a federation of GPs. It seals its extract where
 * it lies; only the sealed file leaves.
 *
 * <pre>{@code
 * Provider hospital = new Provider("hospital", agreement, secret);
 * Sealing sealing = hospital.seal(ExtractSource.of(csv), Map.of(), OptOuts.none(), true, Path.of("hospital.sealed"));
 * }</pre>
 *
 * <p>Streams: memory does not grow with the extract, though an extract of over a million rows is gone through once more for
 * every million and a half, to find repeated local ids. A list of opt-outs is held in memory.
 */
public final class Provider {
    /** More would wait for the one that reads and writes. */
    private static final int MOST_THREADS = 6;

    private static final int TOLD_EVERY = 256;

    private final String name;
    private final Agreement agreement;
    private final LinkageSecret secret;
    private final int threads;
    private final Progress progress;

    /**
     * @param name lower-case letters, digits, '_' and '-'
     * @param agreement what the parties signed
     * @param secret what the providers share
     */
    public Provider(String name, Agreement agreement, LinkageSecret secret) {
        this(
                name,
                agreement,
                secret,
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /** @param threads how many encode; the sealed file is the same whatever their number */
    Provider(String name, Agreement agreement, LinkageSecret secret, int threads) {
        this(name, agreement, secret, threads, Progress.UNSEEN);
    }

    private Provider(String name, Agreement agreement, LinkageSecret secret, int threads, Progress progress) {
        this.name = name;
        this.agreement = agreement;
        this.secret = secret;
        this.threads = threads;
        this.progress = progress;
    }

    /** The same, telling how far it is. */
    public Provider telling(Progress progress) {
        return new Provider(name, agreement, secret, threads, progress);
    }

    /**
     * What came of sealing.
     *
     * @param counts what became of the rows
     * @param rejects what could not be used, by line and rule
     * @param faultList the file that lists all of it, beside the sealed one; absent from the disk where nothing was at fault
     * @param remarks what the provider should know of its local ids and of people who come twice, in words
     */
    public record Sealing(SealedCounts counts, Rejects rejects, Path faultList, List<String> remarks) {}

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
        ColumnMapping mapped = new ColumnMapping(extract, mapping);
        Columns columns = mapped.columns(agreement.fields());
        Repeats repeats = new Repeats(deduplicated ? agreement.fields() : List.of());
        Path faultList = target.resolveSibling(target.getFileName() + ".faults.csv");
        try (FaultList faults = FaultList.create(faultList);
                SealedWriter sealed = SealedWriter.create(target, header)) {
            Rejects rejects = new Rejects(faults::add);
            SealedCounts counts = seal(extract, columns, optOuts, rejects, repeats, sealed);
            new ExtractBounds(extract, agreement).require(counts, rejects);
            sealed.finish(counts);
            faults.finish(rejects);
            List<String> remarks = Stream.concat(mapped.remarks(agreement.fields()).stream(), repeats.remark().stream())
                    .toList();
            return new Sealing(counts, rejects, faultList, remarks);
        }
    }

    /** The gate and all that depends on earlier rows keep to this thread; see {@link EncodingLine}. */
    private SealedCounts seal(
            ExtractSource extract,
            Columns columns,
            OptOuts optOuts,
            Rejects rejects,
            Repeats repeats,
            SealedWriter sealed) {
        LocalDate today = LocalDate.now();
        Supplier<RowEncoder> encoders = () -> new RowEncoder(agreement, secret, columns, today, repeats);
        Consumer<RowBatch> taker = batch -> {
            batch.tell(rejects);
            batch.marks().forEach(repeats::look);
            sealed.write(batch.records());
        };
        try (EncodingLine line = new EncodingLine(agreement, threads, encoders, taker);
                Stream<Row> rows = extract.rows()) {
            String step = "sealing " + extract.name();
            progress.at(step, 0, extract.mostRows());
            RowGate gate = new RowGate(extract, columns, optOuts, new Rejects(line::leaveOut));
            line.encode(rows.filter(gate::admits).peek(row -> {
                if (gate.read() % TOLD_EVERY == 0) {
                    progress.at(step, gate.read(), extract.mostRows());
                }
            }));
            gate.end();
            progress.at(step, gate.read(), gate.read());
            long records = gate.read() - gate.optedOut() - rejects.rows();
            return new SealedCounts(gate.read(), gate.optedOut(), rejects.rows(), records, rejects.values());
        }
    }
}
