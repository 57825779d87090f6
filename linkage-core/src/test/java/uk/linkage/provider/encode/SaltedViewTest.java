package uk.linkage.provider.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.Encoding;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.provider.People;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.Tokeniser;

/** The first view, of surname, birth and place, is salted by year of birth; the third, of names and place, not. */
class SaltedViewTest {
    private static final int SALTED = 0;
    private static final int PLAIN = 2;
    private static final int BITS = 4096;
    private static final int FIVE_DEVIATIONS = 160;
    private static final int BIRTH = 1 << 3;
    private static final Map<String, String> JANE =
            Map.of("forename", "JANE", "surname", "SMITH", "birth_date", "1980-12-31", "postcode", "SO141AA");

    @Test
    void oneSaltAndOnePersonIsOneCode() {
        assertThat(codes(JANE)).isEqualTo(codes(JANE));
    }

    @Test
    void equalNamesOfPeopleWithUnequalSaltsSetUnrelatedBits() {
        Map<String, String> names = without(JANE, "birth_date");
        Map<String, String> eighty = with(names, "birth_date", "1980-12-31");
        Map<String, String> sameYear = with(names, "birth_date", "1980-01-02");
        Map<String, String> nextYear = with(names, "birth_date", "1981-12-31");
        assertThat(differing(SALTED, eighty, sameYear)).isLessThan(BITS / 2 - 3 * FIVE_DEVIATIONS);
        assertThat(differing(SALTED, eighty, nextYear))
                .isBetween(BITS / 2 - FIVE_DEVIATIONS, BITS / 2 + FIVE_DEVIATIONS);
        assertThat(differing(PLAIN, eighty, nextYear)).isZero();
    }

    @Test
    void aRecordWithoutTheSaltIsLikeNoneThatHasItAndItsPresenceSaysSo() {
        Map<String, String> names = without(JANE, "birth_date");
        assertThat(record(names).presence() & BIRTH).isZero();
        assertThat(record(JANE).presence() & BIRTH).isEqualTo(BIRTH);
        assertThat(differing(SALTED, names, JANE)).isGreaterThan(BITS / 2 - FIVE_DEVIATIONS);
        assertThat(codes(names)).isEqualTo(codes(names));
    }

    @Test
    void aDateInPartIsNoSaltThoughItsYearIsKnown() {
        Map<String, String> partial = with(JANE, "birth_date", "1980-12-XX");
        assertThat(record(partial).presence() & BIRTH).isZero();
        assertThat(differing(SALTED, partial, JANE)).isGreaterThan(BITS / 2 - FIVE_DEVIATIONS);
    }

    private int differing(int view, Map<String, String> one, Map<String, String> other) {
        return codes(one).get(view).differing(codes(other).get(view));
    }

    private List<Encoding> codes(Map<String, String> forms) {
        return record(forms).codes();
    }

    private EncodedRecord record(Map<String, String> forms) {
        ObjectNode json = Vectors.agreementJson();
        ((ObjectNode) json.at("/encoding/hardening/0")).put("code_bits", BITS);
        ((ObjectNode) json.at("/views/0"))
                .putObject("salt")
                .put("field", "birth_date")
                .put("form", "year");
        Agreement agreement = Vectors.agreement(json);
        Tokeniser tokeniser = new Tokeniser(agreement, LinkageSecret.of(secret()));
        return new RecordEncoder(agreement, tokeniser).encode(tokeniser.tokens(People.of(agreement, "1", forms)));
    }

    private static byte[] secret() {
        byte[] secret = new byte[LinkageSecret.BYTES];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (i * 5);
        }
        return secret;
    }

    private static Map<String, String> with(Map<String, String> forms, String field, String form) {
        Map<String, String> more = new HashMap<>(forms);
        more.put(field, form);
        return more;
    }

    private static Map<String, String> without(Map<String, String> forms, String field) {
        Map<String, String> fewer = new HashMap<>(forms);
        fewer.remove(field);
        return fewer;
    }
}
