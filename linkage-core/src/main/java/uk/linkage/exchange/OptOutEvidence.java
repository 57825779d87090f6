package uk.linkage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.OptOutExemption;

/**
 * How a provider honoured opt-outs before it sealed: what the sealed file, the run and the parties' auditors have of it. Counts
 * and a reason; no person, and no list.
 *
 * <p>It is the provider's own statement. The national service does not sign its answers, so nobody else can prove it.
 *
 * <pre>{@code
 * OptOutEvidence evidence = new OptOutEvidence(new OptOutEvidence.Cleaned(1200, 1139), true, false);
 * }</pre>
 *
 * @param national how the National Data Opt-Out was honoured
 * @param local whether a list of people who opted out locally was applied
 * @param optedIn whether only people on a list of those who opted in were let through
 */
public record OptOutEvidence(National national, boolean local, boolean optedIn) {
    private static final String NATIONAL = "national";

    /** How the National Data Opt-Out was honoured. */
    public sealed interface National {}

    /**
     * By the national service's answer.
     *
     * @param checked how many NHS Numbers were in the check file
     * @param cleaned how many of them came back, none of whom has opted out
     */
    public record Cleaned(long checked, long cleaned) implements National {
        /** @throws IllegalArgumentException where more came back than were asked for */
        public Cleaned {
            if (cleaned < 0 || cleaned > checked) {
                throw new IllegalArgumentException("more numbers came back than were in the check file");
            }
        }
    }

    /** It does not apply, or cannot be checked, for a reason that somebody answers for. */
    public record Exempt(String reason) implements National {
        /** @throws IllegalArgumentException where the reason is none */
        public Exempt {
            if (!OptOutExemption.isReason(reason)) {
                throw new IllegalArgumentException("a reason is 1 to 2000 characters in one line");
            }
        }
    }

    /** As it stands in a header, and in the record of a run. */
    public ObjectNode toJson() {
        ObjectNode json = CanonicalJson.object();
        if (national instanceof Cleaned counts) {
            json.put(NATIONAL, "cleaned").put("checked", counts.checked()).put("cleaned", counts.cleaned());
        } else if (national instanceof Exempt exempt) {
            json.put(NATIONAL, "exempt").put("reason", exempt.reason());
        }
        return json.put("local", local).put("opted_in", optedIn);
    }

    /** What {@link #toJson} wrote; of anything else nothing, or evidence that is written otherwise. */
    static Optional<OptOutEvidence> of(JsonNode json) {
        try {
            return national(json)
                    .map(national -> new OptOutEvidence(
                            national,
                            json.path("local").asBoolean(),
                            json.path("opted_in").asBoolean()));
        } catch (IllegalArgumentException cannotBe) {
            return Optional.empty();
        }
    }

    private static Optional<National> national(JsonNode json) {
        return switch (json.path(NATIONAL).asText()) {
            case "cleaned" ->
                Optional.of(new Cleaned(
                        json.path("checked").asLong(-1), json.path("cleaned").asLong(-1)));
            case "exempt" -> Optional.of(new Exempt(json.path("reason").asText()));
            default -> Optional.empty();
        };
    }
}
