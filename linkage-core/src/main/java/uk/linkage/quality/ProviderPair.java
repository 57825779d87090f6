package uk.linkage.quality;

/** The pairs of records between two providers, or within one where left and right are the same. */
public record ProviderPair(String left, String right, Confusion pairwise) {}
