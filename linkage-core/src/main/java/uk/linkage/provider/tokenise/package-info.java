/**
 * From person to keyed tokens. In: people and the linkage secret. Out: tokens that nobody without the secret can read or
 * make. The only place of the linkage that may touch a Mac or a key derivation; CLKs of other programs have theirs.
 */
package uk.linkage.provider.tokenise;
