/**
 * How good a run was, where the truth is known, and how much codes give away.
 *
 * <p>In: the crosswalks of a run and a {@link uk.linkage.quality.Truth}. Out: an {@link uk.linkage.quality.Evaluation} with every
 * measure, its 95 % interval or the word "undefined". Only numbers come out: no local id and no study id. Whoever may hold all
 * providers' crosswalks at once may be here, as in a rehearsal or a validation study; in ordinary work nobody does.
 *
 * <p>A {@link uk.linkage.quality.LeakIndex} takes codes of the same people under two secrets, which only who makes both can have.
 */
package uk.linkage.quality;
