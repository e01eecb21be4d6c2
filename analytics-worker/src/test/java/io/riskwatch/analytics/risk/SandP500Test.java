package io.riskwatch.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.exposure.Exposures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twenty real stocks over 33 years against figures that numpy computed from the same file.
 *
 * <p>Derivation: R = P[1:] / P[:-1] - 1; weights (1 + i mod 4) over their sum; r = R w; n = 8312. VaR = -numpy.quantile(r,
 * 1 - c, method "linear"); ES = -(sum of the m lowest + (k - m) times the next) / k with k = (1 - c) n; normal: z sd,
 * phi(z) / (1 - c) sd with sd = std(ddof 1) and z from Python's statistics.NormalDist; rf = 1.02^(1/252) - 1; Sharpe =
 * mean(r - rf) / std(r - rf) sqrt 252; drawdown of cumprod(1 + r) with the 1 before it; contributions from numpy.cov x 252.
 * Cornish-Fisher by population moments; EWMA weights 0.94^age over their sum, mean zero; GARCH mean zero in the figure.
 */
class SandP500Test {

    private static final double RELATIVE = 1e-9;
    private static final double VALUE = 250_000;

    private final JsonMapper json = new JsonMapper();
    private JsonNode result = json.createObjectNode();

    @BeforeEach
    void analyse() throws IOException {
        Optional<Path> file = file();
        assumeTrue(
                file.isPresent(),
                "no data/skfolio_sp500_dataset.csv beside the repository: this comparison is skipped");
        List<String> lines = Files.readAllLines(file.get());
        List<String> header = Arrays.asList(lines.getFirst().split(","));
        List<LocalDate> dates = new ArrayList<>();
        List<List<Double>> prices = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            dates.add(LocalDate.parse(cells[0]));
            prices.add(Stream.of(cells).skip(1).map(Double::valueOf).toList());
        }
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            weights.add((1 + i % 4) / 50.0);
        }
        var job = new AnalysisJob(
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "risk",
                Instant.EPOCH,
                "USD",
                null,
                null,
                new AnalysisJob.InlineData(header.subList(1, 21), dates, prices),
                weights,
                null,
                new AnalysisJob.Amount(BigDecimal.valueOf(VALUE), "USD"),
                null,
                json.readTree("{\"riskFree\": 0.02, \"benchmark\": \"JPM\"}"));
        var analysis = new RiskAnalysis(
                new Exposures(request -> {
                    throw new AssertionError("inline data needs no history");
                }),
                json);
        result = analysis.run(job, percent -> {});
    }

    /** In a folder {@code shared/data} beside or above the repository. */
    private static Optional<Path> file() {
        Path place = Path.of("").toAbsolutePath();
        while (place != null) {
            Path candidate = place.resolve("shared/data/skfolio_sp500_dataset.csv");
            if (Files.isReadable(candidate)) {
                return Optional.of(candidate);
            }
            place = place.getParent();
        }
        return Optional.empty();
    }

    @Test
    void lossesAreThoseOfNumpy() {
        assertThat(result.path("provenance").path("observations").intValue()).isEqualTo(8312);
        assertThat(result.path("provenance").path("from").stringValue()).isEqualTo("1990-01-02");
        assertLoss("HISTORICAL", 0.95, 1, 0.01712374021904965, 0.026239700394543077);
        assertLoss("HISTORICAL", 0.99, 1, 0.03071895263837528, 0.04458815332019541);
        assertLoss("NORMAL", 0.95, 1, 0.01896637386373912, 0.023784597996854506);
        assertLoss("NORMAL", 0.99, 1, 0.026824504498888777, 0.03073188306957109);
        assertLoss("HISTORICAL", 0.95, 21, 0.01712374021904965 * Math.sqrt(21), 0.026239700394543077 * Math.sqrt(21));
    }

    @Test
    void lossesByShapeAndByRecentDaysAreThoseOfNumpy() {
        assertLoss("CORNISH_FISHER", 0.95, 1, 0.01684837536103637, 0.038972409144829814, 1);
        assertLoss("CORNISH_FISHER", 0.99, 1, 0.051059928392560225, 0.08155907514242511, 1);
        assertLoss("EWMA", 0.95, 1, 0.017817973312609085, 0.02234445737512951);
        assertLoss("EWMA", 0.99, 1, 0.025200299684008002, 0.028871089240032947);
    }

    /** The figures are those of a likelihood maximised by scipy's Nelder-Mead: equal as far as two searches agree. */
    @Test
    void garchIsThatOfAnIndependentFit() {
        JsonNode loss = loss("GARCH", 0.95, 1);

        assertThat(loss.path("fraction").doubleValue())
                .isCloseTo(0.016771705959482387, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(loss("FILTERED_HISTORICAL", 0.95, 1).path("fraction").doubleValue())
                .isBetween(0.9 * 0.0167717, 1.1 * 0.0167717);
    }

    @Test
    void performanceIsThatOfNumpy() {
        JsonNode performance = result.path("performance");
        assertClose(performance, "annualReturn", 0.17703257895208066);
        assertClose(performance, "cagr", 0.17378168586953735);
        assertClose(performance, "annualVolatility", 0.1830447683389257);
        assertClose(performance, "sharpe", 0.8589656781712737);
        assertClose(performance, "sortino", 1.4146323677363954);
        assertClose(performance, "calmar", 0.36344361562491306);
        assertClose(performance, "omega", 1.1713869999464088);
        assertClose(performance, "maxDrawdown", -0.4781530845458194);
        assertClose(performance, "currentDrawdown", -0.03848967183361551);
        assertClose(performance, "ulcerIndex", 0.07881333933282075);
        assertClose(performance, "skewness", 0.006155336296837503);
        assertClose(performance, "excessKurtosis", 9.01695365564455);
        assertClose(performance, "beta", 0.3222709715755413);
        assertClose(performance, "alpha", 0.10557094042710718);
        assertClose(performance, "benchmarkCorrelation", 0.659683682024413);
        assertThat(result.path("drawdowns").path(0).path("trough").stringValue())
                .isEqualTo("2009-03-05");
    }

    @Test
    void contributionsAndCorrelationAreThoseOfNumpy() {
        assertContribution(0, "AAPL", 0.19189616651256092, 0.0038379233302512183, 0.020967129326225374);
        assertContribution(7, "JNJ", 0.1347561765576129, 0.010780494124609033, 0.05889539604129997);
        assertContribution(19, "XOM", 0.15139638501873812, 0.012111710801499049, 0.06616802496683766);
        assertThat(result.path("correlation").path("matrix").path(0).path(1).doubleValue())
                .isCloseTo(0.3285953447479217, within(0.3285953447479217));
        double shares = 0;
        for (JsonNode contribution : result.path("contributions")) {
            shares += contribution.path("share").doubleValue();
        }
        assertThat(shares).isCloseTo(1, within(1));
    }

    @Test
    void theChartIsShortAndKeepsTheWorstDay() {
        JsonNode drawdown = result.path("series").path("drawdown");
        assertThat(drawdown.size()).isBetween(100, 500);
        double worst = 0;
        for (JsonNode point : drawdown) {
            worst = Math.min(worst, point.doubleValue());
        }
        assertThat(worst)
                .isEqualTo(result.path("performance").path("maxDrawdown").doubleValue());
    }

    private void assertLoss(String method, double confidence, int horizon, double fraction, double shortfall) {
        assertLoss(method, confidence, horizon, fraction, shortfall, horizon == 1 ? 0 : 1);
    }

    private void assertLoss(
            String method, double confidence, int horizon, double fraction, double shortfall, int flags) {
        JsonNode loss = loss(method, confidence, horizon);
        assertClose(loss, "fraction", fraction);
        assertClose(loss, "amount", fraction * VALUE);
        assertClose(loss.path("expectedShortfall"), "fraction", shortfall);
        assertThat(loss.path("flags").size()).isEqualTo(flags);
    }

    private JsonNode loss(String method, double confidence, int horizon) {
        JsonNode loss = json.createObjectNode();
        for (JsonNode candidate : result.path("valueAtRisk")) {
            if (candidate.path("method").stringValue().equals(method)
                    && candidate.path("confidence").doubleValue() == confidence
                    && candidate.path("horizonDays").intValue() == horizon) {
                loss = candidate;
            }
        }
        return loss;
    }

    private void assertContribution(int index, String symbol, double marginal, double component, double share) {
        JsonNode contribution = result.path("contributions").path(index);
        assertThat(contribution.path("symbol").stringValue()).isEqualTo(symbol);
        assertClose(contribution, "marginal", marginal);
        assertClose(contribution, "component", component);
        assertClose(contribution, "share", share);
    }

    private static void assertClose(JsonNode node, String field, double expected) {
        assertThat(node.path(field).doubleValue()).as(field).isCloseTo(expected, within(expected));
    }

    private static org.assertj.core.data.Offset<Double> within(double expected) {
        return org.assertj.core.data.Offset.offset(RELATIVE * Math.abs(expected));
    }
}
