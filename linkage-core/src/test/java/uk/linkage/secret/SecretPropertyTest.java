package uk.linkage.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecretPropertyTest {
    private static final byte[] SECRET = secret(9, 32);
    private static final String BASE64 = Base64.getEncoder().encodeToString(SECRET);

    @Test
    void whatIsPutIntoJsonIsTakenOutAgainAndBlanksStayBehind() {
        for (int length = 0; length < 70; length++) {
            byte[] secret = secret(length, length);
            byte[] file =
                    SecretProperty.put(bytes("{\n \"a\" : \"x\", \"secret\" : \"\",\"b\":[1]}\n"), "secret", secret);
            assertThat(file).asString().contains(Base64.getEncoder().encodeToString(secret));
            assertThat(SecretProperty.take(file, "secret").array()).isEqualTo(secret);
            assertThat(text(file)).matches("\\{\n \"a\" : \"x\", \"secret\" : \" *\",\"b\":\\[1]}\n");
        }
    }

    @Test
    void onlyAPropertyOfTheOutermostObjectCounts() {
        for (String json : new String[] {
            "{\"a\":{\"secret\":\"S\"}}",
            "{\"a\":[{\"secret\":\"S\"}]}",
            "[\"secret\",\"S\"]",
            "{\"a\":\"secret\",\"b\":\"S\"}",
            "{\"a\":\"\\\",\\\"secret\\\":\\\"S\"}",
            "{\"secret\":[\"S\"]}",
            "{\"secret\":1}",
            "{\"secret\":\"S",
            "{\"secrets\":\"S\"}",
            "{\"secret\"",
            "{\"secret\":",
            "{\"a\\",
            "{\"a\":\"b\\",
            "",
            "\"secret\":\"S\""
        }) {
            byte[] content = bytes(json.replace("S", BASE64));
            assertThat(SecretProperty.take(content, "secret").array()).as(json).isEmpty();
            assertThat(text(content)).isEqualTo(json.replace("S", BASE64));
        }
    }

    @Test
    void quotesAndBracketsInsideOtherTextsMislaidNothing() {
        byte[] file = bytes("{\"a\":\"}]\\\"{\",\"b\":{\"c\":[\"}\"]},\"secret\":\"" + BASE64 + "\"}");
        assertThat(SecretProperty.take(file, "secret").array()).isEqualTo(SECRET);
    }

    @Test
    void base64ThatIsNotCanonicalIsNoSecretAndIsBlankedAllTheSame() {
        for (String base64 : new String[] {
            BASE64.substring(1), BASE64 + "=", " " + BASE64, BASE64.replace("=", ""), "AB==", "A*==", "\\u0041AAA"
        }) {
            byte[] file = bytes("{\"secret\":\"" + base64 + "\"}");
            assertThat(SecretProperty.take(file, "secret").array()).as(base64).isEmpty();
            assertThat(text(file)).matches("\\{\"secret\":\" +\"}");
        }
    }

    @Test
    void thereMustBeAPlaceForASecret() {
        assertThatThrownBy(() -> SecretProperty.put(bytes("{}"), "secret", SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no place for secret");
    }

    private static byte[] secret(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
