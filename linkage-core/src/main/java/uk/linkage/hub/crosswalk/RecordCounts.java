package uk.linkage.hub.crosswalk;

/**
 * What became of one provider's records from a run to the next.
 *
 * @param provider the provider's name
 * @param kept records with the study id they had
 * @param moved records with another one
 * @param added records that were not there before
 * @param vanished records that are there no more
 */
public record RecordCounts(String provider, int kept, int moved, int added, int vanished) {}
