package uk.linkage.provider.encode;

import java.time.LocalDate;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Repeats;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.NumberOutputs;
import uk.linkage.provider.tokenise.Tokeniser;

/**
 * Takes rows all the way to encoded records, a batch at a time: normalise, tokenise, encode. What it remembers of values
 * goes with it. A worker: one thread at a time; two of them make the same bytes of the same rows.
 *
 * <pre>{@code
 * RowEncoder encoder = new RowEncoder(agreement, secret, columns, LocalDate.now(), repeats);
 * encoder.encode(batch);
 * }</pre>
 */
public final class RowEncoder {
    private final Normaliser normaliser;
    private final AskedFor askedFor;
    private final Tokeniser tokeniser;
    private final RecordEncoder encoder;
    private final Repeats repeats;
    private RowBatch batch;
    private int place;

    /**
     * @param today no birth is later
     * @param repeats what marks the people
     */
    public RowEncoder(Agreement agreement, LinkageSecret secret, Columns columns, LocalDate today, Repeats repeats) {
        this(agreement, secret, columns, today, repeats, Optional.empty());
    }

    /** @param outputs for numbers that keys take by an oblivious function */
    public RowEncoder(
            Agreement agreement,
            LinkageSecret secret,
            Columns columns,
            LocalDate today,
            Repeats repeats,
            Optional<NumberOutputs> outputs) {
        Rejects rejects = new Rejects(fault -> batch.faulty(place, fault));
        this.normaliser = new Normaliser(agreement, columns, today, rejects);
        this.askedFor = new AskedFor(agreement, outputs, rejects);
        this.tokeniser = new Tokeniser(agreement, secret, outputs);
        this.encoder = new RecordEncoder(agreement, tokeniser);
        this.repeats = repeats;
        this.batch = new RowBatch(agreement);
    }

    /** Puts the record of each row, the faults of its values and the mark of its person into the batch. */
    public RowBatch encode(RowBatch next) {
        batch = next;
        for (place = 0; place < next.rows().size(); place++) {
            encode(next.rows().get(place));
        }
        return next;
    }

    private void encode(Row row) {
        Person person = askedFor.person(normaliser.person(row), row);
        repeats.mark(person).ifPresent(batch::mark);
        batch.records().add(encoder.fill(tokeniser.tokens(person)));
    }
}
