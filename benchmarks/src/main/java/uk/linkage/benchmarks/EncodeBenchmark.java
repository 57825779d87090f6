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
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.provider.encode.RecordEncoder;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.Tokeniser;

/** From a person to an encoded record: tokens under keys, filters, diffusion. An operation is a record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EncodeBenchmark {
    /** Size of the population. */
    @Param("4000")
    public int people;

    Rehearsed rehearsed;
    private List<Person> persons;
    private Tokeniser tokeniser;
    private RecordEncoder encoder;
    private int next;

    /** People are read beforehand. */
    @Setup
    public void prepare() throws IOException {
        rehearsed = Rehearsed.of(people);
        persons = rehearsed.hospitalPeople();
        tokeniser = new Tokeniser(rehearsed.agreement(), Encoded.secret(1));
        encoder = new RecordEncoder(rehearsed.agreement(), tokeniser);
        next = -1;
    }

    /** The next person, round and round. */
    @Benchmark
    public EncodedRecord encode() {
        next = next + 1 < persons.size() ? next + 1 : 0;
        return encoder.encode(tokeniser.tokens(persons.get(next)));
    }
}
