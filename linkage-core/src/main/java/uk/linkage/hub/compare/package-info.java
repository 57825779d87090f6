/**
 * From a pair to one level per field. In: candidate pairs. Out: comparison levels, missing being one. Tells which parts
 * of a person agree without seeing any part.
 */
package uk.linkage.hub.compare;
