/**
 * The two facades. {@link uk.linkage.Provider} is what a provider does, {@link uk.linkage.Hub} what the hub does; a
 * newcomer starts there. Sees every other package.
 */
package uk.linkage;
