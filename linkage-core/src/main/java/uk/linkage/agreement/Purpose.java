package uk.linkage.agreement;

import java.time.LocalDate;

/**
 * Why the linkage is done and until when its products may exist.
 *
 * @param project short name of the study: keys and study ids of two projects are unrelated
 * @param text the purpose in words
 * @param destroyBy the day by which everything is destroyed
 * @param epoch rises when the parties change their secret; begins with 1
 */
public record Purpose(String project, String text, LocalDate destroyBy, int epoch) {}
