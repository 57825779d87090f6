package uk.linkage.cli;

/** Exit codes, the same for every command. */
final class Exit {
    static final int DONE = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;
    static final int DATA_QUALITY = 3;
    static final int INVALID_AGREEMENT = 4;
    static final int KEY_OR_PERMISSION = 5;
    static final int OPT_OUT_NOT_APPLIED = 6;
    static final int INCOMPATIBLE = 7;

    private Exit() {}
}
