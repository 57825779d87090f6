/**
 * From links to people.
 *
 * <p>In: {@link uk.linkage.hub.resolve.Links}, scored pairs of record numbers 0..n-1 counted over all providers. Out: the best
 * assignment between two providers ({@link uk.linkage.hub.resolve.OneToOne}), how likely each pair is among its rivals
 * ({@link uk.linkage.hub.resolve.Rivalry}) and the people among any number of providers ({@link uk.linkage.hub.resolve.Clusters}).
 * Only numbers pass through here, no field and no local id, but for {@link uk.linkage.hub.resolve.PersonNumbers}, which looks whether two
 * tokens are equal. The same set of links gives the same answer in whatever order it was found. Part of the hub: nothing of {@code
 * provider} may be imported.
 */
package uk.linkage.hub.resolve;
