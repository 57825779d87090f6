package uk.linkage.provider.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextEncodingTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void plainTextAndEmptinessAreUtf8() throws IOException {
        assertThat(of("")).isEqualTo(UTF_8);
        assertThat(of("61 0a 62")).isEqualTo(UTF_8);
    }

    @Test
    void sequencesOfTwoToFourBytesAreUtf8() throws IOException {
        assertThat(of("c3a9 e282ac f09f9880")).isEqualTo(UTF_8);
    }

    @Test
    void lonelyHighBytesAreWindows1252() throws IOException {
        assertThat(of("5a 6f eb 0a 93 61 94")).isEqualTo(WINDOWS);
        assertThat(of("41 e9")).isEqualTo(WINDOWS);
    }

    @Test
    void whatOnlyLooksLikeUtf8IsNot() throws IOException {
        for (String bytes : List.of("c0af", "e08082", "eda080", "f0808282", "f4a08282", "f5a0a0a0")) {
            assertThat(of(bytes)).as(bytes).isEqualTo(WINDOWS);
        }
    }

    @Test
    void aMixtureIsRefusedWithTheFirstLineOfEach() {
        assertThatThrownBy(() -> of("61 0a c3a9 0a 62 0a e9 0a e9"))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x: line 4: is not UTF-8 while line 2 is: the file mixes character encodings");
    }

    @Test
    void bytesThatWindows1252DoesNotHaveAreRefused() {
        assertThatThrownBy(() -> of("61 0a 81"))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x: line 2: is neither UTF-8 nor Windows-1252");
    }

    @Test
    void utf16AndZeroBytesAreRefused() {
        assertThatThrownBy(() -> of("fffe 6100")).hasMessage("x: is UTF-16");
        assertThatThrownBy(() -> of("feff 0061")).hasMessage("x: is UTF-16");
        assertThatThrownBy(() -> of("61 0a 62 00")).hasMessageStartingWith("x: line 2: holds a zero byte");
    }

    @Test
    void noFewerLinesAreToldThanThereAre() throws IOException {
        for (String text : new String[] {"a", "a\n", "a\nb", "a\r\nb\r\n", "a\rb\r", "a\rb\nc\r\n\rd", "é\ré\n"}) {
            long lines = text.lines().count();
            assertThat(TextEncoding.of(new ByteArrayInputStream(text.getBytes(UTF_8)), "x")
                            .mostLines())
                    .as(text.replace('\r', 'R').replace('\n', 'N'))
                    .isBetween(lines, lines + 2);
        }
    }

    @Test
    void whatIsToldAsUtf8IsUtf8() {
        for (long seed = 0; seed < 20_000; seed++) {
            byte[] bytes = new byte[1 + (int) (seed % 7)];
            new Random(seed).nextBytes(bytes);
            bytes[0] |= (byte) 0x80;
            assertThat(isTold(bytes)).as("seed %d", seed).isEqualTo(decodes(bytes));
        }
    }

    private static boolean isTold(byte[] bytes) {
        try {
            return TextEncoding.of(new ByteArrayInputStream(bytes), "x")
                    .charset()
                    .equals(UTF_8);
        } catch (ExtractFault | IOException refused) {
            return false;
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new String(bytes, UTF_8).indexOf('\0') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset of(String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return TextEncoding.of(new ByteArrayInputStream(bytes), "x").charset();
    }
}
