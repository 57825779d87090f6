package uk.linkage.testdata;

import java.util.List;

/** Those who share a front door, grown-ups first; prints as its kind and size. */
record Household(HouseholdKind kind, List<Person> members) {
    Household {
        members = List.copyOf(members);
    }

    /** How many in ten thousand such households, or members of them where they are strangers, move in a year. */
    int moves() {
        int age = members.get(0).ageOn(Population.DAY);
        return switch (kind) {
            case SINGLE, COUPLE -> age < 30 ? 2_200 : age < 45 ? 1_000 : age < 65 ? 500 : 250;
            case FAMILY -> 700;
            case LONE_PARENT -> 1_100;
            case THREE_GENERATIONS -> 400;
            case SHARED -> 3_500;
            case COMMUNAL, NO_FIXED_ABODE -> 3_000;
        };
    }

    @Override
    public String toString() {
        return "Household[" + kind + ", " + members.size() + "]";
    }
}
