/**
 * From levels to decisions. In: agreement patterns. Out: match weights learnt from the patterns themselves, without
 * labels, and what is a link.
 */
package uk.linkage.hub.decide;
