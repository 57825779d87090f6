package uk.linkage.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.encode.RecordEncoder;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.Tokeniser;

/**
 * Where attacks take place: an encoded file as the hub has it, and a register, which is a list of people in the clear that the
 * attacker has. Held by a provider alone, who knows the truth as well: which row of the register each record is of.
 *
 * <pre>{@code
 * Scene scene = Scene.of(agreement, LinkageSecret.random(), people, people, 2026, progress);
 * EncodedTable seen = scene.file();
 * }</pre>
 *
 * <p>File and register are in orders of their own, so that places tell nothing. Never prints.
 */
public final class Scene {
    /** The owner of a record whose person is not in the register. */
    static final int NOBODY = -1;

    private final Agreement agreement;
    private final LinkageSecret secret;
    private final List<Person> people;
    private final List<Person> register;
    private final long seed;
    private final int[] owners;
    private final EncodedTable file;
    private final Progress progress;

    private Scene(
            Agreement agreement,
            LinkageSecret secret,
            List<Person> people,
            List<Person> register,
            long seed,
            int[] owners,
            EncodedTable file,
            Progress progress) {
        this.agreement = agreement;
        this.secret = secret;
        this.people = people;
        this.register = register;
        this.seed = seed;
        this.owners = owners;
        this.file = file;
        this.progress = progress;
    }

    /**
     * A scene.
     *
     * @param secret that the file is encoded under
     * @param people in the file
     * @param register the list that the attacker has; the people themselves are the worst case
     * @param seed of every choice that attackers make
     * @param progress is told how far attacks are
     */
    public static Scene of(
            Agreement agreement,
            LinkageSecret secret,
            List<Person> people,
            List<Person> register,
            long seed,
            Progress progress) {
        List<Person> inFile = shuffled(people, seed);
        List<Person> listed = shuffled(register, seed + 1);
        int[] owners = new Owners(agreement, listed).of(inFile);
        EncodedTable file = encoded(agreement, secret, inFile, progress);
        return new Scene(agreement, secret, inFile, listed, seed, owners, file, progress);
    }

    /** The same, telling somebody else how far attacks are. */
    Scene telling(Progress progress) {
        return new Scene(agreement, secret, people, register, seed, owners, file, progress);
    }

    /** Whom attacks tell how far they are. */
    Progress progress() {
        return progress;
    }

    /** The order is no secret, so that a weak generator will do. */
    private static List<Person> shuffled(List<Person> people, long seed) {
        List<Person> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(seed));
        return List.copyOf(shuffled);
    }

    Agreement agreement() {
        return agreement;
    }

    /** The file as the hub has it. */
    EncodedTable file() {
        return file;
    }

    /** The list that the attacker has. */
    List<Person> register() {
        return register;
    }

    /** The people of the file: for who knows some pairs, and for the truth. */
    List<Person> people() {
        return people;
    }

    /** The row of the register that a record is of, {@link #NOBODY} where there is none. */
    int owner(int record) {
        return owners[record];
    }

    /** Records whose person is in the register. */
    long overlap() {
        return Arrays.stream(owners).filter(owner -> owner != NOBODY).count();
    }

    /** How many of these guesses, a register row or {@link #NOBODY} for each record, are right. */
    long right(int[] guesses) {
        long right = 0;
        for (int record = 0; record < guesses.length; record++) {
            right += guesses[record] != NOBODY && guesses[record] == owners[record] ? 1 : 0;
        }
        return right;
    }

    /** What comes of guesses at register rows, a blind guess being one of all. */
    Attack.Outcome outcome(int[] guesses, String remark) {
        return new Attack.Outcome(overlap(), right(guesses), 1.0 / register.size(), remark);
    }

    /** Chance for one attacker. */
    SplittableRandom random() {
        return new SplittableRandom(seed);
    }

    /** The register as an attacker encodes it who has the linkage secret. */
    EncodedTable registerUnderTheSecret() {
        return encoded(agreement, secret, register, progress);
    }

    /** The register as an attacker encodes it under a secret of their own; another number is another secret. */
    EncodedTable registerUnderOwnSecret(int number) {
        byte[] bytes = new byte[LinkageSecret.BYTES];
        new SplittableRandom(31 * seed + number).nextBytes(bytes);
        return encoded(agreement, LinkageSecret.of(bytes), register, progress);
    }

    private static EncodedTable encoded(
            Agreement agreement, LinkageSecret under, List<Person> whom, Progress progress) {
        Tokeniser tokeniser = new Tokeniser(agreement, under);
        RecordEncoder encoder = new RecordEncoder(agreement, tokeniser);
        Step step = progress.begin("encoding", "people", whom.size());
        List<EncodedRecord> records = whom.stream()
                .map(tokeniser::tokens)
                .map(encoder::encode)
                .peek(record -> step.accept(1))
                .toList();
        return EncodedTable.of(agreement, records);
    }

    @Override
    public String toString() {
        return "Scene[" + people.size() + " records, " + register.size() + " in the register]";
    }
}
