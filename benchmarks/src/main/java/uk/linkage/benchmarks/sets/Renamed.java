package uk.linkage.benchmarks.sets;

import java.util.List;

/**
 * What years do to an extract: women take other surnames, drawn as frequent as they are in it, and people move to where
 * somebody else of it lives. Of the renamed half have moved as well.
 *
 * @param sex the column of M and F
 * @param surname the column of surnames
 * @param home the columns that change together for who moves
 * @param renamed the share of women with another surname
 * @param moved the share of all with another home
 */
record Renamed(String sex, String surname, List<String> home, double renamed, double moved) {
    private static final double MOVED_OF_RENAMED = 0.5;

    Table of(Table before, Dice dice) {
        double women = share(before);
        double movedOfOthers = (moved - women * renamed * MOVED_OF_RENAMED) / (1 - women * renamed);
        return before.altered(row -> {
            boolean takes = isWoman(before, row) && dice.chance(renamed);
            if (takes) {
                takeSurname(before, row, dice);
            }
            if (dice.chance(takes ? MOVED_OF_RENAMED : movedOfOthers)) {
                move(before, row, dice);
            }
        });
    }

    private double share(Table table) {
        return table.rows().stream().filter(row -> isWoman(table, row)).count()
                / (double) table.rows().size();
    }

    private boolean isWoman(Table table, List<String> row) {
        return row.get(table.column(sex)).equals("F");
    }

    private void takeSurname(Table before, List<String> row, Dice dice) {
        int column = before.column(surname);
        String own = row.get(column);
        String other = own;
        while (other.equals(own) || other.isEmpty()) {
            other = dice.pick(before.rows()).get(column);
        }
        row.set(column, other);
    }

    private void move(Table before, List<String> row, Dice dice) {
        List<String> other = dice.pick(before.rows());
        home.forEach(name -> row.set(before.column(name), other.get(before.column(name))));
    }
}
