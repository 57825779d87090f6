package uk.linkage.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.RecordBuffer;
import uk.linkage.provider.encode.RecordEncoder;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.normalise.Normaliser;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.Tokeniser;

/**
 * From a row's cells, or from a person, to an encoded record: normal forms, tokens under keys, filters, diffusion. An
 * operation is a record.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EncodeBenchmark {
    /** Size of the population, of whom the hospital knows nearly half. */
    @Param("100000")
    public int people;

    /** Whether the agreement is on addresses too, or on number, names, sex, birth and postcode alone. */
    @Param("false")
    public boolean address;

    Agreement agreement;
    List<Row> rows;
    List<Person> persons;
    private Normaliser normaliser;
    private Tokeniser tokeniser;
    private RecordEncoder encoder;
    private int next;

    /** Rows and people are read beforehand. */
    @Setup
    public void prepare() throws IOException {
        try (Population population = Population.of(people, Rehearsed.SEED)) {
            agreement = address ? population.profile() : population.profileWithoutAddress();
            rows = population.hospitalRows();
            persons = population.hospital(agreement);
            normaliser = population.hospitalNormaliser(agreement);
        }
        tokeniser = new Tokeniser(agreement, Encoded.secret(1));
        encoder = new RecordEncoder(agreement, tokeniser);
        next = -1;
    }

    /** The next person, round and round. */
    @Benchmark
    public EncodedRecord encode() {
        return encoder.encode(tokeniser.tokens(persons.get(step())));
    }

    /** The next person, into the buffer that a sealed file is written from. */
    @Benchmark
    public RecordBuffer fill() {
        return encoder.fill(tokeniser.tokens(persons.get(step())));
    }

    /** The next row, its cells as a CSV parser leaves them. */
    @Benchmark
    public EncodedRecord encodeRow() {
        return encoder.encode(tokeniser.tokens(normaliser.person(rows.get(step()))));
    }

    /** The next row, into the buffer that a sealed file is written from: all of sealing but CSV and the file. */
    @Benchmark
    public RecordBuffer fillRow() {
        return encoder.fill(tokeniser.tokens(normaliser.person(rows.get(step()))));
    }

    private int step() {
        next = next + 1 < rows.size() ? next + 1 : 0;
        return next;
    }
}
