package uk.linkage.hub.resolve;

/**
 * What {@link OneToOne} decided between two providers.
 *
 * @param links the links kept: no record is in two of them
 * @param belowFloor links not looked at because their weight is not above the floor
 * @param components connected components of the links looked at
 * @param greedyComponents components too large for the exact method, whose assignment is good but perhaps not the best
 * @param tiedComponents components in which some record has two or more links within 1e-9 of that record's heaviest. Only this is
 *     counted: it is where the data, not the method, leaves a choice open, though the rest of the component may still settle it
 */
public record Assignment(Links links, int belowFloor, int components, int greedyComponents, int tiedComponents) {}
