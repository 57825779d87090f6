/**
 * How good a run was, where the truth is known.
 *
 * <p>In: the crosswalks of a run and a {@link uk.linkage.quality.Truth}. Out: an {@link uk.linkage.quality.Evaluation} with every
 * measure, its 95 % interval or the word "undefined". Only numbers come out: no local id and no study id. Whoever may hold all
 * providers' crosswalks at once may be here, as in a rehearsal or a validation study; in ordinary work nobody does.
 */
package uk.linkage.quality;
