package io.riskwatch.analytics.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.quant.pricing.OptionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A share at 100 with a put and a call on it at 100 that expire in 365 days, priced at a volatility of 20 % without interest: 7.965567
 * each, as {@code math.erf} has it; and a bond of 8 %, 15 years, half-yearly, at a yield of 9 %: 91.855556 (oracle BND-02).
 */
class RepricingTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-03-02");
    private static final int DAYS = 80;
    private static final double OPTION = 7.965567455405804;
    private static final double BOND = 91.85555572785567;

    private static final String PUT =
            "\"PUT\": {\"option\": {\"underlying\": \"STK\", \"type\": \"PUT\", \"strike\": 100, \"expiry\": \"2027-03-02\"}}";
    private static final String CALL =
            "\"CALL\": {\"option\": {\"underlying\": \"STK\", \"type\": \"CALL\", \"strike\": 100, \"expiry\": \"2027-03-02\"}}";
    private static final String TREASURY = "\"BND\": {\"bond\": {\"coupon\": 0.08, \"maturity\": \"2041-03-02\"}}";

    private final PublishedExample example = new PublishedExample(StressAnalysis::new);

    @Test
    void theExampleResultIsThatOfTheExampleJob() {
        new PublishedExample(StressAnalysis::new, "-repriced").mustBeThatOfTheExampleJob();
    }

    /** Eighty days; only the last prices and that they moved matter. */
    private static AnalysisJob.InlineData prices(double put, double bond) {
        double[] last = {100, put, OPTION, bond};
        List<LocalDate> dates = new ArrayList<>();
        List<List<Double>> rows = new ArrayList<>();
        for (int t = 0; t < DAYS; t++) {
            dates.add(LAST_DAY.minusDays(DAYS - 1L - t));
            List<Double> row = new ArrayList<>();
            for (int i = 0; i < last.length; i++) {
                row.add(last[i] * (1 + 0.01 * (i + 1) * Math.sin((1.3 + 0.2 * i) * (DAYS - 1 - t))));
            }
            rows.add(row);
        }
        return new AnalysisJob.InlineData(List.of("STK", "PUT", "CALL", "BND"), dates, List.copyOf(rows));
    }

    private JsonNode stress(List<Double> weights, String parameters) {
        return stress(prices(OPTION, BOND), weights, parameters);
    }

    private JsonNode stress(AnalysisJob.InlineData prices, List<Double> weights, String parameters) {
        return example.compute(prices, weights, parameters);
    }

    private static JsonNode holding(JsonNode scenario, String symbol) {
        return scenario.path("holdings")
                .valueStream()
                .filter(h -> h.path("symbol").stringValue().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode shock(JsonNode result) {
        return result.path("scenarios").path(0);
    }

    private static String fall(double equities, String rest) {
        return "{\"shocks\": [{\"classes\": {\"EQUITY\": " + equities + "}" + rest + "}], \"classes\": {" + PUT + ", "
                + CALL + "}}";
    }

    /** N((ln 0.8 + 0.02) / 0.2) and its like: a fall of 20 % is not 20 % times delta, for neither of the two. */
    @ParameterizedTest
    @CsvSource({
        "-0.2, '', 1.6596886702444116, -0.8511180126400666",
        "0.2, '', -0.7304273898125254, 1.7803792930719538",
        "0, ', \"volatility\": 0.1', 0.4968850042135582, 0.4968850042135582",
        "-0.2, ', \"volatility\": 0.1, \"rates\": 0.01', 1.8533601793848629, 0"
    })
    void anOptionIsPricedAnewByHand(double equities, String rest, double put, double call) {
        JsonNode result = stress(List.of(0.8, 0.1, 0.1, 0.0), fall(equities, rest));

        assertThat(holding(shock(result), "PUT").path("shock").doubleValue()).isCloseTo(put, within(1e-9));
        if (rest.isEmpty()) {
            assertThat(holding(shock(result), "CALL").path("shock").doubleValue())
                    .isCloseTo(call, within(1e-9));
        }
        assertThat(holding(shock(result), "PUT").path("source").stringValue()).isEqualTo("REPRICED");
        assertThat(holding(shock(result), "PUT").path("underlyingShock").doubleValue())
                .isCloseTo(equities, within(1e-12));
    }

    @Test
    void whatIsImpliedIsToldWithDeltaAndTheConvexityBesideIt() {
        JsonNode result = stress(List.of(0.8, 0.1, 0.1, 0.0), fall(-0.2, ""));
        JsonNode put = result.path("repriced").path(0);

        assertThat(put.path("volatility").doubleValue()).isCloseTo(0.2, within(1e-9));
        assertThat(put.path("volatilitySource").stringValue()).isEqualTo("IMPLIED");
        assertThat(put.path("modelPrice").doubleValue()).isCloseTo(OPTION, within(1e-9));
        assertThat(put.path("years").doubleValue()).isEqualTo(1);
        assertThat(put.path("delta").doubleValue()).isCloseTo(-0.460172162722971, within(1e-9));
        assertThat(put.path("elasticity").doubleValue()).isCloseTo(-5.777016707211195, within(1e-7));
        assertThat(put.path("fall20").doubleValue())
                .isCloseTo(1.6596886702444116, within(1e-9))
                .isGreaterThan(-0.2 * put.path("elasticity").doubleValue());
        assertThat(result.path("sentences").toString())
                .contains("If STK fell by 20 %, PUT would gain 166.0 %; by its delta alone it would gain 115.5 %.")
                .contains("If STK fell by 20 %, CALL would lose 85.1 %; by its delta alone it would lose 135.5 %.");
    }

    /** 90 % in shares at -20 % lose 18 %, 10 % in puts at +166 % gain 16.6 %. */
    @Test
    void putsProtect() {
        JsonNode bare = stress(List.of(1.0, 0.0, 0.0, 0.0), fall(-0.2, ""));
        JsonNode protectedOnes = stress(List.of(0.9, 0.1, 0.0, 0.0), fall(-0.2, ""));

        assertThat(shock(bare).path("loss").path("fraction").doubleValue()).isCloseTo(0.2, within(1e-12));
        assertThat(shock(protectedOnes).path("loss").path("fraction").doubleValue())
                .isCloseTo(0.18 - 0.16596886702444116, within(1e-9));
    }

    /** What equities lost on Black Monday is what its underlying lost: a put at 66.5 gains 322 %. */
    @Test
    void inACrisisTheUnderlyingsRowMovesTheOption() {
        JsonNode result = stress(
                List.of(0.9, 0.1, 0.0, 0.0),
                "{\"crises\": [\"black-monday-1987\"], \"classes\": {\"STK\": {\"region\": \"North America\"}, " + PUT
                        + "}}");
        JsonNode put = holding(result.path("scenarios").path(0), "PUT");

        assertThat(put.path("shock").doubleValue()).isCloseTo(3.221153929052078, within(1e-8));
        assertThat(put.path("source").stringValue()).isEqualTo("REPRICED");
        assertThat(put.path("proxy").stringValue())
                .isEqualTo("STK by CLASS (EQUITY, North America: S&P 500 price index)");
        assertThat(result.path("assumptions").toString())
                .contains("PUT 20.0 % (implied by its last price)")
                .doesNotContain("taken for world equities: STK, PUT");
    }

    @Test
    void aShockOfTheOptionsOwnGoesBeforeItsFormula() {
        JsonNode result = stress(
                List.of(0.9, 0.1, 0.0, 0.0),
                "{\"shocks\": [{\"symbols\": {\"PUT\": -0.5}}], \"classes\": {" + PUT + "}}");

        assertThat(holding(shock(result), "PUT").path("shock").doubleValue()).isCloseTo(-0.5, within(1e-12));
        assertThat(holding(shock(result), "PUT").path("source").stringValue()).isEqualTo("ASKED");
    }

    /** A put at 100 cannot cost more than 100: no volatility explains 120, so its underlying's past stands in and is named. */
    @Test
    void aPriceNoVolatilityExplainsTakesTheUnderlyingsPastAndSaysSo() {
        JsonNode result = stress(prices(120, BOND), List.of(0.9, 0.1, 0.0, 0.0), "{\"classes\": {" + PUT + "}}");

        assertThat(result.path("repriced").path(0).path("volatilitySource").stringValue())
                .isEqualTo("HISTORICAL");
        assertThat(result.path("assumptions").toString())
                .contains("its underlying's past, since it has no price or none explains it");
    }

    /** dP/P from the sum of payments at 10 and 8 % over that at 9 %; by duration alone -8.34 % and +8.34 %. */
    @ParameterizedTest
    @CsvSource({"0.01, -0.07868883593882059", "-0.01, 0.08866577756357308"})
    void aBondIsPricedAnewFromItsYield(double rise, double change) {
        JsonNode result = stress(
                List.of(0.5, 0.0, 0.0, 0.5),
                "{\"shocks\": [{\"rates\": " + rise + "}], \"classes\": {" + TREASURY + "}}");
        JsonNode bond = holding(shock(result), "BND");
        JsonNode told = result.path("repriced").path(0);

        assertThat(bond.path("shock").doubleValue()).isCloseTo(change, within(1e-9));
        assertThat(bond.path("source").stringValue()).isEqualTo("REPRICED");
        assertThat(told.path("yield").doubleValue()).isCloseTo(0.09, within(1e-12));
        assertThat(told.path("modifiedDuration").doubleValue()).isCloseTo(8.344996994738786, within(1e-9));
        assertThat(told.path("convexity").doubleValue()).isCloseTo(99.6017514517716, within(1e-7));
        assertThat(result.path("classes").path(3).path("assetClass").stringValue())
                .isEqualTo("GOVERNMENT_BOND");
    }

    /** The likeliest way with calls for 10 % loses exactly what was asked, all repriced; with enough puts it never does. */
    @Test
    void theWayToALossPricesOptionsAnewOnItsWay() {
        JsonNode calls = stress(List.of(0.9, 0.0, 0.1, 0.0), "{\"reverseLoss\": 0.25, \"classes\": {" + CALL + "}}")
                .path("reverse");
        JsonNode puts = stress(List.of(0.8, 0.2, 0.0, 0.0), "{\"reverseLoss\": 0.25, \"classes\": {" + PUT + "}}");

        double stock = holding(calls, "STK").path("shock").doubleValue();
        assertThat(holding(calls, "CALL").path("underlyingShock").doubleValue()).isEqualTo(stock);
        assertThat(calls.path("holdings")
                        .valueStream()
                        .mapToDouble(h -> h.path("loss").doubleValue())
                        .sum())
                .isCloseTo(0.25, within(1e-9));
        assertThat(calls.path("equityMove").doubleValue()).isCloseTo(stock, within(1e-8));
        assertThat(calls.has("reached")).isFalse();
        assertThat(puts.path("reverse").path("reached").path("fraction").doubleValue())
                .isLessThan(0.25);
        assertThat(puts.path("reverse").has("equityMove")).isFalse();
        assertThat(puts.path("sentences").toString()).contains("Options protect you on the likeliest way");
    }

    /** The published prices of Haug, and Longstaff and Schwartz's of American puts, which are those of 50 dates of exercise a year. */
    @ParameterizedTest
    @MethodSource("oracles")
    void theModelsPricesAreThePublishedOnes(RepricedOption option, double expected, double tolerance) {
        assertThat(option.modelPrice()).isCloseTo(expected, within(tolerance));
    }

    static List<Arguments> oracles() throws IOException {
        JsonNode cases = PublishedExample.JSON
                .readTree(Files.readAllBytes(Path.of("../quant-engine/src/test/resources/oracles/options.json")))
                .path("cases");
        List<Arguments> all = new ArrayList<>();
        JsonNode haug = of(cases, "OPN-01");
        for (int i = 0; i < haug.path("inputs").path("options").size(); i++) {
            JsonNode row = haug.path("inputs").path("options").path(i);
            OptionKind kind = row.path(0).stringValue().equals("c") ? OptionKind.CALL : OptionKind.PUT;
            all.add(Arguments.of(
                    option(
                            terms(kind, row.path(1).doubleValue(), row.path(3).doubleValue(), "EUROPEAN"),
                            row.path(2).doubleValue(),
                            row.path(4).doubleValue(),
                            row.path(5).doubleValue(),
                            row.path(6).doubleValue()),
                    haug.path("expected").path("price").path(i).doubleValue(),
                    1e-4));
        }
        JsonNode puts = of(cases, "OPN-05");
        for (int i = 0; i < puts.path("inputs").path("rows").size(); i++) {
            JsonNode row = puts.path("inputs").path("rows").path(i);
            all.add(Arguments.of(
                    option(
                            terms(OptionKind.PUT, 40, 0, "AMERICAN"),
                            row.path(0).doubleValue(),
                            0.06,
                            row.path(2).doubleValue(),
                            row.path(1).doubleValue()),
                    puts.path("expected").path("price").path(i).doubleValue(),
                    0.02));
        }
        return all;
    }

    private static JsonNode of(JsonNode cases, String id) {
        return cases.valueStream()
                .filter(one -> one.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static OptionTerms terms(OptionKind kind, double strike, double dividendYield, String style) {
        return new OptionTerms(
                "STK", kind, strike, LAST_DAY.plusYears(1), OptionTerms.Style.valueOf(style), null, dividendYield, 1);
    }

    private static RepricedOption option(OptionTerms terms, double spot, double rate, double years, double volatility) {
        return new RepricedOption(terms, spot, 1, years, rate, volatility, RepricedOption.VolatilitySource.TOLD);
    }

    /** Early exercise is worth something, so the same price implies less volatility. */
    @Test
    void anAmericanPutIsPricedOnATreeAndItsVolatilityIsFoundThere() {
        JsonNode european = stress(List.of(0.9, 0.1, 0.0, 0.0), "{\"riskFree\": 0.05, \"classes\": {" + PUT + "}}");
        JsonNode american = stress(
                List.of(0.9, 0.1, 0.0, 0.0),
                "{\"riskFree\": 0.05, \"classes\": {" + PUT.replace("}}", ", \"style\": \"AMERICAN\"}}") + "}}");

        JsonNode told = american.path("repriced").path(0);
        assertThat(told.path("modelPrice").doubleValue()).isCloseTo(OPTION, within(1e-6));
        assertThat(told.path("volatility").doubleValue())
                .isLessThan(european.path("repriced").path(0).path("volatility").doubleValue());
        assertThat(told.path("delta").doubleValue()).isBetween(-0.6, -0.3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"underlying\": \"STK\", \"type\": \"PUT\", \"strike\": 100, \"expiry\": \"2026-03-02\" | option.expiry",
                "\"underlying\": \"GONE\", \"type\": \"PUT\", \"strike\": 100, \"expiry\": \"2027-03-02\" | option.underlying",
                "\"underlying\": \"CALL\", \"type\": \"PUT\", \"strike\": 100, \"expiry\": \"2027-03-02\" | option.underlying"
            })
    void whatCannotBePricedIsRefusedNamingTheField(String option, String field) {
        assertThatThrownBy(() -> stress(
                        List.of(0.8, 0.1, 0.1, 0.0),
                        "{\"classes\": {" + CALL + ", \"PUT\": {\"option\": {" + option + "}}}}"))
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        e -> assertThat(e.field()).isEqualTo("parameters.classes.PUT." + field));
        assertThatThrownBy(() -> stress(
                        List.of(0.5, 0.0, 0.0, 0.5), "{\"classes\": {" + TREASURY.replace("2041", "2021") + "}}"))
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        e -> assertThat(e.field()).isEqualTo("parameters.classes.BND.bond.maturity"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"classes\": {\"PUT\": {\"option\": {\"underlying\": \"STK\", \"type\": \"PUT\", \"expiry\": \"2027-03-02\"}}}} |"
                        + " classes.PUT.option.strike",
                "{\"classes\": {\"BND\": {\"bond\": {\"coupon\": 0.08, \"maturity\": \"2041-03-02\", \"frequency\": 3}}}} |"
                        + " classes.BND.bond.frequency",
                "{\"shocks\": [{\"volatility\": -2}]} | shocks[0].volatility"
            })
    void wrongTermsAreNamed(String parameters, String field) {
        assertThat(ContractSchema.of("job/stress-parameters.schema.json")
                        .violations(PublishedExample.JSON.readTree(parameters)))
                .extracting(ContractSchema.Violation::field)
                .contains(field);
    }
}
