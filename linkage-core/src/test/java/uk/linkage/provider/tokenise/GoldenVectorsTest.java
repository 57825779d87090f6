package uk.linkage.provider.tokenise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;
import uk.linkage.agreement.Budget.PerFeature;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.KeyForm;
import uk.linkage.agreement.Salt;
import uk.linkage.agreement.Tokens;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.provider.People;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.secret.Message;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;

/** Keys and tokens agree with {@code docs/format.md} as {@code testdata/vectors} has it. */
class GoldenVectorsTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> hmacAgreesWithRfc4231() {
        return Vectors.each("hmac-sha-256", (in, out) -> {
            byte[] mac = new FieldKey(Vectors.hex(in, "key")).mac(Vectors.hex(in, "data"));
            assertThat(Vectors.hex(mac)).startsWith(out.get("mac").textValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> hkdfAgreesWithRfc5869() {
        return Vectors.each("hkdf", (in, out) -> {
            byte[] key = KeyDerivation.hkdf(
                    Vectors.hex(in, "secret"),
                    Vectors.hex(in, "salt"),
                    Vectors.hex(in, "info"),
                    in.get("length").intValue());
            assertThat(Vectors.hex(key)).isEqualTo(out.get("okm").textValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> derivedKeysAgree() {
        return Vectors.each("derivation", (in, out) -> {
            LinkageSecret secret = LinkageSecret.of(Vectors.hex(in, "secret"));
            byte[] key = KeyDerivation.of(secret)
                    .derive(text(in, "purpose"), text(in, "scope"), text(in, "field"), Vectors.hex(in, "fingerprint"));
            assertThat(Vectors.hex(key)).isEqualTo(text(out, "key"));
            assertThat(secret.checkValue()).isEqualTo(text(out, "key_check"));
        });
    }

    @TestFactory
    Stream<DynamicTest> secretFilesAgree() {
        return Vectors.each("secret-file", (in, out) -> {
            LinkageSecret secret = SecretFile.parse(CanonicalJson.bytes(out), "golden.key");
            try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
                assertThat(bytes.array()).isEqualTo(Vectors.hex(in, "secret"));
            }
            assertThat(secret.binding().isPresent()).isEqualTo(in.has("project"));
            secret.binding().ifPresent(binding -> assertThat(binding).isEqualTo(Binding.of(in)));
            SecretFile.write(secret, folder.resolve("written.key"));
            assertThat(CanonicalJson.parse(Files.readAllBytes(folder.resolve("written.key"))))
                    .isEqualTo(out);
            Files.delete(folder.resolve("written.key"));
        });
    }

    @TestFactory
    Stream<DynamicTest> matchKeyTokensAgree() {
        return Vectors.each("match-key", (in, out) -> {
            Message message = new Message();
            List<String> texts = new ArrayList<>();
            for (JsonNode part : in.get("parts")) {
                String text = keyText(part).orElse("");
                texts.add(text);
                message.add(text(part, "form")).add(text);
            }
            assertThat(texts).isEqualTo(texts(out.get("texts")));
            if (!texts.contains("")) {
                byte[] digest = new FieldKey(Vectors.hex(in, "key")).mac(message.bytes());
                assertThat(Vectors.hex(Arrays.copyOf(digest, 16))).isEqualTo(text(out, "token"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> viewTokensAgree() {
        return Vectors.each("view-tokens", (in, out) -> {
            Tokens tokens = tokens(in);
            FieldKey key = new FieldKey(Vectors.hex(in, "key"));
            FieldKind kind = FieldKind.ofLabel(text(in, "kind")).orElseThrow();
            List<String> texts = TokenTexts.of(People.value(kind, text(in, "value")), tokens);
            assertThat(texts).isEqualTo(texts(out.get("texts")));
            List<byte[]> digests =
                    texts.stream().map(t -> key.mac(message(in, tokens, t))).toList();
            assertThat(digests.stream().map(Vectors::hex)).isEqualTo(texts(out.get("digests")));
            if (in.has("bits")) {
                assertThat(positions(in.get("bits").intValue(), digests)).isEqualTo(numbers(out.get("positions")));
            }
        });
    }

    /** As an agreement says them of a field of this kind. */
    private static Tokens tokens(JsonNode in) {
        ObjectNode agreement = Vectors.agreementJson();
        ((ObjectNode) agreement.at("/fields/6")).set("kind", in.get("kind"));
        ArrayNode features = (ArrayNode) agreement.at("/components/3/features");
        ((ObjectNode) features.get(1)).set("tokens", in.get("tokens"));
        boolean whole = in.get("tokens").asText().equals("whole");
        ((ObjectNode) features.get(2)).put("tokens", whole ? "bigrams" : "whole"); // coarse ones do not stand alone
        return Vectors.agreement(agreement).component("place").features().get(1).tokens();
    }

    private static byte[] message(JsonNode in, Tokens tokens, String text) {
        if (!in.has("salt")) {
            return new Salting(Vectors.agreement(), Optional.empty()).message(tokens, text, "");
        }
        Optional<Salt> salt =
                Salt.Form.ofLabel(in.at("/salt/form").textValue()).map(form -> new Salt("birth_date", form));
        Salting salting = new Salting(Vectors.agreement(), salt);
        Map<String, String> forms = new HashMap<>();
        forms.put("birth_date", in.at("/salt/value").textValue());
        return salting.message(tokens, text, salting.of(People.of(Vectors.agreement(), "1", forms)));
    }

    /** The bits of each text's token, 0 of one that is left out. */
    private static List<Integer> positions(int bits, List<byte[]> digests) {
        List<KeyedToken> spread = Spread.of(
                new PerFeature(bits),
                digests.stream().map(digest -> new KeyedToken(digest, 1)).toList());
        return digests.stream()
                .map(digest -> spread.stream()
                        .filter(token -> Arrays.equals(token.digest(), digest))
                        .mapToInt(KeyedToken::positions)
                        .sum())
                .toList();
    }

    private static List<Integer> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::intValue)
                .toList();
    }

    private static Optional<String> keyText(JsonNode part) {
        List<PersonValue> values = new ArrayList<>();
        for (JsonNode value : part.get("values")) {
            if (value.isNull()) {
                return Optional.empty();
            }
            values.add(value(value.textValue()));
        }
        return KeyTexts.of(KeyForm.ofLabel(text(part, "form")).orElseThrow(), values);
    }

    private static PersonValue value(String form) {
        if (form.matches("[0-9X]{4}-[0-9X]{2}-[0-9X]{2}")) {
            return People.value(FieldKind.BIRTH_DATE, form);
        }
        if (form.matches("[0-9]{10}")) {
            return People.value(FieldKind.NHS_NUMBER, form);
        }
        return People.value(form.matches("[A-Z]+[0-9].*") ? FieldKind.POSTCODE : FieldKind.FORENAME, form);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).textValue();
    }
}
