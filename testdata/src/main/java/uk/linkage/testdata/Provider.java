package uk.linkage.testdata;

/** Those who hold an extract: what each is called in the truth file, how it writes things down and keeps up with people. */
enum Provider {
    HOSPITAL(new HospitalLayout(), Habit.KEYED, new Contact(4_000, 2_500)),
    GP(new GpLayout(), Habit.KEYED, new Contact(8_500, 4_500)),
    COUNCIL(new CouncilLayout(), Habit.HEARD, new Contact(2_000, 2_000)),
    AMBULANCE(new AmbulanceLayout(), Habit.SCANNED, new Contact(2_000, 10_000));

    private final Layout layout;
    private final Habit habit;
    private final Contact contact;

    Provider(Layout layout, Habit habit, Contact contact) {
        this.layout = layout;
        this.habit = habit;
        this.contact = contact;
    }

    static Provider of(String label) {
        for (Provider provider : values()) {
            if (provider.label().equals(label)) {
                return provider;
            }
        }
        throw new IllegalArgumentException("providers are hospital, gp, council and ambulance");
    }

    Layout layout() {
        return layout;
    }

    Habit habit() {
        return habit;
    }

    Contact contact() {
        return contact;
    }

    /** The name in {@code truth.csv}, which is that of the file. */
    String label() {
        return switch (this) {
            case HOSPITAL -> "hospital";
            case GP -> "gp";
            case COUNCIL -> "council";
            case AMBULANCE -> "ambulance";
        };
    }
}
