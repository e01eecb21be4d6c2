package io.riskwatch.analytics.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.SharedPrices;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.contract.ContractSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BacktestTest {

    private static final String WINDOW = "\"from\": \"2010-01-01\", \"to\": \"2019-12-31\"";
    private static final List<Double> WEIGHTS = List.of(0.5, 0.2, 0.3);

    private final PublishedExample example = new PublishedExample(BacktestAnalysis::new);

    private JsonNode three(String parameters) {
        return example.compute(SharedPrices.sandP500(3), WEIGHTS, "{" + WINDOW + parameters + "}");
    }

    @Test
    void theExampleResultIsThatOfTheExampleJob() {
        example.mustBeThatOfTheExampleJob();
    }

    @Test
    void nothingAskedIsBuyAndHold() {
        JsonNode result = example.compute("{}");

        assertThat(result.path("variant").stringValue()).isEqualTo("NONE");
        assertThat(result.path("trades").size()).isEqualTo(1);
        assertThat(result.path("turnover").path("total").doubleValue()).isEqualTo(1);
        assertThat(result.path("absent").path("rolling").stringValue()).contains("less than a year");
    }

    /**
     * AAPL, AMD, BAC at 50, 20 and 30 % of 10,000, closes of 2010 to 2019, 2,515 returns, fee 0.1 % and slippage 0.05 %: a loop of
     * numpy 2.4 over the days (weights drift, turnover sum |target - drifted|, cost before the day's return, the first purchase at cost).
     */
    @ParameterizedTest
    @CsvSource({
        "NONE,    6.20383683, 0.21878437, 0.93821089, -0.36843562, 1.00000000, 15.000000,  0.00018333, 1",
        "MONTHLY, 6.94885759, 0.23086227, 0.94834736, -0.34568139, 7.05741118, 224.686779, 0.00130649, 120",
        "YEARLY,  9.23889662, 0.26248481, 1.04088185, -0.37742443, 3.31474021, 106.766296, 0.00062938, 10",
        "BAND,    7.43495347, 0.23820451, 0.97088373, -0.34509696, 5.63391131, 172.360885, 0.00104912, 44"
    })
    void theAllocationOfRealPricesIsThatOfALoopInNumpy(
            String rebalancing,
            double total,
            double cagr,
            double sharpe,
            double maxDrawdown,
            double turnover,
            double cost,
            double drag,
            int trades) {
        JsonNode result = three(", \"rebalancing\": \"" + rebalancing + "\"");

        JsonNode metrics = result.path("metrics");
        assertThat(metrics.path("totalReturn").doubleValue()).isCloseTo(total, within(1e-7));
        assertThat(metrics.path("cagr").doubleValue()).isCloseTo(cagr, within(1e-8));
        assertThat(metrics.path("sharpe").doubleValue()).isCloseTo(sharpe, within(1e-8));
        assertThat(metrics.path("maxDrawdown").doubleValue()).isCloseTo(maxDrawdown, within(1e-8));
        assertThat(result.path("turnover").path("total").doubleValue()).isCloseTo(turnover, within(1e-7));
        assertThat(result.path("costs").path("amount").doubleValue()).isCloseTo(cost, within(1e-4));
        assertThat(result.path("costs").path("drag").doubleValue()).isCloseTo(drag, within(1e-8));
        assertThat(result.path("trades").size()).isEqualTo(trades);
        assertThat(result.path("yearly")
                        .valueStream()
                        .map(year -> year.path("year").stringValue()))
                .containsExactly("2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019");
        assertThat(result.path("yearly")
                        .valueStream()
                        .mapToDouble(year -> 1 + year.path("totalReturn").doubleValue())
                        .reduce(1, (a, b) -> a * b))
                .isCloseTo(1 + total, within(1e-6));
    }

    /** AAPL by the crossing of 50 and 200 days, filled at the next close: a loop of numpy over the days, judged from the 200th. */
    @Test
    void theMovingAverageCrossOfRealPricesIsThatOfALoopInNumpy() {
        JsonNode result = three(", \"strategy\": \"MOVING_AVERAGE_CROSS\", \"symbol\": \"AAPL\"");

        assertThat(result.path("from").stringValue()).isEqualTo("2010-10-18");
        assertThat(result.path("metrics").path("totalReturn").doubleValue()).isCloseTo(2.65638461, within(1e-7));
        assertThat(result.path("metrics").path("sharpe").doubleValue()).isCloseTo(0.91361256, within(1e-7));
        assertThat(result.path("metrics").path("maxDrawdown").doubleValue()).isCloseTo(-0.45715275, within(1e-8));
        assertThat(result.path("timeInvested").doubleValue()).isCloseTo(0.49443561, within(1e-8));
        assertThat(result.path("trades").valueStream().filter(t -> t.has("exit")))
                .hasSize(2);
        assertThat(result.path("absent").path("deflatedSharpe").stringValue()).contains("1 variants were tried");
    }

    @Test
    void theBestOfManyVariantsIsToldToBeLuckAsFarAsItIs() {
        JsonNode result = three(", \"strategy\": \"MOVING_AVERAGE_CROSS\", \"fast\": [5, 10, 20, 30, 50],"
                + " \"slow\": [60, 80, 100, 150, 200], \"benchmark\": \"BAC\"");

        assertThat(result.path("variantsTried").intValue()).isEqualTo(25);
        assertThat(result.path("variants").size()).isEqualTo(25);
        JsonNode deflated = result.path("deflatedSharpe");
        assertThat(deflated.path("trials").intValue()).isEqualTo(25);
        assertThat(deflated.path("sharpe").doubleValue())
                .isEqualTo(result.path("variants")
                        .valueStream()
                        .mapToDouble(v -> v.path("sharpe").doubleValue())
                        .max()
                        .orElseThrow());
        assertThat(deflated.path("expectedBest").doubleValue()).isPositive();
        assertThat(result.path("sentences").toString()).contains("Warning: 25 variants were tried");
        JsonNode walk = result.path("walkForward");
        assertThat(walk.path("choices").size()).isEqualTo((2515 - 199 - 504) / 126);
        assertThat(walk.path("metrics").path("sharpe").doubleValue())
                .isNotEqualTo(walk.path("withHindsight").path("sharpe").doubleValue());
        assertThat(result.path("benchmark").path("trackingError").doubleValue()).isPositive();
    }

    @Test
    void whatWasTriedBeforeCountsToo() {
        assertThat(three(", \"variantsTried\": 500")
                        .path("deflatedSharpe")
                        .path("probability")
                        .doubleValue())
                .isLessThan(three(", \"variantsTried\": 50")
                        .path("deflatedSharpe")
                        .path("probability")
                        .doubleValue());
    }

    @Test
    void theSlowestAverageMustLeaveDaysToJudge() {
        assertThatThrownBy(() -> example.compute("{\"strategy\": \"MOVING_AVERAGE_CROSS\"}"))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo("parameters.slow"))
                .hasMessageContaining("at least 60 are needed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"strategy\": \"MOVING_AVERAGE_CROSS\", \"fast\": 200, \"slow\": 50 | parameters.slow",
                "\"strategy\": \"MOVING_AVERAGE_CROSS\", \"symbol\": \"TSLA\"        | parameters.symbol",
                "\"benchmark\": \"TSLA\"                                             | parameters.benchmark"
            })
    void whatCannotBeTriedIsRefusedWithItsField(String parameters, String field) {
        assertThatThrownBy(() -> three(", " + parameters))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void aShortPositionIsNoAllocation() {
        assertThatThrownBy(() -> example.compute(
                        SharedPrices.sandP500(2),
                        List.of(1.3, -0.3),
                        "{\"from\": \"2015-01-01\", \"to\": \"2016-12-31\"}"))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo("holdings"))
                .hasMessageContaining("short positions");
    }

    /** 150 % in one stock by a loan of 50 % is that stock alone, and it is said. */
    @Test
    void aLoanIsLeftOut() {
        JsonNode result = example.computeWithCash(
                SharedPrices.sandP500(1), List.of(1.5), -0.5, "{\"from\": \"2015-01-01\", \"to\": \"2016-12-31\"}");

        assertThat(result.path("drift").path("weights").path(0).path(0).doubleValue())
                .isEqualTo(1);
        assertThat(result.path("assumptions").toString()).contains("The money owed is left out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fast\": 0}            | fast",
                "{\"slow\": [10, 0]}      | slow[1]",
                "{\"fee\": 0.5}           | fee",
                "{\"rebalancing\": \"X\"} | rebalancing"
            })
    void aWrongParameterIsNamed(String parameters, String field) {
        assertThat(ContractSchema.of("job/backtest-parameters.schema.json")
                        .violations(PublishedExample.JSON.readTree(parameters)))
                .extracting(ContractSchema.Violation::field)
                .contains(field);
    }
}
