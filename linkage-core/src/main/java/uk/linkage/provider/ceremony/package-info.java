/**
 * How a linkage secret comes into the hands of each provider, and ends. In: a secret, cards and an identity. Out: the secret sealed to another
 * provider, or in shares, or signed word that it is destroyed. Providers alone may be here.
 */
package uk.linkage.provider.ceremony;
