package io.riskwatch.analytics.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.AnalysisJob.Holding;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.history.History;
import io.riskwatch.analytics.history.HistoryRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Options and bonds among holdings by quantity. STK closes at 100, PUT at 7.965567 (20 % volatility, a year, no interest); nothing else has prices. */
class HeldOptionsTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-03-02");
    private static final int DAYS = 80;
    private static final double OPTION = 7.965567455405804;
    private static final String TERMS =
            "\"underlying\": \"STK\", \"type\": \"PUT\", \"strike\": 100, \"expiry\": \"2027-03-02\"";
    private static final Map<String, double[]> KNOWN =
            Map.of("STK", path(100, 0.01, 1.3), "PUT", path(OPTION, 0.05, 1.7));

    private final List<HistoryRequest> asked = new ArrayList<>();

    private static double[] path(double last, double swing, double speed) {
        return IntStream.range(0, DAYS)
                .mapToDouble(t -> last * (1 + swing * Math.sin(speed * (DAYS - 1 - t))))
                .toArray();
    }

    private History history(HistoryRequest request) {
        asked.add(request);
        List<String> there =
                request.symbols().stream().filter(KNOWN::containsKey).toList();
        return new History(
                there.stream()
                        .map(symbol -> new History.Series(symbol, "USD", "upload", false))
                        .toList(),
                IntStream.range(0, DAYS)
                        .map(t -> (int) LAST_DAY.toEpochDay() - DAYS + 1 + t)
                        .toArray(),
                there.stream().map(KNOWN::get).toArray(double[][]::new),
                request.symbols().stream()
                        .filter(symbol -> !KNOWN.containsKey(symbol))
                        .toList(),
                0);
    }

    private JsonNode stress(List<Holding> holdings, String classes) {
        return stress(holdings, "{\"classes\": {\"EQUITY\": -0.2}}", classes);
    }

    private JsonNode stress(List<Holding> holdings, String shock, String classes) {
        JsonNode parameters = PublishedExample.JSON.readTree(
                "{\"crises\": [\"covid-2020\"], \"shocks\": [" + shock + "], \"classes\": {" + classes + "}}");
        assertThat(ContractSchema.of("job/stress-parameters.schema.json").violations(parameters))
                .isEmpty();
        AnalysisJob job = new AnalysisJob(
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "stress",
                Instant.EPOCH,
                "USD",
                holdings,
                null,
                null,
                null,
                null,
                null,
                null,
                parameters);
        return new StressAnalysis(new Exposures(this::history), PublishedExample.JSON).run(job, percent -> {});
    }

    private static Holding held(String symbol, int quantity) {
        return new Holding(symbol, BigDecimal.valueOf(quantity), null);
    }

    private static String option(String symbol, String rest) {
        return "\"" + symbol + "\": {\"option\": {" + TERMS + rest + "}}";
    }

    private static JsonNode holding(JsonNode result, String symbol) {
        return named(result.path("scenarios").path(0).path("holdings"), symbol);
    }

    private static JsonNode named(JsonNode list, String symbol) {
        return list.valueStream()
                .filter(one -> one.path("symbol").stringValue().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    /** 10 puts at 7.97 and nothing of the share: its prices are asked for, and it is there with a weight of nothing. */
    @Test
    void theUnderlyingNeedNotBeHeld() {
        JsonNode result = stress(List.of(held("PUT", 10)), option("PUT", ""));

        assertThat(asked.getFirst().symbols()).containsExactly("PUT", "STK");
        assertThat(holding(result, "STK").path("loss").doubleValue()).isZero();
        assertThat(holding(result, "PUT").path("loss").doubleValue()).isCloseTo(-1.6596886702444116, within(1e-9));
        assertThat(result.path("absent").path("reverse.equityMove").stringValue())
                .contains("No equities are held");
    }

    /** One contract on 100 is worth 796.56, beside 100 shares at 100; a fall of 20 % costs 2,000 and brings 1,322. */
    @ParameterizedTest
    @CsvSource({"PUT, ''", "UNPRICED, ', \"volatility\": 0.2'"})
    void aContractIsWorthItsMultiplierWhetherItHasPricesOrNot(String symbol, String volatility) {
        JsonNode result = stress(
                List.of(held("STK", 100), held(symbol, 1)), option(symbol, ", \"multiplier\": 100" + volatility));

        JsonNode position = named(result.path("inputs").path("holdings"), symbol);
        assertThat(position.path("lastClose").doubleValue()).isCloseTo(100 * OPTION, within(1e-9));
        assertThat(position.path("quantity").doubleValue()).isEqualTo(1);
        assertThat(result.path("inputs").path("value").path("amount").doubleValue())
                .isCloseTo(10_000 + 100 * OPTION, within(1e-8));
        assertThat(holding(result, symbol).path("amount").doubleValue())
                .isCloseTo(-100 * OPTION * 1.6596886702444116, within(1e-6));
        assertThat(result.path("repriced").path(0).path("volatility").doubleValue())
                .isCloseTo(0.2, within(1e-9));
        assertThat(result.path("repriced").path(0).path("price").doubleValue()).isCloseTo(OPTION, within(1e-9));
    }

    /** The volatility is that of the underlying's 79 returns times the square root of 252, and said to be. */
    @ParameterizedTest
    @CsvSource({"EUROPEAN", "AMERICAN"})
    void withoutPricesTheUnderlyingsPastStandsForTheVolatilityAndThatIsSaid(String style) {
        JsonNode result = stress(
                List.of(held("STK", 100), held("UNPRICED", 100)), option("UNPRICED", ", \"style\": \"" + style + "\""));

        double[] closes = KNOWN.get("STK");
        double[] returns = IntStream.range(1, DAYS)
                .mapToDouble(t -> closes[t] / closes[t - 1] - 1)
                .toArray();
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / (returns.length - 1);
        JsonNode told = result.path("repriced").path(0);
        assertThat(told.path("volatility").doubleValue()).isCloseTo(Math.sqrt(252 * variance), within(1e-7));
        assertThat(told.path("volatilitySource").stringValue()).isEqualTo("HISTORICAL");
        assertThat(result.path("provenance").path("provider").stringValue()).isEqualTo("model, upload");
        assertThat(result.path("assumptions").toString())
                .contains("There are no prices of UNPRICED: their formula stands for them");
    }

    /** 8 %, 15 years, half-yearly at a yield of 9 % (oracle BND-02) is 91.855556; at 10 % it is 7.87 % less. */
    @Test
    void aBondWithoutPricesIsWorthWhatItsYieldMakesIt() {
        JsonNode result = stress(
                List.of(held("STK", 100), held("TREASURY", 100)),
                "{\"rates\": 0.01}",
                "\"TREASURY\": {\"bond\": {\"coupon\": 0.08, \"maturity\": \"2041-03-02\", \"yield\": 0.09}}");

        assertThat(named(result.path("inputs").path("holdings"), "TREASURY")
                        .path("lastClose")
                        .doubleValue())
                .isCloseTo(91.85555572785567, within(1e-9));
        assertThat(holding(result, "TREASURY").path("shock").doubleValue())
                .isCloseTo(-0.07868883593882059, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"UNPRICED\": {\"assetClass\": \"EQUITY\"}                                                | holdings",
                "\"UNPRICED\": {\"bond\": {\"coupon\": 0.08, \"maturity\": \"2041-03-02\"}}              | holdings",
                "\"UNPRICED\": {\"option\": {\"underlying\": \"STK\", \"type\": \"PUT\", \"strike\": 100, \"expiry\": \"2026-03-02\"}} |"
                        + " parameters.classes.UNPRICED.option.expiry",
                "\"UNPRICED\": {\"option\": {\"underlying\": \"STK\", \"type\": \"CALL\", \"strike\": 100000, \"expiry\": \"2026-03-09\"}} |"
                        + " parameters.classes.UNPRICED.option"
            })
    void whatHasNeitherPricesNorAFormulaForThemIsRefused(String classes, String field) {
        assertThatThrownBy(() -> stress(List.of(held("STK", 100), held("UNPRICED", 1)), classes))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
