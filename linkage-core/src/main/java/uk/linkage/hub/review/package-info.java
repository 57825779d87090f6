/**
 * Pairs in doubt and what people say of them, and the scores of all pairs. In: the pairs of a run, and files of answers. Out: lists that
 * name pairs in doubt by random handles, the key to them, which records answers join or keep apart, and what pairs weigh. Here local ids
 * meet again, so key and scores never leave the hub; nobody's values are here.
 */
package uk.linkage.hub.review;
