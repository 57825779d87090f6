package uk.linkage.benchmarks.scale;

import java.nio.file.Path;
import java.util.List;
import uk.linkage.hub.crosswalk.Crosswalk;

/**
 * What is to be linked at one size, and where its files lie:
 *
 * <pre>
 * RECORDS/extracts/       hospital.csv, gp.csv, truth.csv, README.txt, made.json
 * RECORDS/with-number/    agreement.json, secret.key, hospital.sealed, gp.sealed, run/, evaluation.json
 * RECORDS/no-number/      the same under an agreement without the NHS Number
 * </pre>
 *
 * <p>Beside the files of each stage lies what it took, {@code cost-STAGE.json}.
 *
 * @param work the folder of all sizes
 * @param records on each side
 * @param shared people on both sides
 * @param seed where people come from
 * @param number whether the agreement has the NHS Number among its fields
 */
public record Place(Path work, int records, int shared, long seed, boolean number) {
    /** The providers, in the order of linking. */
    public static final List<String> PROVIDERS = List.of("hospital", "gp");

    private static final String WITH_NUMBER = "with-number";
    private static final String NO_NUMBER = "no-number";

    /** Of one size. */
    public Path folder() {
        return work.resolve(Integer.toString(records));
    }

    Path extracts() {
        return folder().resolve("extracts");
    }

    Path extract(String provider) {
        return extracts().resolve(provider + ".csv");
    }

    /** Who is who: {@code provider,local_id,person}. */
    public Path truth() {
        return extracts().resolve("truth.csv");
    }

    /** How the extracts were made, written last. */
    public Path made() {
        return extracts().resolve("made.json");
    }

    Path encoded() {
        return folder().resolve(number ? WITH_NUMBER : NO_NUMBER);
    }

    /** All that is made of one size. */
    List<Path> contents() {
        return List.of(extracts(), folder().resolve(WITH_NUMBER), folder().resolve(NO_NUMBER));
    }

    Path agreement() {
        return encoded().resolve("agreement.json");
    }

    Path secret() {
        return encoded().resolve("secret.key");
    }

    Path sealed(String provider) {
        return encoded().resolve(provider + ".sealed");
    }

    /** The folder of the finished run. */
    public Path run() {
        return encoded().resolve("run");
    }

    Path crosswalk(String provider) {
        return run().resolve(Crosswalk.fileName(provider));
    }

    Path evaluation() {
        return encoded().resolve("evaluation.json");
    }

    Path cost(Stage stage) {
        Path folder = stage == Stage.GENERATE ? extracts() : encoded();
        return folder.resolve("cost-" + stage.label().replace(' ', '-') + ".json");
    }
}
