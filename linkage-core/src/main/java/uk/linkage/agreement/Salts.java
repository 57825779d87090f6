package uk.linkage.agreement;

import uk.linkage.agreement.Encode.View;

/** Whether the salts of an agreement's views serve: a salt that is often wrong or missing loses the pair for the view. */
final class Salts {
    private Salts() {}

    static void check(Agreement agreement, Faults faults) {
        for (View view : agreement.views()) {
            view.salt().ifPresent(salt -> check(view, salt, agreement.field(salt.field()), faults));
        }
    }

    private static void check(View view, Salt salt, Field field, Faults faults) {
        faults.unless(
                salt.fitness(field.kind()) != Salt.Fitness.UNFIT,
                "views." + view.name(),
                "cannot be salted by " + salt.use() + ": take a birth-date, year or whole");
    }
}
