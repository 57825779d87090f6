package uk.linkage.testdata;

import java.util.List;
import java.util.Map;

/**
 * The streets: fifteen front doors to a street and its postcode, eight streets to a neighbourhood in one sector.
 *
 * <p>The shape of a postcode is real, its area and district are of the north; the unit is drawn, so a postcode that
 * also exists does so by chance and says nothing of whoever lives there.
 *
 * <pre>{@code
 * Address door = new Streets(new Seed(2026)).door(17, false);
 * }</pre>
 *
 * <p>SOURCE: BS 7666 for the shape; C I K M O V are not used in the last two letters.
 */
final class Streets {
    static final int DOORS = 15;
    private static final int STREETS_OF_A_NEIGHBOURHOOD = 8;
    private static final String UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final String[] COMMUNAL = {" HOUSE, ", " LODGE, ", " COURT, ", " HALL, "};

    private final Seed streets;
    private final Seed neighbourhoods;
    private final Seed deprivation;
    private final List<PostArea> areas = PostArea.all();
    private final int weight = areas.stream().mapToInt(PostArea::weight).sum();
    private final List<String> names;
    private final List<String> kinds;

    Streets(Seed seed) {
        streets = seed.branch("street");
        neighbourhoods = seed.branch("neighbourhood");
        deprivation = seed.branch("deprivation");
        Map<String, List<String>> words = Tables.sections("streets.txt");
        names = words.get("NAMES");
        kinds = words.get("KINDS");
    }

    static int streetOf(int door) {
        return door / DOORS;
    }

    /** The address of a door; a communal house bears a name in place of a number. */
    Address door(int door, boolean communal) {
        SplitMix64 dice = streets.at(streetOf(door));
        String street = pick(names, dice) + " " + pick(kinds, dice);
        String unit = "" + letter(dice) + letter(dice);
        int number = 1 + dice.below(80) + 2 * (door % DOORS);
        String house = communal ? pick(names, dice) + COMMUNAL[dice.below(COMMUNAL.length)] : number + " ";
        return in(neighbourhoods.at(streetOf(door) / STREETS_OF_A_NEIGHBOURHOOD), house + street, unit);
    }

    private Address in(SplitMix64 dice, String line, String unit) {
        PostArea area = area(dice);
        int district = pick(area.districts(), dice);
        String town = pick(area.towns(), dice);
        int sector = dice.below(10);
        return new Address(line, town, area.letters() + district + " " + sector + unit);
    }

    /** The fifth of deprivation of a door's neighbourhood: 1 of the most deprived, 5 of the least. */
    int deprivation(int door) {
        int neighbourhood = streetOf(door) / STREETS_OF_A_NEIGHBOURHOOD;
        List<Integer> fifths = area(neighbourhoods.at(neighbourhood)).fifths();
        int point = deprivation.at(neighbourhood).below(100);
        int fifth = 1;
        for (point -= fifths.get(0); point >= 0; point -= fifths.get(fifth - 1)) {
            fifth++;
        }
        return fifth;
    }

    private PostArea area(SplitMix64 dice) {
        int point = dice.below(weight);
        for (PostArea area : areas) {
            point -= area.weight();
            if (point < 0) {
                return area;
            }
        }
        throw new IllegalStateException("the weights of the areas do not add up");
    }

    private static char letter(SplitMix64 dice) {
        return UNIT_LETTERS.charAt(dice.below(UNIT_LETTERS.length()));
    }

    private static <T> T pick(List<T> words, SplitMix64 dice) {
        return words.get(dice.below(words.size()));
    }
}
