/** From keyed tokens to encoded records. In: tokens. Out: what may leave the provider. */
package uk.linkage.provider.encode;
