package uk.linkage.provider.tokenise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;

class LinkageSecretTest {

    @Test
    void aSecretHasThirtyTwoBytesThatAreNotAllTheSame() {
        assertThatThrownBy(() -> LinkageSecret.of(new byte[31])).hasMessage("a linkage secret has 32 bytes, not 31");
        byte[] sevens = new byte[32];
        Arrays.fill(sevens, (byte) 7);
        assertThatThrownBy(() -> LinkageSecret.of(sevens))
                .hasMessage("a linkage secret of 32 equal bytes is not random");
    }

    @Test
    void theCheckValueTellsSecretsApart() {
        assertThat(secret(1).checkValue()).isEqualTo(secret(1).checkValue()).matches("[0-9a-f]{16}");
        assertThat(secret(2).checkValue()).isNotEqualTo(secret(1).checkValue());
        byte[] oneBit = bytes(secret(1));
        oneBit[31] ^= 1;
        assertThat(LinkageSecret.of(oneBit).checkValue()).isNotEqualTo(secret(1).checkValue());
    }

    @Test
    void newSecretsDiffer() {
        assertThat(bytes(LinkageSecret.random())).isNotEqualTo(bytes(LinkageSecret.random()));
    }

    @Test
    void aSecretSharesNoBytesWithWhoMadeOrReadIt() {
        byte[] given = bytes(secret(3));
        LinkageSecret secret = LinkageSecret.of(given);
        given[0]++;
        bytes(secret)[1]++;
        assertThat(bytes(secret)).isEqualTo(bytes(secret(3)));
    }

    @Test
    void theBytesDieAtTheBrace() {
        SecretBytes bytes = secret(4).bytes(SecretAccess.granted());
        byte[] array = bytes.array();
        assertThat(array).isEqualTo(bytes(secret(4)));
        bytes.close();
        assertThat(array).containsOnly(0);
    }

    @Test
    void itNeverPrints() {
        assertThat(secret(5)).hasToString("LinkageSecret[…]");
        assertThat(secret(5).bytes(SecretAccess.granted())).hasToString("SecretBytes[…]");
    }

    static LinkageSecret secret(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return LinkageSecret.of(bytes);
    }

    static byte[] bytes(LinkageSecret secret) {
        try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
            return bytes.array().clone();
        }
    }
}
