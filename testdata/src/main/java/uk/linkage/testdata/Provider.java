package uk.linkage.testdata;

/** Those who hold an extract: what each is called in the truth file, and how it writes things down. */
enum Provider {
    HOSPITAL(new HospitalLayout()),
    GP(new GpLayout()),
    COUNCIL(new CouncilLayout());

    private final Layout layout;

    Provider(Layout layout) {
        this.layout = layout;
    }

    Layout layout() {
        return layout;
    }

    /** The name in {@code truth.csv}, which is that of the file. */
    String label() {
        return switch (this) {
            case HOSPITAL -> "hospital";
            case GP -> "gp";
            case COUNCIL -> "council";
        };
    }
}
