/**
 * The end of a project's files. In: files and folders that somebody names, and what of a folder's content the program made. Out: nothing but a
 * signed certificate of what there was. Every party may be here; nothing here knows what the files mean.
 */
package uk.linkage.destroy;
