package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What sets are made of, and where. The same material but for the folder makes the same files.
 *
 * @param datasets the folder of labelled data: {@code febrl4} and {@code essnet_uk}
 * @param folder where sets are written, each in a folder of its own; never within the project
 * @param people how many people a synthetic population has
 * @param seed where all chance comes from
 */
public record Material(Path datasets, Path folder, int people, long seed) {

    /** A new folder for a set of this name. */
    Path room(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Chance for a set of this name, the same every time. */
    Dice dice(String name) {
        return new Dice(seed, name);
    }
}
