package uk.linkage.vector;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** How wide vectors are on this machine: as many lanes of 64 bits as it likes best. */
final class Lanes {
    static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, VectorShape.forBitSize(LONGS.vectorBitSize() / 2));
    static final int COUNT = LONGS.length();

    private Lanes() {}

    static int bits() {
        return LONGS.vectorBitSize();
    }
}
