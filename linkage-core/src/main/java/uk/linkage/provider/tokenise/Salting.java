package uk.linkage.provider.tokenise;

import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Salt;
import uk.linkage.agreement.Tokens;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.secret.Message;

/**
 * What the salt of a view adds to the message of each token: the form and value of a stable field (Niedermeyer et al.
 * 2014). A person without that value, or with a date in part, has the empty text, which no value is: the field's presence
 * bit tells the hub that the view says nothing of them.
 */
final class Salting {
    /** Characters of a date's normal form that hold its year. */
    private static final int YEAR = 4;

    private final Optional<Salt> salt;
    private final int field;

    /** The salting of views with this salt, or with none. */
    Salting(Agreement agreement, Optional<Salt> salt) {
        this.salt = salt;
        this.field = salt.map(s -> agreement.fieldIndex(s.field())).orElse(-1);
    }

    /** Whether there is a salt. */
    boolean isSalted() {
        return salt.isPresent();
    }

    /** The salt's text for a person: empty where there is no salt or the person does not have it. */
    String of(Person person) {
        return salt.flatMap(s -> person.value(field).filter(KeyTexts::isWhole).map(value -> text(s, value)))
                .orElse("");
    }

    private static String text(Salt salt, PersonValue value) {
        return switch (salt.form()) {
            case YEAR -> value.reveal().substring(0, YEAR);
            case WHOLE -> value.reveal();
        };
    }

    /** What is put under the key for one text of a person with this salt text. */
    byte[] message(Tokens tokens, String text, String saltText) {
        Message message = new Message().add(tokens.label()).add(text);
        salt.ifPresent(s -> message.add(s.form().label()).add(saltText));
        return message.bytes();
    }
}
