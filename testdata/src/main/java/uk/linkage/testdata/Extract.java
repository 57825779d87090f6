package uk.linkage.testdata;

import java.nio.file.Path;

/** What one provider holds: its name as in the truth file, its file, and the rows in it, one person each. */
public record Extract(String provider, Path file, int rows) {}
