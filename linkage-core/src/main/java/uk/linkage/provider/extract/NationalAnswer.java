package uk.linkage.provider.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.linkage.exchange.OptOutEvidence;
import uk.linkage.provider.person.NhsNumber;

/**
 * What the national service answered to a check file: the numbers that came back are cleared, those that did not have opted
 * out, and of a number that was not asked nothing is known. Never prints one. 8 bytes a number in memory.
 *
 * <pre>{@code
 * NationalAnswer answer = NationalAnswer.read(Path.of("X26HC-300626-0001.dat"), Path.of("cleaned.dat"));
 * OptOuts optOuts = OptOuts.cleaned(answer);
 * }</pre>
 *
 * <p>An answer belongs to a check file where every number of it was asked. It may be in another order, repeat a number, and end its
 * lines in LF or CRLF. The service signs nothing, so that is as much as can be proved.
 *
 * <p>Source: NHS England, DCB3058 (National Data Opt-Out, check for opt-outs service).
 */
public final class NationalAnswer {
    private final String checkFile;
    private final NumberSet checked;
    private final NumberSet cleaned;

    private NationalAnswer(String checkFile, NumberSet checked, NumberSet cleaned) {
        this.checkFile = checkFile;
        this.checked = checked;
        this.cleaned = cleaned;
    }

    /**
     * Reads an answer that clears somebody.
     *
     * @param checkFile as it was sent
     * @param answer as it came back
     * @throws OptOutFault where the answer is not one to that check file, or clears nobody
     * @throws IOException where a file cannot be read
     */
    public static NationalAnswer read(Path checkFile, Path answer) throws IOException {
        NationalAnswer read = readThoughEmpty(checkFile, answer);
        require(
                read.cleaned.size() > 0,
                name(answer),
                "clears nobody, as if everyone had opted out",
                "say --nobody-cleared where that is so");
        return read;
    }

    /** Likewise, where somebody says that an answer may well clear nobody. */
    public static NationalAnswer readThoughEmpty(Path checkFile, Path answer) throws IOException {
        require(
                !Files.isSameFile(checkFile, answer),
                name(answer),
                "is the check file itself, not the answer to it",
                "send it to the national service, and seal with what comes back");
        NumberSet checked = numbers(checkFile);
        require(checked.size() > 0, name(checkFile), "lists no NHS Number", "");
        return new NationalAnswer(name(checkFile), checked, answers(answer, checked, name(checkFile)));
    }

    /** What may be made of a row by its numbers. */
    enum Finding {
        /** It has no number, by which alone the service can tell. */
        NO_NUMBER,
        /** All its numbers came back. */
        CLEARED,
        /** One of them did not. */
        OPTED_OUT,
        /** One of them was not asked, so nothing is known of it. */
        NOT_CHECKED
    }

    /** The most severe of what is found of a row's numbers. */
    Finding of(List<NhsNumber> numbers) {
        if (numbers.stream().anyMatch(number -> checked.contains(number) && !cleaned.contains(number))) {
            return Finding.OPTED_OUT;
        }
        if (!numbers.stream().allMatch(checked::contains)) {
            return Finding.NOT_CHECKED;
        }
        return numbers.isEmpty() ? Finding.NO_NUMBER : Finding.CLEARED;
    }

    /** The check file's name, for messages. */
    String checkFile() {
        return checkFile;
    }

    /** The same in numbers, for whoever audits the sealed file. */
    OptOutEvidence.Cleaned evidence() {
        return new OptOutEvidence.Cleaned(checked.size(), cleaned.size());
    }

    private static NumberSet numbers(Path file) throws IOException {
        NumberSet.Builder numbers = new NumberSet.Builder();
        OneALine.read(file, "is more than an NHS Number", (text, place) -> numbers.add(number(text, place)));
        return numbers.build();
    }

    private static NumberSet answers(Path file, NumberSet checked, String checkFile) throws IOException {
        NumberSet.Builder numbers = new NumberSet.Builder();
        OneALine.read(file, "is more than an NHS Number", (text, place) -> {
            NhsNumber number = number(text, place);
            require(
                    checked.contains(number),
                    place,
                    "holds an NHS Number that is not in " + checkFile,
                    "give the check file that this is the answer to");
            numbers.add(number);
        });
        return numbers.build();
    }

    private static NhsNumber number(String text, String place) {
        return NhsNumber.parse(text)
                .orElseThrow(() -> new OptOutFault(place, "is not an NHS Number", "use the file as it came"));
    }

    private static void require(boolean good, String place, String rule, String hint) {
        if (!good) {
            throw new OptOutFault(place, rule, hint);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    @Override
    public String toString() {
        return "NationalAnswer[" + cleaned.size() + " of " + checked.size() + "]";
    }
}
