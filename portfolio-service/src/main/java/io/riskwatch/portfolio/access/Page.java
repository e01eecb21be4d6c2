package io.riskwatch.portfolio.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The frame of the few server-rendered pages: a title, one style sheet, no script. */
public final class Page {

    /** Lets nothing but the style sheet in. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private Page() {}

    /** A whole page. Title and body are HTML already: what a user typed must have been escaped. */
    public static String of(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s - Riskwatch</title>
                <link rel="stylesheet" href="/auth/access.css">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(title, title, body);
    }

    public static void write(HttpServletResponse response, String page) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(page);
    }

    /** 429, with how long to wait and where to go meanwhile. */
    public static void tooMany(HttpServletResponse response, Duration wait, String linkHtml) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        String howLong = wait.toMinutes() < 1 ? "a minute" : (wait.toMinutes() + 1) + " minutes";
        write(
                response,
                of(
                        "Too many attempts",
                        "<p role=\"alert\">Wait " + howLong + ", then try again.</p>\n<p>" + linkHtml + "</p>\n"));
    }
}
