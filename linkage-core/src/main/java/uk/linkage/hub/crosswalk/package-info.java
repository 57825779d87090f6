/**
 * The way back: which study id a provider's record received.
 *
 * <p>In: the clusters of a run and the local ids that providers sent, which are opaque here. Out: one
 * {@link uk.linkage.hub.crosswalk.Crosswalk} for each provider, holding its own local ids and nobody else's, with study ids from
 * {@link uk.linkage.hub.crosswalk.StudyIds} that say nothing about a person. A run that follows another also takes in {@link
 * uk.linkage.hub.crosswalk.FormerIds} and gives out {@link uk.linkage.hub.crosswalk.Changes}. Part of the hub: nothing of {@code provider} may be
 * imported.
 */
package uk.linkage.hub.crosswalk;
