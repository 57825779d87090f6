/**
 * What a provider asks the national opt-out service. In: an extract. Out: the check file, which names people and is for its
 * owner and that service alone. Only the provider may be here.
 */
package uk.linkage.provider.optout;
