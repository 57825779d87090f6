package uk.linkage.hub.crosswalk;

/**
 * What became of study ids from a run to the next: those of before are {@code kept + merged + vanished}, those of now {@code
 * kept + split + added}.
 *
 * @param kept ids that go on
 * @param merged ids retired since their records joined people with other ids
 * @param vanished ids retired since none of their records goes on
 * @param split fresh ids of people of whom some record had another id before
 * @param added fresh ids of people without a record from before
 */
public record IdCounts(int kept, int merged, int vanished, int split, int added) {}
