package uk.linkage.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import uk.linkage.provider.oprf.Element;
import uk.linkage.provider.oprf.Elements;
import uk.linkage.provider.oprf.Proof;
import uk.linkage.provider.oprf.Proofs;
import uk.linkage.provider.oprf.Scalar;

/** What both sides of a private set intersection and of an oblivious function do with each number. An operation is a number. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class OprfBenchmark {
    static final int NUMBERS = 1000;

    private final Scalar secret = Scalar.random();
    private final Element publicKey = Element.base(secret);
    private Elements blinded;
    private List<Element> asked;
    private List<Element> answered;
    private Proof proof;

    /** Points, answers and their proof are made beforehand. */
    @Setup
    public void prepare() {
        blinded = hashAndBlind();
        asked = list(blinded);
        answered = list(raise());
        proof = prove();
    }

    private static List<Element> list(Elements elements) {
        return IntStream.range(0, elements.size()).mapToObj(elements::get).toList();
    }

    /** A provider's own numbers. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public Elements hashAndBlind() {
        return Elements.hashed("benchmark", NUMBERS, OprfBenchmark::number, i -> secret, done -> {});
    }

    private static byte[] number(int i) {
        return Integer.toString(999_000_000 + i).getBytes(StandardCharsets.US_ASCII);
    }

    /** The points of the other provider. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public Elements raise() {
        return blinded.times(i -> secret, done -> {});
    }

    /** The proof for a batch of answers. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public Proof prove() {
        return new Proofs().prove(secret, publicKey, asked, answered);
    }

    /** The check of that proof. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public boolean check() {
        return new Proofs().holds(proof, publicKey, asked, answered);
    }
}
