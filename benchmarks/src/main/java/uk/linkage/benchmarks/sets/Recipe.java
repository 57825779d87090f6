package uk.linkage.benchmarks.sets;

import java.io.IOException;

/** How a labelled set comes about. */
interface Recipe {
    /**
     * The set, written where the material says if it is not there as it is.
     *
     * @param name what it is to be called
     */
    LabelledSet make(String name, Material material) throws IOException;
}
