package uk.linkage.hub.decide;

/** A part of the model that a run can do without, so that it can be measured what the part brings. All are in use by default. */
public enum Refinement {
    /** Pairs are of kinds: people who moved or changed their name, households, twins, namesakes. Without it comparisons are independent. */
    KINDS,
    /** Pairs within a provider that holds each person once show how two people look. Without it only what lost to better pairs does. */
    STRANGERS,
    /** Agreement in what few records have weighs more. */
    RARITY
}
