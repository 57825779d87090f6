/**
 * Who a party is: keys to sign with and to receive under, and what others know of them. In: a party's private keys, in its own hands. Out:
 * cards to hand round, signatures that say who and what for, content that one party alone can open. Providers and hub may be here.
 */
package uk.linkage.identity;
