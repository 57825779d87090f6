/**
 * Secrets at rest and in use. In: bytes that nobody else may see. Out: files that their owner alone can read, boxes that only a
 * passphrase opens, and arrays that are overwritten after use. Every party may be here; which secret it is, is for others to know.
 */
package uk.linkage.secret;
