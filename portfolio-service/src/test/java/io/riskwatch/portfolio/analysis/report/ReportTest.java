package io.riskwatch.portfolio.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.riskwatch.service.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReportTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ReportHtml HTML = new ReportHtml();
    private static final ReportPdf PDF = new ReportPdf(new ReportSettings(1, 16, Duration.ofMinutes(2)));
    private static final String HOSTILE = "Müller & Söhne <script>alert(1)</script> \"'\u0007 € £ ß";

    @AfterAll
    static void stop() throws IOException {
        PDF.close();
    }

    /** The figures of the published example are on the page and in the PDF, written as people write them. */
    @ParameterizedTest
    @CsvSource({
        "risk, /valueAtRisk/2/amount, MONEY",
        "risk, /performance/annualVolatility, PERCENT",
        "risk, /drawdowns/0/depth, PERCENT",
        "risk, /contributions/0/share, PERCENT",
        "var-backtest, /kupiec/pValue, PERCENT",
        "stress, /scenarios/1/loss/amount, MONEY",
        "stress, /reverse/distance, RATIO",
        "monte-carlo, /terminal/median, MONEY",
        "monte-carlo, /fan/percentiles/p95/60, MONEY",
        "goal, /neededContribution/monthly, MONEY",
        "optimization, /weights/0/riskShare, PERCENT",
        "optimization, /frontier/3/volatility, PERCENT",
        "optimization-lots, /realisedGains/1/gain, MONEY",
        "optimization-lots, /realisedGains/3/longTerm, MONEY",
        "optimization-lots, /trades/0/realisedGains/2/gain, MONEY",
        "stress-repriced, /repriced/0/delta, RATIO",
        "stress-repriced, /repriced/1/volatility, PERCENT",
        "stress-repriced, /repriced/0/fall20, PERCENT",
        "stress-repriced, /repriced/2/modifiedDuration, RATIO",
        "stress-repriced, /repriced/2/yield, PERCENT",
        "backtest, /metrics/cagr, PERCENT",
        "backtest, /walkForward/metrics/sharpe, RATIO",
        "factor, /loadings/0/beta, RATIO",
        "leverage, /grid/6/afterAYear/p50, MONEY",
        "portfolio-report, /sections/risk/valueAtRisk/1/amount, MONEY",
        "portfolio-report, /sections/stress/scenarios/0/loss/amount, MONEY",
        "portfolio-report, /sections/outlook/terminal/median, MONEY",
        "portfolio-report, /sections/varBacktest/kupiec/pValue, PERCENT"
    })
    void theFiguresOfTheResultAreThere(String kind, String pointer, String form) throws Exception {
        JsonNode result = example(kind);
        double value = result.at(pointer).doubleValue();
        assertThat(result.at(pointer).isNumber()).as(pointer).isTrue();
        String expected = switch (form) {
            case "MONEY" -> String.format(Locale.ENGLISH, Math.abs(value) < 100 ? "%,.2f USD" : "%,.0f USD", value);
            case "PERCENT" ->
                String.format(Locale.ENGLISH, Math.abs(value) < 0.01 ? "%.2f %%" : "%.1f %%", 100 * value);
            default -> String.format(Locale.ENGLISH, "%.2f", value);
        };
        String html = HTML.of(result, "Savings", Locale.ENGLISH);

        assertThat(spaced(parsed(html).getDocumentElement().getTextContent())).contains(signed(expected));
        assertThat(spaced(text(PDF.of(html)))).contains(signed(expected));
    }

    /** What the option is a right to, as it was told; and in the report of a portfolio, whose stress test is one section. */
    @Test
    void theTermsOfWhatWasPricedAnewAreThere() throws Exception {
        JsonNode stress = example("stress-repriced");
        JsonNode option = stress.path("inputs")
                .path("parameters")
                .path("classes")
                .path("PUT")
                .path("option");
        String terms = "Put on STK at " + option.path("strike").intValue() + ", "
                + option.path("expiry").stringValue();
        ObjectNode report = (ObjectNode) example("portfolio-report");
        ((ObjectNode) report.path("sections").path("stress")).set("repriced", stress.path("repriced"));
        ((ObjectNode) report.path("inputs").path("parameters"))
                .set("classes", stress.path("inputs").path("parameters").path("classes"));

        for (JsonNode result : List.of(stress, report)) {
            String text = spaced(parsed(HTML.of(result, "Savings", Locale.ENGLISH))
                    .getDocumentElement()
                    .getTextContent());
            assertThat(text).contains("Options and bonds, priced anew", terms, "Implied", "\u22120.42");
        }
        assertThat(HTML.of(example("stress"), "Savings", Locale.ENGLISH)).doesNotContain("priced anew");
        assertThat(HTML.of(example("optimization"), "Savings", Locale.ENGLISH)).doesNotContain("would realise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "risk",
                "var-backtest",
                "monte-carlo",
                "goal",
                "optimization",
                "backtest",
                "stress",
                "factor",
                "leverage",
                "portfolio-report"
            })
    void everyPageSaysWhatItStandsOn(String kind) throws Exception {
        JsonNode result = example(kind);
        Document page = parsed(HTML.of(result, "Savings", Locale.ENGLISH));
        String text = spaced(page.getDocumentElement().getTextContent());

        assertThat(result.path("sentences").valueStream().map(JsonNode::stringValue))
                .allSatisfy(sentence -> assertThat(text).contains(spaced(sentence)));
        assertThat(result.path("assumptions").valueStream().map(JsonNode::stringValue))
                .allSatisfy(sentence -> assertThat(text).contains(spaced(sentence)));
        JsonNode provenance = result.path("provenance");
        assertThat(text)
                .contains(
                        "not advice",
                        provenance.path("resultHash").stringValue(),
                        provenance.path("inputsHash").stringValue(),
                        provenance.path("engineVersion").stringValue(),
                        provenance.path("provider").stringValue(),
                        provenance.path("from").stringValue());
        assertThat(page.getElementsByTagName("svg").getLength()).isPositive();
        assertThat(page.getElementsByTagName("table").getLength())
                .isGreaterThan(page.getElementsByTagName("svg").getLength());
        assertThat(text).doesNotContain("NaN", "{{", "null");
    }

    @Test
    void aHostileNameIsTextAndNothingElse() throws Exception {
        ObjectNode result = (ObjectNode) example("portfolio-report");
        ((ObjectNode) result.path("sections").path("risk").path("contributions").path(0))
                .put("symbol", "</text><script>alert(2)</script>");
        ((ObjectNode) result.path("sections").path("stress").path("scenarios").path(0))
                .put("name", "\"><img src=x onerror=alert(3)>");

        String html = HTML.of(result, HOSTILE, Locale.ENGLISH);

        Document page = parsed(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("Müller & Söhne <script>alert(1)</script> \"'  € £ ß");
        assertThat(text(PDF.of(html))).contains("Müller & Söhne <script>alert(1)</script>", "€ £ ß");
        assertThat(HTML.contentSecurityPolicy())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("sandbox")
                .doesNotContain("unsafe");
    }

    @Test
    void thePdfIsTaggedTitledAndItsPagesAreNumbered() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(PDF.of(HTML.of(example("risk"), "Savings", Locale.ENGLISH)))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Risk check: Savings");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            List<PDStructureElement> figures = new ArrayList<>();
            collect(pdf.getDocumentCatalog().getStructureTreeRoot(), "Figure", figures);
            assertThat(figures)
                    .hasSize(3)
                    .allSatisfy(figure ->
                            assertThat(figure.getAlternateDescription()).isNotBlank());
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Page 1 of " + pdf.getNumberOfPages(), "Page 2 of " + pdf.getNumberOfPages());
            pdf.getPage(0).getResources().getFontNames().forEach(name -> {
                try {
                    assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void numbersAreWrittenAsTheReaderWritesThem() throws Exception {
        String text = spaced(parsed(HTML.of(example("stress"), null, Locale.GERMANY))
                .getDocumentElement()
                .getTextContent());

        assertThat(text)
                .contains("a loss of 5.172 USD (51,7 %)", "1929-09-16", "28,9 %")
                .doesNotContain("5,172");
        assertThat(new Numbers(Locale.FRANCE, "EUR").money(-1234567.4)).isEqualTo("−1\u00a0234\u00a0567\u00a0EUR");
        assertThat(new Numbers(Locale.ENGLISH, "EUR").money(-0.001)).isEqualTo("0.00\u00a0EUR");
        assertThat(new Numbers(Locale.GERMANY, "EUR")
                        .told("BRK.B and A1,200 lose 1,200.5 USD on 2025-01-02 (correlation -0.05)."))
                .isEqualTo("BRK.B and A1,200 lose 1.200,5 USD on 2025-01-02 (correlation -0,05).");
    }

    @Test
    void aLongTableEndsAndSaysHowMuchIsMissing() throws Exception {
        ObjectNode result = (ObjectNode) example("risk");
        ArrayNode holdings = ((ObjectNode) result.path("inputs")).putArray("holdings");
        for (int i = 0; i < 2_000; i++) {
            holdings.addObject().put("symbol", "S" + i).put("weight", i / 1e6).put("lastClose", 1);
        }

        String html = HTML.of(result, null, Locale.ENGLISH);

        assertThat(html).contains("And 1960 more", "<td>S1999</td>").doesNotContain("<td>S7</td>");
        assertThat(PDF.of(html)).hasSizeLessThan(1_000_000);
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws IOException {
        ReportPdf hasty = new ReportPdf(new ReportSettings(1, 1, Duration.ofNanos(1)));
        String html = HTML.of(example("factor"), null, Locale.ENGLISH);

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> hasty.of(html));

        assertThat(refusal.status().value()).isEqualTo(503);
        hasty.close();
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    private static String signed(String number) {
        return number.replace('-', '\u2212');
    }

    private static void collect(PDStructureNode node, String type, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals(type)) {
                    found.add(element);
                }
                collect(element, type, found);
            }
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode example(String kind) {
        try (InputStream in =
                ReportTest.class.getResourceAsStream("/contract/analytics-worker/result/examples/" + kind + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in, kind));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
