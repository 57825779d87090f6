/**
 * The bit kernel on the Vector API. In and out: as {@code uk.linkage.bloom.kernel} says. Found by {@code ServiceLoader};
 * nobody names it. Built on Java 25 or newer, and run with {@code --add-modules jdk.incubator.vector}.
 */
package uk.linkage.vector;
