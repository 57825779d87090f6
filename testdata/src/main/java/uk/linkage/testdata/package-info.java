/**
 * A synthetic population of the north of England, living on through the years and seen by three providers or four, with the truth beside it.
 *
 * <p>In: a number of people and a seed. Out: a directory with {@code hospital.csv}, {@code gp.csv},
 * {@code council.csv}, {@code truth.csv}, what each person is and what is wrong with which row ({@code labels.csv}, {@code
 * slips.csv}), and a {@code README.txt} that says how they were made. The same number and
 * seed give the same bytes on every JDK, in every locale and time zone.
 *
 * <p>Who may be here: nothing but the JDK. What is made here tests the rest, so it shares no code with the rest: its
 * check digits, dates and postcodes are its own. {@link uk.linkage.testdata.Synthetic} is the only door.
 *
 * <p>The way through: {@code Population} (who lives where, who has moved, married or died, a function of the seed) → {@code Clerk} (what a
 * provider keyed in of a resident as of the day it last asked, mistakes and all) → {@code Layout} (how that provider writes it down).
 */
package uk.linkage.testdata;
