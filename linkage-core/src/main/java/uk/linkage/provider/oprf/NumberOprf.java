package uk.linkage.provider.oprf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.provider.oprf.OprfMessage.Answer;
import uk.linkage.provider.oprf.OprfMessage.Ask;

/**
 * Outputs for a provider's numbers from a key that is split over all providers. Who asks shows nobody its numbers, and nobody
 * can make an output without asking everybody: a holder of the linkage secret can no longer try out all numbers alone, as
 * each try is a question that others count.
 *
 * <pre>{@code
 * NumberOprf.ask(inputs, "stroke", 1, "hospital", publicShares, Path.of("ask"), Path.of("ask.state"), progress);
 * NumberOprf.answer(Path.of("ask"), Path.of("share.key"), "hospital", 1_000_000, Path.of("gp.answer"), progress); // each provider
 * NumberOprf.finish(Path.of("ask.state"), Path.of("ask"), answers, Path.of("numbers.tokens"), progress);
 * }</pre>
 *
 * <p>The key is the sum of the shares, so the sum of the answers is the answer under the key. Each comes with proofs that it
 * was made with the share whose public part was named, so a wrong one is found and its sender known.
 *
 * <p>Source: RFC 9497, mode VOPRF, suite P256-SHA256; additive sharing as by Jarecki, Kiayias, Krawczyk and Xu (Euro S&P 2016)
 * for n of n.
 */
public final class NumberOprf {
    private static final String STATE = "linkage-oprf-state/1";
    private static final int ROW = NumberInputs.BYTES + Scalar.BYTES;
    private static final String NUMBERS = "numbers";
    private static final Oprf OPRF = Oprf.of(Oprf.Mode.VOPRF);

    private NumberOprf() {}

    /** Who asked for how many, and how many it has had answered by now. */
    public record Answered(String asker, int numbers, long sofar) {}

    /**
     * Writes the question. It and the state appear both or not at all.
     *
     * @param asker this provider's name
     * @param shares the public shares of all providers
     * @param progress is told of numbers
     */
    public static void ask(
            NumberInputs inputs,
            String project,
            int epoch,
            String asker,
            List<PublicShare> shares,
            Path ask,
            Path state,
            Progress progress)
            throws IOException {
        requireSound(shares, project, epoch);
        List<Element> keys = shares.stream().map(PublicShare::key).toList();
        List<String> entries = shuffled(inputs);
        List<Scalar> blinds = entries.stream().map(entry -> Scalar.random()).toList();
        Elements elements = Elements.hashed(
                OPRF.groupTag(),
                entries.size(),
                i -> NumberInputs.input(project, epoch, entries.get(i)),
                blinds::get,
                progress.begin("blinding", NUMBERS, entries.size()));
        ObjectNode header = Ask.header(project, epoch, asker, keys, entries.size());
        String digest = HexFormat.of().formatHex(MessageFile.digest(OprfMessage.VERSION, header, elements.bytes()));
        StateFile.write(state, STATE, state(digest, entries.size()), secrets(entries, blinds));
        try {
            MessageFile.write(ask, OprfMessage.VERSION, header, elements.bytes());
        } catch (IOException | RuntimeException e) {
            StateFile.destroy(state);
            throw e;
        }
    }

    private static void requireSound(List<PublicShare> shares, String project, int epoch) {
        for (PublicShare share : shares) {
            if (!share.project().equals(project) || share.epoch() != epoch) {
                throw new ProtocolFault("a public share is of " + share.project() + ", epoch " + share.epoch()
                        + "; the agreement is of " + project + ", epoch " + epoch);
            }
        }
        requireDistinct(shares.stream().map(PublicShare::key).toList());
        PublicShare.sum(shares.stream().map(PublicShare::key).toList());
    }

    private static void requireDistinct(List<Element> shares) {
        if (new HashSet<>(shares).size() != shares.size()) {
            throw new ProtocolFault("a public share is named twice");
        }
    }

    private static List<String> shuffled(NumberInputs inputs) {
        if (inputs.size() == 0) {
            throw new ProtocolFault("the extract holds no valid number to ask for");
        }
        List<String> entries = new ArrayList<>(
                IntStream.range(0, inputs.size()).mapToObj(inputs::get).toList());
        Collections.shuffle(entries, new SecureRandom());
        return entries;
    }

    private static ObjectNode state(String ask, int numbers) {
        return CanonicalJson.object().put("ask", ask).put("numbers", numbers);
    }

    private static byte[] secrets(List<String> entries, List<Scalar> blinds) {
        ByteBuffer rows = ByteBuffer.allocate(entries.size() * ROW);
        for (int i = 0; i < entries.size(); i++) {
            rows.put(entries.get(i).getBytes(StandardCharsets.US_ASCII))
                    .put(blinds.get(i).bytes());
        }
        return rows.array();
    }

    /**
     * Answers a question with this provider's share, and puts it down.
     *
     * @param asker who the question is known to come from
     * @param most numbers that are answered to one asker in all
     * @param progress is told of numbers
     * @throws ProtocolFault where the question is at fault, of another asker, project or epoch, or names other shares
     * @throws uk.linkage.secret.SecretFault where the asker would have had too many
     */
    public static Answered answer(
            Path question, Path shareFile, String asker, long most, Path answer, Progress progress) throws IOException {
        KeyShare share = KeyShare.read(shareFile);
        AnswerLedger ledger = AnswerLedger.of(shareFile);
        Ask ask = Ask.read(question);
        String name = question.getFileName().toString();
        PublicShare own = share.publicShare();
        require(ask.asker().equals(asker), name, "is of another asker");
        require(
                ask.project().equals(own.project()) && ask.epoch() == own.epoch(),
                name,
                "is of another project or epoch than the share");
        require(ask.shares().contains(own.key()), name, "does not name this share");
        int numbers = ask.elements().size();
        Elements answered = ask.elements().times(i -> share.scalar(), progress.begin("answering", NUMBERS, numbers));
        byte[] proofs =
                Batches.prove(share, ask.elements(), answered, progress.begin("proving answers", NUMBERS, numbers));
        progress.begin("writing the answer");
        ledger.add(asker, ask.digest(), answered.size(), most);
        ObjectNode header = Answer.header(ask.digest(), own.key(), answered.size());
        MessageFile.write(answer, OprfMessage.VERSION, header, answered.bytes(), proofs);
        return new Answered(asker, answered.size(), ledger.answered(asker));
    }

    /**
     * Puts the answers together into a new table of outputs. The state remains, to be destroyed once the table is safe.
     *
     * @param progress is told of numbers
     * @return how many numbers the table holds
     * @throws ProtocolFault where an answer is missing, foreign or not made with the share that it names
     */
    public static int finish(Path state, Path question, List<Path> answers, Path table, Progress progress)
            throws IOException {
        MessageFile kept = StateFile.read(state, STATE);
        Ask ask = Ask.read(question);
        int numbers = ask.elements().size();
        require(kept.header().path("ask").asText().equals(ask.digest()), question, "is not the question of this state");
        kept.requireHeader(state(ask.digest(), numbers));
        kept.require(kept.body().length == numbers * ROW, "holds more or fewer numbers than it says");
        Step checking = progress.begin("checking answers", NUMBERS, (long) numbers * answers.size());
        Elements sum = sum(read(ask, answers, checking));
        List<String> entries =
                IntStream.range(0, numbers).mapToObj(i -> entry(kept, i)).toList();
        Step unblinding = progress.begin("unblinding", NUMBERS, numbers);
        Elements unblinded = sum.times(i -> blind(kept, i).inverse(), unblinding);
        progress.begin("writing outputs");
        List<byte[]> outputs = IntStream.range(0, numbers)
                .mapToObj(i ->
                        OPRF.finish(NumberInputs.input(ask.project(), ask.epoch(), entries.get(i)), unblinded.get(i)))
                .toList();
        NumberTable.write(table, ask.project(), ask.epoch(), PublicShare.sum(ask.shares()), entries, outputs);
        return numbers;
    }

    private static List<Answer> read(Ask ask, List<Path> files, LongConsumer checked) throws IOException {
        List<Answer> answers = new ArrayList<>();
        Set<Element> missing = new HashSet<>(ask.shares());
        for (Path file : files) {
            Answer answer = Answer.read(file);
            require(answer.to().equals(ask.digest()), file, "answers another question");
            require(
                    answer.elements().size() == ask.elements().size(),
                    file,
                    "answers more or fewer numbers than asked");
            require(
                    missing.remove(answer.share()),
                    file,
                    "is of a share that was not named, or that has answered already");
            require(
                    Batches.hold(answer.proofs(), answer.share(), ask.elements(), answer.elements(), checked),
                    file,
                    "was not made with the share that it names: its proof does not hold");
            answers.add(answer);
        }
        if (!missing.isEmpty()) {
            throw new ProtocolFault(missing.size() + " of " + ask.shares().size() + " shares have not answered");
        }
        return answers;
    }

    private static Elements sum(List<Answer> answers) {
        return answers.stream().map(Answer::elements).reduce(Elements::plus).orElseThrow();
    }

    private static String entry(MessageFile state, int place) {
        return new String(state.body(), place * ROW, NumberInputs.BYTES, StandardCharsets.US_ASCII);
    }

    private static Scalar blind(MessageFile state, int place) {
        int from = place * ROW + NumberInputs.BYTES;
        return Scalar.of(Arrays.copyOfRange(state.body(), from, from + Scalar.BYTES));
    }

    private static void require(boolean good, Path file, String rule) {
        require(good, file.getFileName().toString(), rule);
    }

    private static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new ProtocolFault(name + ": " + rule);
        }
    }
}
