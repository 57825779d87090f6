package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import uk.linkage.identity.IdentityCard;

/** Whose signatures the caller trusts. */
final class CardsOption {
    @Option(
            names = "--from",
            arity = "1..*",
            paramLabel = "CARD",
            description = "The card of a party whose signature is trusted; may come more than once.")
    private List<Path> files = new ArrayList<>();

    List<Path> files() {
        return List.copyOf(files);
    }

    List<IdentityCard> read() throws IOException {
        List<IdentityCard> cards = new ArrayList<>();
        for (Path file : files) {
            cards.add(IdentityCard.read(file));
        }
        return cards;
    }
}
