package uk.linkage.testdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A postcode area of the north, with its weight in the draw, how many of a hundred of its neighbourhoods are of each fifth of
 * deprivation, its districts and its post towns.
 */
record PostArea(String letters, int weight, List<Integer> fifths, List<Integer> districts, List<String> towns) {
    static List<PostArea> all() {
        return Tables.lines("places.txt").stream().map(PostArea::read).toList();
    }

    private static PostArea read(List<String> words) {
        int weight = Integer.parseInt(words.get(1));
        List<Integer> fifths =
                Arrays.stream(words.get(2).split(",")).map(Integer::valueOf).toList();
        return new PostArea(words.get(0), weight, fifths, districts(words.get(3)), words.subList(4, words.size()));
    }

    private static List<Integer> districts(String ranges) {
        var districts = new ArrayList<Integer>();
        for (String range : ranges.split(",")) {
            String[] ends = range.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int district = Integer.parseInt(ends[0]); district <= last; district++) {
                districts.add(district);
            }
        }
        return districts;
    }
}
