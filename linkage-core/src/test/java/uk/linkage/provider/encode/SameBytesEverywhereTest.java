package uk.linkage.provider.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;

/** One person has one encoding, whatever the machine: every kind of tokens, budget and salt. */
class SameBytesEverywhereTest {
    private final Locale home = Locale.getDefault();
    private final TimeZone here = TimeZone.getDefault();

    private String expected;

    @BeforeEach
    void inLondon() {
        Locale.setDefault(Locale.UK);
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        expected = EncodedCrowd.digest();
    }

    @AfterEach
    void backHome() {
        Locale.setDefault(home);
        TimeZone.setDefault(here);
    }

    @Test
    void theLocaleDoesNotMatter() {
        for (String tag :
                List.of("tr-TR", "ar", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "lt-LT", "hi-IN-u-nu-deva")) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(EncodedCrowd.digest()).as(tag).isEqualTo(expected);
        }
    }

    @Test
    void theTimeZoneDoesNotMatter() {
        for (String zone : List.of("Pacific/Kiritimati", "America/Adak", "Asia/Kathmandu")) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(EncodedCrowd.digest()).as(zone).isEqualTo(expected);
        }
    }

    @Test
    void theOrderOfTokensDoesNotMatter() {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(EncodedCrowd.shuffled(new Random(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void theDefaultCharacterEncodingDoesNotMatter() throws Exception {
        for (String encoding : List.of("ISO-8859-1", "US-ASCII")) {
            Process crowd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dfile.encoding=" + encoding,
                            "-Dlinkage.root=" + Vectors.root(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            EncodedCrowd.class.getName())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(crowd.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(crowd.waitFor()).as(said).isZero();
            assertThat(said).contains(expected + " under ");
        }
    }
}
