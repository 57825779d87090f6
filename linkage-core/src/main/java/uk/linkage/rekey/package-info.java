/**
 * Study ids of one project made those of another. In: the study keys of both projects, what both their authorities granted, and a data set. Out: the
 * data set under the other project's ids. Those who run two projects are here; nobody's identity is, nor any encoded record.
 */
package uk.linkage.rekey;
