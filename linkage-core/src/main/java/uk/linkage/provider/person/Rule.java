package uk.linkage.provider.person;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Present;

/** One rule that a candidate text may break, with the words that end the sentence "line 14: nhs_number …". */
record Rule(String text, Predicate<String> isBrokenBy) {

    /** The value made of the candidate if it breaks none of the rules, else the first that it breaks. */
    static <T> Reading<T> check(String candidate, List<Rule> rules, Function<String, T> value) {
        for (Rule rule : rules) {
            if (rule.isBrokenBy.test(candidate)) return new Faulty<>(rule.text);
        }
        return new Present<>(value.apply(candidate));
    }
}
