/**
 * Pairs in doubt and what people say of them. In: the pairs of a run that could not be decided, and files of answers. Out: lists that
 * name pairs by random handles, the key to them, and which records answers join or keep apart. Here local ids meet again, so the key
 * never leaves the hub; nobody's values are here.
 */
package uk.linkage.hub.review;
