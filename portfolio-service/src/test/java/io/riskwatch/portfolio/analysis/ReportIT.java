package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Reports over HTTP, of the results that the worker's contract publishes. */
class ReportIT extends AnalysisTestBase {

    static final List<String> KINDS = ParameterSchemas.KINDS;

    @Autowired
    private MongoTemplate mongo;

    @ParameterizedTest
    @FieldSource("KINDS")
    void everyKindHasItsReport(String kind) throws IOException {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller, kind, SMALL);
        String hash = example(kind).path("provenance").path("resultHash").stringValue();

        String html = html(get(caller, id, "/report.html"));
        byte[] pdf = get(caller, id, "/report.pdf")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(html).contains("<svg", hash, "not advice");
        assertThat(text(pdf)).contains(hash, "not advice", "Page 1 of");
    }

    /** A portfolio may be called anything: on the page it is text, in the file's name it is letters. */
    @Test
    void aScriptInThePortfoliosNameIsInert() throws IOException {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(
                caller,
                "portfolio-report",
                "{\"kind\":\"portfolio-report\",\"portfolioId\":\"" + hostilePortfolio(caller) + "\"}");

        var answer = get(caller, id, "/report.html")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'none'; style-src 'sha256-[^']+'; .*sandbox")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueMatches(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline;"
                                + " filename=\"riskwatch-portfolio-report-sparplan-uber-script-alert-1-script-[0-9-]{10}\\.html\"");
        assertThat(html(answer))
                .contains("<h1>Sparplan Über &quot; &lt;script&gt;alert(1)&lt;")
                .doesNotContain("<script");
        byte[] pdf = get(caller, id, "/report.pdf")
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"riskwatch-[a-z0-9-]+\\.pdf\"")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(text(pdf)).contains("Sparplan Über \" <script>alert(1)</script>", "5,172 USD");
    }

    @Test
    void numbersFollowTheLanguageOfTheReader() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller, "stress", SMALL);

        String german = html(http(caller)
                .get()
                .uri("/api/v1/analyses/" + id + "/report.html")
                .header(HttpHeaders.ACCEPT_LANGUAGE, Locale.GERMANY.toLanguageTag())
                .exchange()
                .expectHeader()
                .valueMatches(HttpHeaders.VARY, ".*Accept-Language.*"));

        assertThat(german).contains("5.172 USD (51,7 %)").doesNotContain("5,172");
    }

    @Test
    void whoHasTheReportAlreadyIsToldSo() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller, "risk", SMALL);
        for (String path : List.of("/report.html", "/report.pdf", "/result.csv", "/result.csv?table=valueAtRisk")) {
            String tag = get(caller, id, path)
                    .expectStatus()
                    .isOk()
                    .expectBody(byte[].class)
                    .returnResult()
                    .getResponseHeaders()
                    .getETag();
            assertThat(tag).as(path).isNotNull();
            byte[] body = ifNoneMatch(caller, id, path, tag, "en")
                    .expectStatus()
                    .isNotModified()
                    .expectBody(byte[].class)
                    .returnResult()
                    .getResponseBody();
            assertThat(body).as(path).isNullOrEmpty();
            ifNoneMatch(caller, id, path, "\"other\"", "en").expectStatus().isOk();
            if (path.startsWith("/report")) {
                ifNoneMatch(caller, id, path, tag, "de").expectStatus().isOk();
            }
        }
    }

    private RestTestClient.ResponseSpec ifNoneMatch(
            TestCaller caller, UUID id, String path, String tag, String language) {
        return http(caller)
                .get()
                .uri("/api/v1/analyses/" + id + path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
    }

    @Test
    void whatIsNotFinishedHasNoReport() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);

        for (String report : List.of("/report.html", "/report.pdf")) {
            get(caller, id, report)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("QUEUED");
        }
    }

    @Test
    void anotherOrganisationsReportIsNotFound() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller, "risk", SMALL);
        TestCaller stranger = callers.inNewOrganisation();

        get(stranger, id, "/report.html").expectStatus().isNotFound();
        get(stranger, id, "/report.pdf").expectStatus().isNotFound();
        get(caller, UUID.randomUUID(), "/report.pdf").expectStatus().isNotFound();
    }

    private RestTestClient.ResponseSpec get(TestCaller caller, UUID id, String path) {
        return http(caller).get().uri("/api/v1/analyses/" + id + path).exchange();
    }

    private static String html(RestTestClient.ResponseSpec answer) {
        byte[] body = answer.expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(Objects.requireNonNull(pdf))) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    private String hostilePortfolio(TestCaller caller) {
        Ledgers ledgers = new Ledgers(http(caller));
        byte[] created = ledgers.post(
                        "/api/v1/portfolios",
                        "{\"name\":\"Sparplan Über \\\" <script>alert(1)</script>\",\"baseCurrency\":\"USD\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        String portfolio = WorkerStandIn.JSON.readTree(created).path("id").stringValue();
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2025-01-02\",\"type\":\"TRANSFER_IN\",\"symbol\":\"ORBX\",\"quantity\":\"12.5\","
                                + "\"price\":\"100\",\"currency\":\"USD\"}")
                .expectStatus()
                .isCreated();
        return portfolio;
    }

    private static JsonNode example(String kind) {
        return WorkerStandIn.resource("result/examples/" + kind + ".json");
    }

    /** An analysis whose result is the published example of the kind. */
    private UUID completed(TestCaller caller, String kind, String question) {
        UUID id = ask(caller, question);
        Map<String, Object> document =
                WorkerStandIn.JSON.convertValue(example(kind), new TypeReference<Map<String, Object>>() {});
        mongo.getCollection("analysis_result")
                .insertOne(new Document("_id", id.toString())
                        .append("organisationId", caller.organisationId().toString())
                        .append("document", new Document(document)));
        worker.say("completed", id, caller.organisationId());
        awaitState(caller, id, "COMPLETED");
        return id;
    }
}
