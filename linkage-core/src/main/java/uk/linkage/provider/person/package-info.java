/**
 * The values of a person's record: they parse, check themselves and never print.
 *
 * <p><b>In:</b> the text of one cell of a provider's extract. <b>Out:</b> a {@link
 * uk.linkage.provider.person.Reading} of it: the value in its one canonical form, or that it is missing and
 * why, or the rule it breaks. The text itself leaves only by {@code reveal()} and the named derived forms
 * (a district, an initial), all of which are as secret as the person.
 *
 * <p><b>Who may be here:</b> the provider side alone. The hub never sees these types, and this package knows
 * no other of the project: it needs the JDK and a Soundex.
 */
package uk.linkage.provider.person;
