package uk.linkage.benchmarks.sets;

/**
 * Cells that nobody filled in: every one but the local id, each by itself.
 *
 * @param share how many of them
 */
record Gaps(double share) {

    Table of(Table table, Dice dice) {
        return table.altered(row -> {
            for (int column = 1; column < row.size(); column++) {
                if (dice.chance(share)) {
                    row.set(column, "");
                }
            }
        });
    }
}
