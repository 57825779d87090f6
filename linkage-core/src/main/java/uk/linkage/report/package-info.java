/**
 * A run told to people who have to answer for it: one page that opens offline, with no person in it.
 *
 * <p>In: the record of a run ({@code run.json}) and nothing else; or, where a truth is at hand, what a run measured against it came to.
 * Out: a page of HTML with its charts inlined. Small counts are suppressed here, so whatever else is told of a run for others to see is
 * to go through this package.
 */
package uk.linkage.report;
