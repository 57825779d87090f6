package uk.linkage.hub.review;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import uk.linkage.hub.crosswalk.StudyIds;

/** Names of pairs that say nothing about them: {@code R} and 80 random bits, drawn as study ids are. */
final class Handles {
    private static final Pattern SHAPE = Pattern.compile("R[0-9A-HJKMNP-TV-Z]{16}");

    private final StudyIds ids;

    Handles(RandomGenerator random) {
        this.ids = new StudyIds(random);
    }

    /** One not given before. */
    String next() {
        return "R" + ids.next().substring(1);
    }

    static boolean isHandle(String text) {
        return SHAPE.matcher(text).matches();
    }
}
