package uk.linkage.agreement;

import java.util.List;
import java.util.Optional;

/** What is given away about a person: an exact keyed token, or a hardened code of several components together. */
public sealed interface Encode {

    /** The name it goes by at the hub. */
    String name();

    /**
     * An exact match key: one keyed token of several forms together, absent where any form is.
     *
     * @param name what the hub calls it
     * @param parts the forms, in order
     * @param identifier whether agreement and difference are evidence in themselves, as of an NHS Number; otherwise the
     *     key only proposes pairs
     */
    record MatchKey(String name, List<Part> parts, boolean identifier) implements Encode {
        /** Copies the parts. */
        public MatchKey {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One form inside a match key.
     *
     * @param form what is taken
     * @param fields of which fields
     */
    record Part(KeyForm form, List<String> fields) {
        /** Copies the fields. */
        public Part {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A hardened code over several components, nearly unique to a person.
     *
     * @param name what the hub calls it
     * @param components which components it covers
     * @param salt what of the person goes into every token of the view, if anything
     */
    record View(String name, List<String> components, Optional<Salt> salt) implements Encode {
        /** A view without a salt. */
        public View(String name, List<String> components) {
            this(name, components, Optional.empty());
        }

        /** Copies the components. */
        public View {
            components = List.copyOf(components);
        }
    }
}
