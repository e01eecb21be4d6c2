package io.riskwatch.portfolio.analysis.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A result as one page of well-formed HTML that needs nothing else: no script, no address, its style within. Every text is escaped by
 * the template; what is drawn here escapes its own.
 */
@Component
public class ReportHtml {

    private static final String DISCLAIMER =
            "This is a calculation from past prices and the assumptions named, not advice:"
                    + " it recommends neither buying nor selling. What happens may be worse than anything shown here.";

    private final Template template;
    private final String style;

    ReportHtml() {
        this.template = Mustache.compiler().withFormatter(String::valueOf).compile(resource("report.mustache"));
        this.style = resource("report.css");
    }

    /**
     * The page.
     *
     * @param result the document as the worker stored it
     * @param subject whose result it is; null for holdings of a request
     * @param locale how the reader writes numbers
     */
    public String of(JsonNode result, @Nullable String subject, Locale locale) {
        return template.execute(
                Map.of("report", Reports.of(result, subject, locale), "style", style, "disclaimer", DISCLAIMER));
    }

    /** What a browser may do with the page: show its own style, nothing else. */
    public String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'sha256-" + sha256(style) + "'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'; sandbox";
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportHtml.class.getResourceAsStream("/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource /report/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
