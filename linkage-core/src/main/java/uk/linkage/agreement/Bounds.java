package uk.linkage.agreement;

import java.time.LocalDate;

/**
 * What an extract must keep to.
 *
 * @param earliestBirth a date of birth before this day is at fault
 * @param rejectedRows the largest share of rows that may be unusable, 0 to 1
 * @param faultyValues the largest share of a field's values that may be at fault, 0 to 1
 */
public record Bounds(LocalDate earliestBirth, double rejectedRows, double faultyValues) {}
