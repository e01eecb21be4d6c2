package io.riskwatch.portfolio.alert.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message, as plain text and as HTML that needs nothing else.
 *
 * @param items what is told, one after the other
 * @param code to be typed in somewhere
 * @param link where more is to be seen
 * @param why the reader gets it
 */
public record MailPage(
        String subject,
        String intro,
        List<Item> items,
        @Nullable String code,
        String link,
        String why) {

    private static final Template PLAIN =
            Mustache.compiler().escapeHTML(false).defaultValue("").compile(resource("alert.txt.mustache"));
    private static final Template HTML = Mustache.compiler().defaultValue("").compile(resource("alert.html.mustache"));

    /**
     * One thing that happened.
     *
     * @param at when, for people
     */
    public record Item(String title, String message, String at) {}

    public MailPage {
        // a subject is one line
        subject = subject.replaceAll("\\p{Cntrl}", " ");
        items = List.copyOf(items);
    }

    String plain() {
        return PLAIN.execute(this);
    }

    String html() {
        return HTML.execute(this);
    }

    private static String resource(String name) {
        try (InputStream in = MailPage.class.getResourceAsStream("/mail/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
