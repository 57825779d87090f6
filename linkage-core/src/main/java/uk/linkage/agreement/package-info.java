/**
 * What the parties sign. In: one JSON file, read strictly. Out: an {@link uk.linkage.agreement.Agreement} and its
 * fingerprint. Holds names of fields, never of people; every other package may read it.
 */
package uk.linkage.agreement;
