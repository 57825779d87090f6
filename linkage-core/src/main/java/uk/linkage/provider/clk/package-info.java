/**
 * Cryptographic Linkage Keys of a clkhash linkage schema, bit for bit, for sites that move from anonlink. In: a schema,
 * the secret text that the parties share, rows of an extract. Out: anonlink's JSON of CLKs. Nothing of the linkage
 * itself uses this: a CLK is not safe in a hub's hands. It may touch a Mac and a key derivation, since its constructions
 * are clkhash's and not ours.
 */
package uk.linkage.provider.clk;
