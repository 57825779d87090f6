package uk.linkage.hub.review;

/**
 * What became of answers.
 *
 * @param match fresh ones that join records
 * @param noMatch fresh ones that keep them apart
 * @param unsure fresh ones that say neither
 * @param former earlier ones that are still in force
 * @param gone answers about a record that is not there any more
 * @param setAside earlier ones that what is known now rules out
 */
public record AnswerCounts(int match, int noMatch, int unsure, int former, int gone, int setAside) {}
