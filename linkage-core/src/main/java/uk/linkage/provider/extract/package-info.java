/**
 * Where rows come from. In: a provider's CSV extract as it is. Out: rows under the agreement's field names, people who
 * opted out already gone, and a list of what could not be used by line and rule. Only the provider may be here.
 */
package uk.linkage.provider.extract;
