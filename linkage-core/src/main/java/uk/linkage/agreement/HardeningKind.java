package uk.linkage.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.linkage.bloom.BitStream;
import uk.linkage.bloom.harden.Balancing;
import uk.linkage.bloom.harden.Diffusion;
import uk.linkage.bloom.harden.Hardening;
import uk.linkage.bloom.harden.Permutation;
import uk.linkage.bloom.harden.RandomisedResponse;
import uk.linkage.bloom.harden.Rule90;
import uk.linkage.bloom.harden.XorFold;

/** The hardenings by the names that they have in an agreement, and as the purposes of keys. */
public enum HardeningKind {
    /** {@link Diffusion}: {@code code_bits}, {@code taps}. */
    DIFFUSION("diffusion", Diffusion.class) {
        @Override
        Hardening read(StrictObject o) {
            return new Diffusion(
                    o.integer("code_bits", 64, BitStream.MAX_BOUND, 64), o.integer("taps", 1, Diffusion.MOST_TAPS));
        }

        @Override
        void write(Hardening hardening, ObjectNode o) {
            Diffusion diffusion = (Diffusion) hardening;
            o.put("code_bits", diffusion.outputBits()).put("taps", diffusion.taps());
        }
    },
    /** {@link Balancing}. */
    BALANCING("balancing", Balancing.class) {
        @Override
        Hardening read(StrictObject o) {
            return new Balancing();
        }
    },
    /** {@link XorFold}: {@code times}. */
    XOR_FOLD("xor-fold", XorFold.class) {
        @Override
        Hardening read(StrictObject o) {
            return new XorFold(o.integer("times", 1, XorFold.MOST_TIMES));
        }

        @Override
        void write(Hardening hardening, ObjectNode o) {
            o.put("times", ((XorFold) hardening).times());
        }
    },
    /** {@link Rule90}. */
    RULE_90("rule-90", Rule90.class) {
        @Override
        Hardening read(StrictObject o) {
            return new Rule90();
        }
    },
    /** {@link Permutation}. */
    PERMUTATION("permutation", Permutation.class) {
        @Override
        Hardening read(StrictObject o) {
            return new Permutation();
        }
    },
    /** {@link RandomisedResponse}: {@code flip}. */
    RANDOMISED_RESPONSE("randomised-response", RandomisedResponse.class) {
        @Override
        Hardening read(StrictObject o) {
            return new RandomisedResponse(o.decimal("flip", 0.000001, 0.499999));
        }

        @Override
        void write(Hardening hardening, ObjectNode o) {
            o.put("flip", AgreementJson.exact(((RandomisedResponse) hardening).flip()));
        }
    };

    private final String label;
    private final Class<? extends Hardening> type;

    HardeningKind(String label, Class<? extends Hardening> type) {
        this.label = label;
        this.type = type;
    }

    /** The name in the agreement file, and the purpose of the keys of such a step. */
    public String label() {
        return label;
    }

    /** The kind of a hardening. */
    public static HardeningKind of(Hardening hardening) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(hardening))
                .findFirst()
                .orElseThrow();
    }

    /** The kind of that name. */
    static Optional<HardeningKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
    }

    /** All names, for messages. */
    static String labels() {
        return Arrays.stream(values()).map(HardeningKind::label).collect(Collectors.joining(", "));
    }

    /** A step with the parameters in this object. */
    abstract Hardening read(StrictObject o);

    /** Writes the parameters of a step, where it has any. */
    void write(Hardening hardening, ObjectNode o) {}
}
