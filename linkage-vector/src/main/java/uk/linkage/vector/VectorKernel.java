package uk.linkage.vector;

import uk.linkage.bloom.kernel.BitKernel;
import uk.linkage.bloom.kernel.Columns;

/**
 * The kernel on the Vector API of Java 25. It is compiled for Java 17, and touches the API only where it is there, so that
 * one jar runs everywhere and can say why it does not use this kernel.
 *
 * <p>It ranks first where vectors are at least 256 bits wide, be it that the processor counts bits in them or that Java makes do
 * with table look-ups; where they are narrower it ranks below the plain kernel.
 */
public final class VectorKernel implements BitKernel {
    private static final int JAVA = 25;
    private static final int WIDE = 256;
    private static final int RANK = 20;
    private static final int RANK_WHERE_NARROW = 5;

    @Override
    public Columns columns(long[] bits, int words, int rows) {
        return LaneColumns.of(bits, words, rows);
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public int rank() {
        return isWide() ? RANK : RANK_WHERE_NARROW;
    }

    @Override
    public boolean runs() {
        return isNewEnough() && hasModule();
    }

    @Override
    public String reason() {
        if (!isNewEnough()) {
            return "Java " + Runtime.version().feature() + " is older than " + JAVA;
        }
        if (!hasModule()) {
            return "--add-modules jdk.incubator.vector was not given";
        }
        return isWide() ? "" : "vectors are only " + Lanes.bits() + " bits wide here";
    }

    @Override
    public String toString() {
        return name();
    }

    private static boolean isNewEnough() {
        return Runtime.version().feature() >= JAVA;
    }

    private static boolean hasModule() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    private boolean isWide() {
        return runs() && Lanes.bits() >= WIDE;
    }
}
