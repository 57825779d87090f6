package uk.linkage.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.BloomEncoder;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.encode.RecordEncoder;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.Tokeniser;

/** People as the hub gets them, under secrets that are made from a seed and so are good for measurements only. */
final class Encoded {
    private Encoded() {}

    /** The same seed, the same secret. */
    static LinkageSecret secret(long seed) {
        byte[] bytes = new byte[LinkageSecret.BYTES];
        new SplittableRandom(seed).nextBytes(bytes);
        return LinkageSecret.of(bytes);
    }

    /** The table of these people. */
    static EncodedTable table(Agreement agreement, LinkageSecret secret, List<Person> people) {
        Tokeniser tokeniser = new Tokeniser(agreement, secret);
        RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
        return EncodedTable.of(
                agreement,
                people.stream().map(tokeniser::tokens).map(encoder::encode).toList());
    }

    /** The filters of the agreement's first view before anything hardens them: never to be given away. */
    static EncodingTable plain(Agreement agreement, LinkageSecret secret, List<Person> people) {
        Tokeniser tokeniser = new Tokeniser(agreement, secret);
        BloomEncoder filters = agreement.filter().newEncoder();
        EncodingTable.Builder table = EncodingTable.builder(agreement.filter().bits());
        people.forEach(person ->
                table.add(filters.encode(tokeniser.tokens(person).views().get(0))));
        return table.build();
    }
}
