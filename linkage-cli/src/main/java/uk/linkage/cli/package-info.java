/** The command line: thin commands over linkage-core. No rule of the field lives here. */
package uk.linkage.cli;
