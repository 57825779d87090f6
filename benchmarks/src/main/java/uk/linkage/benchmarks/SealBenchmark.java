package uk.linkage.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import uk.linkage.Provider;
import uk.linkage.agreement.Agreement;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;

/** All of sealing, from a CSV file to a sealed file, on all processors. An operation is a file; records are counted beside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SealBenchmark {
    /** Size of the population, of whom the hospital knows nearly half. */
    @Param("200000")
    public int people;

    /** Whether the agreement is on addresses too, or on number, names, sex, birth and postcode alone. */
    @Param({"false", "true"})
    public boolean address;

    private Population population;
    private Provider provider;
    private ExtractSource extract;
    Path sealed;

    /** Records sealed, which JMH tells by the second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Records {
        /** So many. */
        public long records;
    }

    /** The extract is written beforehand. */
    @Setup
    public void prepare() throws IOException {
        population = Population.of(people, Rehearsed.SEED);
        Agreement agreement = address ? population.profile() : population.profileWithoutAddress();
        provider = new Provider("hospital", agreement, Encoded.secret(1));
        extract = ExtractSource.of(population.hospitalFile());
        sealed = Files.createTempFile("hospital", ".sealed");
    }

    /** The files go. */
    @TearDown
    public void clear() throws IOException {
        Files.deleteIfExists(sealed);
        Files.deleteIfExists(sealed.resolveSibling(sealed.getFileName() + ".faults.csv"));
        population.close();
    }

    /** A file. */
    @Benchmark
    public Provider.Sealing seal(Records records) throws IOException {
        Provider.Sealing sealing = provider.seal(extract, Map.of(), OptOuts.exempt("invented people"), true, sealed);
        records.records += sealing.counts().sealed();
        return sealing;
    }
}
