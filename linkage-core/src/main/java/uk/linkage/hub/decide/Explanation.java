package uk.linkage.hub.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Why two records are linked or not: level names and numbers, no identity, no value and no other record. For whoever has to
 * answer for a decision, at the hub.
 *
 * <pre>{@code
 * Optional<Explanation> why = run.explain("hospital", "H0012", "gp", "G0007");
 * System.out.print(why.orElseThrow().text());
 * }</pre>
 *
 * @param foundBy the rules that found the pair; where it has none it was not looked at, and the rest is what would have been seen
 * @param weight its log-odds alone, taken apart
 * @param among log-odds in bits among its rivals
 * @param rivals pairs of either record of which only one can be right, that are likely enough to count
 * @param lead bits by which it is likelier than the likeliest rival; nothing where it has none or was not weighed against any
 * @param needed the probability that a link of this run needs, alone and among its rivals
 * @param margin the lead in bits that a link needs
 * @param ground what the decision rests on
 * @param decision what became of the pair
 * @param together whether both records are one person in the end, by this pair or by others
 */
public record Explanation(
        List<String> foundBy,
        PairWeight weight,
        double among,
        int rivals,
        OptionalDouble lead,
        double needed,
        double margin,
        Ground ground,
        Decision decision,
        boolean together) {

    /** What a decision can rest on. */
    public enum Ground {
        /** What the pair weighs, alone and among its rivals. */
        WEIGHT,
        /** Both have a number that belongs to one person, and the two differ. */
        DIFFERENT_NUMBERS,
        /** People looked at the records, or at others that settle it. */
        ANSWER
    }

    /** Copies the list. */
    public Explanation {
        foundBy = List.copyOf(foundBy);
    }

    /** The decision in words. */
    public String words() {
        return decision == Decision.MATCH ? linked() : "no link: " + reason();
    }

    private String linked() {
        return ground == Ground.ANSWER
                ? "a link: people answered that it matches"
                : "a link: likely, and ahead of its rivals";
    }

    private String reason() {
        if (ground == Ground.ANSWER) {
            return "answers of people rule it out";
        }
        if (ground == Ground.DIFFERENT_NUMBERS) {
            return "different numbers of which a person has one forbid it";
        }
        return foundBy.isEmpty() ? "no rule found it, so it was not looked at" : weighed();
    }

    private String weighed() {
        return switch (decision) {
            case MANY_MATCH -> "likely alone, but it cannot be told from a rival";
            case POTENTIAL_MATCH -> "in doubt, and worth a person's look";
            default -> among < weight.logOdds() - 1 ? "another pair of its records is better" : "unlikely";
        };
    }

    /** A page for people. */
    public String text() {
        return ExplanationText.of(this);
    }

    /** The same with stable names, for programs. */
    public ObjectNode json() {
        return ExplanationJson.of(this);
    }
}
