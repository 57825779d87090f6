package uk.linkage.testdata;

import java.util.List;

/** Those who share a front door, grown-ups first; prints as its kind and size. */
record Household(HouseholdKind kind, List<Person> members) {
    Household {
        members = List.copyOf(members);
    }

    @Override
    public String toString() {
        return "Household[" + kind + ", " + members.size() + "]";
    }
}
