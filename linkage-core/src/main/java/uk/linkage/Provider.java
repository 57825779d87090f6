package uk.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.OptOutEvidence;
import uk.linkage.exchange.SealedCounts;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.exchange.SealedWriter;
import uk.linkage.file.Progress;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.provider.encode.EncodingLine;
import uk.linkage.provider.encode.RowBatch;
import uk.linkage.provider.encode.RowEncoder;
import uk.linkage.provider.extract.ColumnMapping;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractBounds;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.FaultList;
import uk.linkage.provider.extract.OptOutCounts;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Repeats;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.extract.RowGate;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.NumberOutputs;

/**
 * A party that holds people and the linkage secret: a trust, a council, a federation of GPs. It seals its extract where
 * it lies; only the sealed file leaves.
 *
 * <pre>{@code
 * Provider hospital = new Provider("hospital", agreement, secret).sealedFor(hubCard, identity);
 * Sealing sealing = hospital.seal(ExtractSource.of(csv), Map.of(), OptOuts.asAgreed(), true, Path.of("hospital.sealed"));
 * }</pre>
 *
 * <p>Streams: memory does not grow with the extract, though an extract of over a million rows is gone through once more for
 * every million and a half, to find repeated local ids. A list of opt-outs is held in memory.
 */
public final class Provider {
    /** More would wait for the one that reads and writes. */
    private static final int MOST_THREADS = 6;

    private final String name;
    private final Agreement agreement;
    private final LinkageSecret secret;
    private final Optional<Sealers> sealers;
    private final Optional<NumberOutputs> outputs;
    private final int threads;
    private final Progress progress;

    /** To whom sealed files are encrypted, and who signs them. */
    private record Sealers(IdentityCard hub, Identity own) {}

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
                Optional.empty(),
                Optional.empty(),
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
                Progress.UNSEEN);
    }

    /** @param threads how many encode; the sealed file is the same whatever their number */
    Provider(String name, Agreement agreement, LinkageSecret secret, int threads) {
        this(name, agreement, secret, Optional.empty(), Optional.empty(), threads, Progress.UNSEEN);
    }

    private Provider(
            String name,
            Agreement agreement,
            LinkageSecret secret,
            Optional<Sealers> sealers,
            Optional<NumberOutputs> outputs,
            int threads,
            Progress progress) {
        this.sealers = sealers;
        this.name = name;
        this.agreement = agreement;
        this.secret = secret;
        this.outputs = outputs;
        this.threads = threads;
        this.progress = progress;
    }

    /** The same, telling of the rows that it seals. */
    public Provider telling(Progress progress) {
        return new Provider(name, agreement, secret, sealers, outputs, threads, progress);
    }

    /** The same provider with the outputs for its numbers, where the agreement takes numbers by an oblivious function. */
    public Provider with(NumberOutputs numbers) {
        return new Provider(name, agreement, secret, sealers, Optional.of(numbers), threads, progress);
    }

    /**
     * The same provider, whose sealed files the hub alone can read and which it signs. Without this they are neither encrypted nor signed.
     *
     * @param hub the hub's card, whose fingerprint was compared with the hub's own
     * @param own this provider's identity, of the same name; it stays open while it seals
     */
    public Provider sealedFor(IdentityCard hub, Identity own) {
        return new Provider(name, agreement, secret, Optional.of(new Sealers(hub, own)), outputs, threads, progress);
    }

    /**
     * What came of sealing.
     *
     * @param counts what became of the rows
     * @param optOuts how many of them were removed for which opt-out
     * @param evidence how opt-outs were honoured, as the sealed file tells it
     * @param rejects what could not be used, by line and rule
     * @param faultList the file that lists all of it, beside the sealed one; absent from the disk where nothing was at fault
     * @param remarks what the provider should know of its local ids and of people who come twice, in words
     */
    public record Sealing(
            SealedCounts counts,
            OptOutCounts optOuts,
            OptOutEvidence evidence,
            Rejects rejects,
            Path faultList,
            List<String> remarks) {}

    /**
     * Seals an extract. The target appears whole or not at all. The secret stays open, and the caller's to close.
     *
     * @param mapping fields to columns, over what is recognised from the header
     * @param optOuts who is not to be in the study, and how that is known
     * @param deduplicated whether the extract holds a person at most once
     * @throws uk.linkage.identity.IdentityFault where the identity is of another name than the provider
     * @throws uk.linkage.secret.SecretFault where the agreement takes numbers by an oblivious function and there are no outputs
     * @throws ExtractFault where the extract falls below what the agreement asks
     * @throws uk.linkage.provider.extract.OptOutFault where the opt-outs cannot be applied, or there is neither the national
     *     service's answer nor a reason to do without
     * @throws IOException where a file cannot be read or written
     */
    public Sealing seal(
            ExtractSource extract, Map<String, String> mapping, OptOuts optOuts, boolean deduplicated, Path target)
            throws IOException {
        secret.requireFor(agreement.purpose(), name);
        NumberOutputs.require(agreement, outputs);
        OptOuts settled = optOuts.under(agreement);
        SealedHeader header = new SealedHeader(
                name, agreement, Normaliser.VERSION, keyCheck(), deduplicated, Optional.of(settled.evidence()));
        ColumnMapping mapped = new ColumnMapping(extract, mapping);
        Columns columns = mapped.columns(agreement.fields());
        Repeats repeats = new Repeats(deduplicated ? agreement.fields() : List.of());
        Path faultList = target.resolveSibling(target.getFileName() + ".faults.csv");
        try (FaultList faults = FaultList.create(faultList);
                SealedWriter sealed = create(target, header)) {
            Rejects rejects = new Rejects(faults::add);
            RowGate gate = seal(extract, columns, settled, rejects, repeats, sealed);
            SealedCounts counts = counts(gate, rejects);
            new ExtractBounds(extract, agreement).require(counts, rejects);
            sealed.finish(counts);
            faults.finish(rejects);
            List<String> remarks = Stream.concat(mapped.remarks(agreement.fields()).stream(), repeats.remark().stream())
                    .toList();
            return new Sealing(counts, gate.optOutCounts(), settled.evidence(), rejects, faultList, remarks);
        }
    }

    private SealedWriter create(Path target, SealedHeader header) throws IOException {
        return sealers.isPresent()
                ? SealedWriter.create(
                        target, header, sealers.get().hub(), sealers.get().own())
                : SealedWriter.create(target, header);
    }

    /** Two files under different keys of the function must not be linked with each other, since no number would agree. */
    private String keyCheck() {
        return outputs.filter(numbers -> !agreement.oprfFields().isEmpty())
                .map(secret::checkValue)
                .orElseGet(secret::checkValue);
    }

    /** The gate and all that depends on earlier rows keep to this thread; see {@link EncodingLine}. */
    private RowGate seal(
            ExtractSource extract,
            Columns columns,
            OptOuts optOuts,
            Rejects rejects,
            Repeats repeats,
            SealedWriter sealed) {
        LocalDate today = LocalDate.now();
        Supplier<RowEncoder> encoders = () -> new RowEncoder(agreement, secret, columns, today, repeats, outputs);
        Consumer<RowBatch> taker = batch -> {
            batch.tell(rejects);
            batch.marks().forEach(repeats::look);
            sealed.write(batch.records());
        };
        try (EncodingLine line = new EncodingLine(agreement, threads, encoders, taker)) {
            ExtractSource looked = extract.telling(progress, "looking for repeated local ids in");
            RowGate gate = new RowGate(looked, columns, optOuts, new Rejects(line::leaveOut));
            try (Stream<Row> rows = extract.telling(progress, "sealing").rows()) {
                line.encode(rows.filter(gate::admits));
            }
            gate.end();
            return gate;
        }
    }

    private static SealedCounts counts(RowGate gate, Rejects rejects) {
        long optedOut = gate.optOutCounts().removed();
        long records = gate.read() - optedOut - rejects.rows();
        return new SealedCounts(gate.read(), optedOut, rejects.rows(), records, rejects.values());
    }
}
