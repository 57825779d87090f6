package uk.linkage.provider.tokenise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.secret.SecretFault;

/**
 * What a linkage secret is for: one epoch of one project, and the providers who are to hold it. Public, and part of every file that holds the
 * secret or a share of it.
 *
 * <pre>{@code
 * Binding binding = new Binding("diabetes-2026", 1, List.of("gp", "hospital"));
 * LinkageSecret secret = LinkageSecret.random(binding);
 * }</pre>
 *
 * @param project the agreement's short name of the study
 * @param epoch rises when the providers change their secret
 * @param providers sorted; any provider where it is empty
 */
public record Binding(String project, int epoch, List<String> providers) {
    private static final int LAST_EPOCH = 9999;

    /** @throws SecretFault where project, epoch or a name is not one of an agreement, or a provider is named twice */
    public Binding {
        require(
                project.matches("[a-z0-9][a-z0-9_.-]{0,63}"),
                "a project is 1 to 64 lower-case letters, digits,"
                        + " '_', '.' or '-', beginning with a letter or digit");
        require(epoch >= 1 && epoch <= LAST_EPOCH, "an epoch is between 1 and " + LAST_EPOCH);
        require(
                providers.stream().allMatch(SealedHeader::isProviderName),
                "a provider is 1 to 40 lower-case letters," + " digits, '_' or '-', beginning with a letter or digit");
        require(new TreeSet<>(providers).size() == providers.size(), "a provider is named twice");
        providers = providers.stream().sorted().toList();
    }

    /** Whether a provider may hold the secret. */
    public boolean isFor(String provider) {
        return providers.isEmpty() || providers.contains(provider);
    }

    /**
     * Lets the use pass that the secret is for.
     *
     * @throws SecretFault where it is another
     */
    void requireFor(Purpose purpose, String provider) {
        require(
                purpose.project().equals(project) && purpose.epoch() == epoch,
                "this secret is for " + inWords(project, epoch) + ", and the agreement is of "
                        + inWords(purpose.project(), purpose.epoch()));
        requireProvider(provider);
    }

    /** @throws SecretFault where the provider is not to hold the secret */
    public void requireProvider(String provider) {
        require(
                isFor(provider),
                "this secret is not for " + provider + "; its providers are " + String.join(", ", providers));
    }

    /** The same for the epoch after. */
    Binding next() {
        return new Binding(project, epoch + 1, providers);
    }

    /** {@code project diabetes-2026, epoch 1}. */
    public String inWords() {
        return inWords(project, epoch);
    }

    static String inWords(String project, int epoch) {
        return "project " + project + ", epoch " + epoch;
    }

    /** Puts the three properties {@code project}, {@code epoch} and {@code providers} into an object. */
    public void putInto(ObjectNode json) {
        json.put("project", project).put("epoch", epoch);
        ArrayNode names = json.putArray("providers");
        providers.forEach(names::add);
    }

    /**
     * From the same three properties.
     *
     * @throws SecretFault where they are not there, or not as they are written
     */
    public static Binding of(JsonNode json) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : json.path("providers")) {
            require(name.isTextual(), "a provider is named by a text");
            names.add(name.textValue());
        }
        boolean whole = json.path("project").isTextual()
                && json.path("epoch").isInt()
                && json.path("providers").isArray();
        require(whole, "holds no project, epoch and providers");
        Binding binding =
                new Binding(json.path("project").textValue(), json.path("epoch").intValue(), names);
        require(binding.providers().equals(names), "names its providers in another order than sorted");
        return binding;
    }

    private static void require(boolean good, String rule) {
        if (!good) {
            throw new SecretFault(rule);
        }
    }
}
