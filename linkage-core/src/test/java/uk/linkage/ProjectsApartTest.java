package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.bloom.Encoding;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.exchange.IncompatibleFiles;
import uk.linkage.exchange.KeyToken;
import uk.linkage.exchange.SealedReader;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.secret.SecretFault;

/** What was sealed for one project or epoch cannot be joined with what was sealed for another, even under one secret. */
class ProjectsApartTest {
    private static final int PEOPLE = 200;

    @TempDir
    private Path folder;

    @Test
    void theSamePeopleInTwoProjectsShareNoToken() throws IOException {
        List<EncodedRecord> one = records(seal("hospital", agreement("one", 1)));
        List<EncodedRecord> again = records(seal("hospital", agreement("one", 1)));
        List<EncodedRecord> two = records(seal("hospital", agreement("two", 1)));
        List<EncodedRecord> later = records(seal("hospital", agreement("one", 2)));
        assertThat(tokens(one)).isEqualTo(tokens(again)).hasSizeGreaterThan(PEOPLE);
        assertThat(Collections.disjoint(tokens(one), tokens(two))).isTrue();
        assertThat(Collections.disjoint(tokens(one), tokens(later))).isTrue();
    }

    /**
     * The bits of one person's two codes agree as often as those of two people's, which is by chance: half. Of n bits the share has a standard
     * deviation of half over the root of n; five of them are allowed.
     */
    @Test
    void theirCodesAgreeNoBetterThanByChance() throws IOException {
        List<EncodedRecord> one = records(seal("hospital", agreement("one", 1)));
        List<EncodedRecord> two = records(seal("hospital", agreement("two", 1)));
        long bits = 0;
        long agreeing = 0;
        for (int person = 0; person < one.size(); person++) {
            for (int view = 0; view < one.get(person).codes().size(); view++) {
                Encoding code = one.get(person).codes().get(view);
                agreeing += code.bits() - code.differing(two.get(person).codes().get(view));
                bits += code.bits();
            }
        }
        assertThat((double) agreeing / bits).isCloseTo(0.5, within(2.5 / Math.sqrt(bits)));
    }

    @Test
    void theHubRefusesFilesOfTwoEpochsTogether() throws IOException {
        SealedReader old = seal("hospital", agreement("one", 1));
        SealedReader fresh = seal("gp", agreement("one", 2));
        assertThatThrownBy(() -> new Hub(new SecureRandom()).link(List.of(old, fresh)))
                .isInstanceOf(IncompatibleFiles.class)
                .hasMessageContaining("epoch");
    }

    @Test
    void aProviderRefusesASecretOfAnotherProjectEpochOrProviderBeforeItReadsAnything() throws IOException {
        Binding binding = new Binding("one", 1, List.of("gp", "hospital"));
        LinkageSecret secret = LinkageSecret.random(binding);
        for (Provider provider : List.of(
                new Provider("hospital", agreement("two", 1), secret),
                new Provider("hospital", agreement("one", 2), secret),
                new Provider("council", agreement("one", 1), secret))) {
            assertThatThrownBy(() ->
                            provider.seal(extract(), Map.of(), OptOuts.exempt("test data"), true, folder.resolve("x")))
                    .isInstanceOf(SecretFault.class)
                    .hasMessageStartingWith("this secret is ");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static Agreement agreement(String project, int epoch) {
        Agreement like = SealedTables.agreement();
        Purpose purpose = new Purpose(project, "To test", LocalDate.of(2099, 1, 1), epoch);
        return Profile2026.agreement(purpose, like.fields(), Profile2026.bounds());
    }

    private SealedReader seal(String provider, Agreement agreement) throws IOException {
        Path target = folder.resolve(
                provider + agreement.purpose().project() + agreement.purpose().epoch());
        new Provider(provider, agreement, SealedTables.secret(1))
                .seal(extract(), Map.of(), OptOuts.exempt("test data"), true, target);
        return SealedReader.open(target);
    }

    private static ExtractSource extract() throws IOException {
        StringBuilder csv = new StringBuilder(SealedTables.HEADER).append('\n');
        for (int person = 0; person < PEOPLE; person++) {
            csv.append("A%03d,,Ann%s,Hill%s,F,1980-%02d-%02d,LS1 %dAP%n"
                    .formatted(
                            person,
                            letters(person),
                            letters(person * 7),
                            person % 12 + 1,
                            person % 28 + 1,
                            person % 9));
        }
        return ExtractSource.of("extract.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number % 26) + (char) ('a' + number / 26 % 26);
    }

    private static List<EncodedRecord> records(SealedReader sealed) throws IOException {
        List<EncodedRecord> records = new ArrayList<>();
        sealed.forEach(records::add);
        records.sort((a, b) -> a.localId().compareTo(b.localId()));
        return records;
    }

    private static Set<KeyToken> tokens(List<EncodedRecord> records) {
        Set<KeyToken> tokens = new HashSet<>();
        records.forEach(record -> record.keys().forEach(token -> token.ifPresent(tokens::add)));
        return tokens;
    }
}
