package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.analysis.report.ReportHtml;
import io.riskwatch.portfolio.analysis.report.ReportPdf;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A result to read, to print and to hand on. Numbers are written as {@code Accept-Language} has it. */
@RestController
@RequestMapping("/api/v1/analyses/{id}")
@Tag(name = "Analyses")
class ReportController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int LONGEST_NAME = 40;

    private final Analyses analyses;
    private final AnalysisResults results;
    private final Portfolios portfolios;
    private final ReportHtml html;
    private final ReportPdf pdf;
    private final JsonMapper json;

    ReportController(
            Analyses analyses,
            AnalysisResults results,
            Portfolios portfolios,
            ReportHtml html,
            ReportPdf pdf,
            JsonMapper json) {
        this.analyses = analyses;
        this.results = results;
        this.portfolios = portfolios;
        this.html = html;
        this.pdf = pdf;
        this.json = json;
    }

    @Operation(
            summary = "The result as a page that stands alone: charts, the tables behind them, and where it comes from")
    @GetMapping(path = "/report.html", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> reportHtml(@PathVariable UUID id, HttpServletRequest request) {
        Analysis analysis = analyses.require(id).requireCompleted();
        String subject = subject(analysis);
        String page = html.of(document(id), subject, locale(request));
        return answer(analysis, subject, "inline", "html")
                .header("Content-Security-Policy", html.contentSecurityPolicy())
                .eTag(tag(page))
                .contentType(HTML)
                .body(page);
    }

    @Operation(summary = "The same as a tagged PDF")
    @GetMapping(path = "/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> reportPdf(@PathVariable UUID id, ServletWebRequest request) {
        Analysis analysis = analyses.require(id).requireCompleted();
        String subject = subject(analysis);
        String page = html.of(document(id), subject, locale(request.getRequest()));
        // what costs is the typesetting, and what it would be follows from the page
        String tag = "W/" + tag(page);
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return answer(analysis, subject, "attachment", "pdf")
                .eTag(tag)
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.of(page));
    }

    private static String tag(String page) {
        return "\"" + DigestUtils.md5DigestAsHex(page.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    private static ResponseEntity.BodyBuilder answer(
            Analysis analysis, @Nullable String subject, String disposition, String ending) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition + "; filename=\"" + fileName(analysis, subject) + "." + ending + "\"");
    }

    private JsonNode document(UUID id) {
        return json.valueToTree(results.require(id));
    }

    /** What the portfolio is called; one that is gone has no name any more. */
    private @Nullable String subject(Analysis analysis) {
        UUID portfolio = analysis.portfolioId();
        return portfolio == null
                ? null
                : portfolios.find(portfolio).map(Portfolio::name).orElse(null);
    }

    private static Locale locale(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.ENGLISH : request.getLocale();
    }

    /** Letters, digits and hyphens, whatever the portfolio is called. */
    private static String fileName(Analysis analysis, @Nullable String subject) {
        String plain = Normalizer.normalize(subject == null ? "" : subject, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ENGLISH)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return "riskwatch-" + analysis.kind() + (name.isEmpty() ? "" : "-" + name) + "-"
                + analysis.requestedAt().toString().substring(0, 10);
    }
}
