package uk.linkage.provider.encode;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenSet;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.KeyToken;
import uk.linkage.provider.People;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.RecordTokens;
import uk.linkage.provider.tokenise.Tokeniser;

/**
 * Four dozen made-up people with every kind of value, encoded under the agreement that has every kind of tokens. As a
 * program it prints the digest of all their records.
 */
final class EncodedCrowd {
    private static final List<String> FORENAMES =
            List.of("Isıl", "İrem", "mary-ann", "Zoë", "Bill", "ИВАН", "Łukasz", "ΝΊΚΟΣ", "李雷", "Ingrid", "x", "محمد");
    private static final List<String> SURNAMES =
            List.of("ISIKLI", "O’Brien", "von Weiß", "titi", "Ķirsis", "Ağaoğlu", "Li", "MacDonald-Finlay");
    private static final List<String> DATES =
            List.of("1980-12-31", "1904-02-29", "1951-03-XX", "2001-01-01", "XXXX-07-04", "1969-12-31");
    private static final List<String> CODES = List.of("E119", "iı7", "57", "٣٤", "000012", "Q");

    private EncodedCrowd() {}

    public static void main(String[] none) {
        System.out.println(digest() + " under " + System.getProperty("file.encoding"));
    }

    /** Of the records of all, as this machine makes them. */
    static String digest() {
        return digest(new Random(0), false);
    }

    /** The same with each view's tokens given to the encoder in an order of the random numbers' choice. */
    static String shuffled(Random random) {
        return digest(random, true);
    }

    private static String digest(Random random, boolean shuffled) {
        Agreement agreement = Vectors.agreement("agreement-catalogue.json");
        Tokeniser tokeniser = new Tokeniser(agreement, LinkageSecret.of(secret()));
        RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
        MessageDigest digest = sha256();
        for (int i = 0; i < 48; i++) {
            RecordTokens tokens = tokeniser.tokens(person(agreement, i));
            digest.update(bytes(encoder.encode(shuffled ? shuffled(tokens, random) : tokens)));
        }
        return Vectors.hex(digest.digest());
    }

    private static Person person(Agreement agreement, int i) {
        Map<String, String> forms = new HashMap<>();
        forms.put("forename", of(FORENAMES, i));
        forms.put("surname", of(SURNAMES, i / 2));
        forms.put("birth_date", of(DATES, i / 3));
        forms.put("sex", i % 2 == 0 ? "FEMALE" : "MALE");
        forms.put("postcode", i % 4 == 0 ? "SO14 1AA" : "m1 1ae");
        forms.put("address", i + " Istiklal Caddesi, flat " + i % 7);
        forms.put("diagnosis", of(CODES, i));
        forms.put("visits", of(CODES, i / 4));
        if (i % 5 == 0) {
            forms.remove(agreement
                    .fields()
                    .get(1 + i % (agreement.fields().size() - 1))
                    .name());
        }
        return People.of(agreement, "crowd-" + i, forms);
    }

    private static String of(List<String> values, int i) {
        return values.get(i % values.size());
    }

    private static RecordTokens shuffled(RecordTokens tokens, Random random) {
        for (TokenSet view : tokens.views()) {
            List<KeyedToken> list = new ArrayList<>();
            view.forEach(list::add);
            Collections.shuffle(list, random);
            view.clear();
            list.forEach(view::add);
        }
        return tokens;
    }

    private static byte[] bytes(EncodedRecord record) {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 12).putInt(record.presence());
        record.keys()
                .forEach(key -> bytes.putLong(key.map(KeyToken::high).orElse(0L))
                        .putLong(key.map(KeyToken::low).orElse(0L)));
        record.codes().forEach(code -> bytes.put(code.toBytes()));
        return bytes.array();
    }

    private static byte[] secret() {
        byte[] secret = new byte[LinkageSecret.BYTES];
        new Random(32).nextBytes(secret);
        return secret;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
