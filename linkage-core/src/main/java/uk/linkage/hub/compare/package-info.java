/**
 * From a pair to what is seen of it, and how likely that is at each joint level of its components, missing being one. In:
 * candidate pairs. Out: patterns, states and chances. Tells which parts of a person agree without seeing any part.
 */
package uk.linkage.hub.compare;
