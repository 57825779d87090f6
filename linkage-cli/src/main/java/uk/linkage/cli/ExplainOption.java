package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import uk.linkage.LinkageRun;
import uk.linkage.exchange.SealedReader;
import uk.linkage.hub.decide.Explanation;

/** Pairs of records whose decision is asked for. Local ids are named by the caller; nothing here says them again. */
final class ExplainOption {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--explain",
            arity = "2",
            parameterConsumer = Pairs.class,
            paramLabel = "PROVIDER:ID",
            description = {
                "Two records, each by its provider and local id: prints why they are linked or not, in level",
                "names and numbers; may come more than once."
            })
    private List<String> words = new ArrayList<>();

    /** Takes two words, which picocli would print where one of them is wrong. */
    static final class Pairs implements IParameterConsumer {
        private static final Pattern RECORD = Pattern.compile("[a-z0-9][a-z0-9_-]*:.+");

        @Override
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            List<String> records = option.getValue();
            for (int side = 0; side < 2; side++) {
                if (words.isEmpty() || !RECORD.matcher(words.peek()).matches()) {
                    throw new ParameterException(
                            command.commandLine(), "--explain needs two records, each as PROVIDER:ID");
                }
                records.add(words.pop());
            }
        }
    }

    /** A record as the caller names it. */
    private record Named(String provider, String localId) {
        static Named of(String word) {
            int colon = word.indexOf(':');
            return new Named(word.substring(0, Math.max(colon, 0)), word.substring(colon + 1));
        }
    }

    /** An explanation and whose records it is of. */
    private record Told(int pair, String left, String right, Explanation explanation) {}

    boolean isGiven() {
        return !words.isEmpty();
    }

    /** What can be refused before the work. */
    void requireProviders(List<SealedReader> files) {
        for (int word = 0; word < words.size(); word++) {
            Named named = Named.of(words.get(word));
            boolean known =
                    files.stream().anyMatch(file -> file.header().provider().equals(named.provider()));
            if (!known) {
                throw refused(word / 2, "names a provider of which no file is given");
            }
        }
    }

    /** The explanations as a page of text. */
    String text(LinkageRun run) {
        StringBuilder text = new StringBuilder();
        told(run)
                .forEach(told -> text.append("pair %d: %s and %s%n".formatted(told.pair, told.left, told.right))
                        .append(told.explanation.text()));
        return text.toString();
    }

    /** The same as JSON. */
    void writeTo(ArrayNode json, LinkageRun run) {
        told(run)
                .forEach(told -> json.add(told.explanation
                        .json()
                        .put("pair", told.pair)
                        .put("left", told.left)
                        .put("right", told.right)));
    }

    private List<Told> told(LinkageRun run) {
        return IntStream.range(0, words.size() / 2)
                .mapToObj(pair -> told(pair, Named.of(words.get(2 * pair)), Named.of(words.get(2 * pair + 1)), run))
                .toList();
    }

    private Told told(int pair, Named left, Named right, LinkageRun run) {
        requireKnown(pair, left, run);
        requireKnown(pair, right, run);
        Explanation explanation = run.explain(left.provider, left.localId, right.provider, right.localId)
                .orElseThrow(() -> refused(
                        pair,
                        "names two records of " + left.provider + ", which are not to be linked with each other"));
        return new Told(pair + 1, left.provider, right.provider, explanation);
    }

    private void requireKnown(int pair, Named record, LinkageRun run) {
        boolean known = run.crosswalks().stream()
                .filter(crosswalk -> crosswalk.provider().equals(record.provider))
                .anyMatch(crosswalk -> crosswalk.studyIds().containsKey(record.localId));
        if (!known) {
            throw refused(pair, "names a local id that is not in the file of " + record.provider);
        }
    }

    private ParameterException refused(int pair, String rule) {
        return new ParameterException(spec.commandLine(), "pair " + (pair + 1) + " of --explain " + rule);
    }
}
