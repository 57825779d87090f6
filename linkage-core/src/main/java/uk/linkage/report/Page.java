package uk.linkage.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole page of sections, with all it needs inside.
 *
 * <p>Its content security policy allows nothing but the scripts and the style that are in it, by their SHA-256 digests, and images
 * within the page; no script may make another from text. Format: W3C, Content Security Policy Level 3, section 2.3.
 *
 * @param title its one first heading
 */
record Page(String title, List<Section> sections) {
    private static final String STYLE = resource("report.css");
    private static final String LICENCES = "VEGA.txt";

    /** The libraries that draw, and the lines that call them. */
    private static final class Scripts {
        private static final List<String> ALL = Stream.of(
                        "vega.min.js", "vega-lite.min.js", "vega-embed.min.js", "report.js")
                .map(Page::resource)
                .map(Scripts::harmless)
                .toList();

        /** No text of a script can end it, and none names a map of its source. */
        private static String harmless(String script) {
            return script.replace("</script", "<\\/script").replaceAll("(?m)^//# sourceMappingURL=.*$", "");
        }
    }

    /** With the scripts that draw its charts. */
    String withCharts() {
        return html(Scripts.ALL, licences().markup());
    }

    /** Without any script. */
    String withoutScripts() {
        return html(List.of(), "");
    }

    private String html(List<String> scripts, String footer) {
        return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy(scripts) + "\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                + Html.of("title", title).markup() + "\n<style>" + STYLE + "</style>\n</head>\n"
                + body() + footer + scripts(scripts) + "</html>\n";
    }

    private String body() {
        Html contents = Html.of(
                        "nav",
                        Html.of("ol", sections.stream().map(Section::link).toList()))
                .with("aria-label", "Contents");
        return "<body>\n"
                + Html.of("a", "To the content")
                        .with("class", "skip")
                        .with("href", "#content")
                        .markup()
                + Html.of("header", Html.of("h1", title), contents).markup()
                + Html.of("main", sections.stream().map(Section::html).toList())
                        .with("id", "content")
                        .markup()
                        .replace("<section", "\n<section")
                + "\n";
    }

    /** Those who made the libraries are named, and their terms are kept, wherever copies go. */
    private static Html licences() {
        Html text = Html.of("pre", resource(LICENCES)).with("tabindex", "0");
        Html summary = Html.of("summary", "Licences of Vega, Vega-Lite and Vega-Embed, which draw the charts");
        return Html.of("footer", Html.of("details", summary, text).with("class", "licences"));
    }

    private static String scripts(List<String> scripts) {
        return scripts.stream()
                        .map(script -> "<script>" + script + "</script>\n")
                        .collect(Collectors.joining()) + "</body>\n";
    }

    private static String policy(List<String> scripts) {
        String allowed = scripts.isEmpty()
                ? "'none'"
                : scripts.stream().map(Page::digest).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + allowed + "; style-src " + digest(STYLE)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Lines end in LF, as a browser takes them to when it holds a digest against them. */
    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
