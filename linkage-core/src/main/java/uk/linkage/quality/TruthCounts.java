package uk.linkage.quality;

/**
 * What the truth held and how it met the run.
 *
 * @param form which form the truth has
 * @param rows rows of the file
 * @param records records the truth names
 * @param people people the truth names
 * @param pairs true pairs that count; in the {@link Truth.Form#PAIRS} form as many as rows unless further pairs follow from them
 * @param recordsNotInRun records of the truth that no crosswalk has; their pairs count as missed
 * @param runRecordsNotInTruth records of the run that the truth does not name; they are taken to have no partner
 */
public record TruthCounts(
        Truth.Form form,
        long rows,
        long records,
        long people,
        long pairs,
        long recordsNotInRun,
        long runRecordsNotInTruth) {}
