/**
 * Digests as OpenPseudonymiser makes them, for providers whose partners have such data already. In: an extract and a salt. Out:
 * the extract with a digest in the place of its values. Nothing of the linkage uses it: one salt for all makes such digests weaker
 * than what a hub is given. Only the provider may be here.
 */
package uk.linkage.provider.openpseudonymiser;
