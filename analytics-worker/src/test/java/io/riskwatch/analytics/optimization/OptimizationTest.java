package io.riskwatch.analytics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.SharedPrices;
import io.riskwatch.analytics.analysis.BadInputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class OptimizationTest {

    private static final String WINDOW = "\"from\": \"2018-01-01\", \"to\": \"2021-12-31\"";

    private final PublishedExample example = new PublishedExample(OptimizationAnalysis::new);

    private JsonNode eight(String parameters) {
        return example.compute(SharedPrices.sandP500(8), null, "{" + WINDOW + parameters + "}");
    }

    private static double[] targets(JsonNode result) {
        return result.path("weights")
                .valueStream()
                .mapToDouble(w -> w.path("target").doubleValue())
                .toArray();
    }

    @Test
    void theExampleResultIsThatOfTheExampleJob() {
        example.mustBeThatOfTheExampleJob();
    }

    @ParameterizedTest
    @EnumSource(Objective.class)
    void everyObjectiveHasDefaultsThatSuffice(Objective objective) {
        JsonNode result = example.compute("{\"objective\": \"" + objective + "\"}");

        assertThat(Arrays.stream(targets(result)).sum()).isCloseTo(1, within(1e-9));
        assertThat(result.path("objective").stringValue()).isEqualTo(objective.name());
    }

    /**
     * AAPL, AMD, BAC, BBY, CVX, GE, HD, JNJ, closes of 2018-01-01 to 2021-12-31, 1,007 simple returns; numpy 2.4 and scipy 1.17: SLSQP
     * from nine starts (ftol 1e-16) for the quadratic ones, HiGHS for the linear program of CVaR, Newton for equal risk, scipy's single
     * linkage of the rows of sqrt((1 - rho) / 2) for HRP.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIN_VARIANCE       | 0.05989 0 0 0.024618 0 0.030956 0.19755 0.686986                             |"
                        + " 0.15211577 | 0.20311830",
                "MAX_SHARPE         | 0.519026 0.475474 0 0 0 0 0.0055 0                                            |"
                        + " 0.59869076 | 0.38143618",
                "TARGET_RETURN      | 0.123338 0.035052 0 0.004687 0 0.004088 0.216156 0.616679                     |"
                        + " 0.20000000 | 0.20609524",
                "TARGET_RISK        | 0.288412 0.191647 0 0 0 0 0.18451 0.335431                                    |"
                        + " 0.35636256 | 0.25000000",
                "MAX_DIVERSIFICATION| 0.073849 0.160757 0.002673 0.141241 0.07512 0.176785 0 0.369576               |"
                        + " 0.23541148 | 0.24529455",
                "RISK_PARITY        | 0.126368 0.089497 0.107284 0.110183 0.110738 0.101627 0.1378 0.216502         |"
                        + " 0.23632734 | 0.24393997",
                "HRP                | 0.11554 0.054944 0.096129 0.073915 0.095048 0.060657 0.141669 0.362098       |"
                        + " 0.20858352 | 0.22403253",
                "MIN_CVAR           | 0.058687 0 0 0 0 0.01565 0.34104 0.584622                                     |"
                        + " 0.17357116 | 0.20562052",
                "BLACK_LITTERMAN    | 0.253111 0 0.118994 0.116114 0.116812 0.121179 0.118435 0.155355             |"
                        + " 0.21116243 | 0.24824396"
            })
    void theWeightsOfRealPricesAreThoseOfScipy(
            Objective objective, String weights, double expectedReturn, double volatility) {
        JsonNode result = eight(", \"objective\": \"" + objective
                + "\", \"riskFree\": 0.02, \"targetReturn\": 0.2, \"targetVolatility\": 0.25, \"views\":"
                + " [{\"symbols\": [\"AAPL\"], \"over\": [\"AMD\"], \"return\": 0.05, \"confidence\": 0.7}]");

        double[] expected = Arrays.stream(weights.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(targets(result)).containsExactly(expected, within(1e-4));
        assertThat(result.path("expectedReturn").doubleValue()).isCloseTo(expectedReturn, within(2e-5));
        assertThat(result.path("volatility").doubleValue()).isCloseTo(volatility, within(2e-6));
    }

    /** The same prices with at most 30 % bought and sold from equal weights: scipy's SLSQP. */
    @Test
    void aTurnoverLimitIsMetWithTheLeastVariance() {
        JsonNode result = eight(", \"constraints\": {\"turnover\": 0.3}");

        assertThat(result.path("turnover").doubleValue()).isCloseTo(0.3, within(1e-9));
        assertThat(result.path("volatility").doubleValue()).isCloseTo(0.23449829, within(2e-6));
        assertThat(targets(result)[7]).isCloseTo(0.275, within(1e-6));
    }

    @Test
    void riskParityCausesEqualPartsOfTheRisk() {
        assertThat(eight(", \"objective\": \"RISK_PARITY\"").path("weights").valueStream())
                .allSatisfy(w -> assertThat(w.path("riskShare").doubleValue()).isCloseTo(0.125, within(1e-9)));
    }

    @Test
    void boundsAndGroupsHoldAndTheFrontierRises() {
        JsonNode result = eight(", \"constraints\": {\"upper\": 0.4, \"bounds\": [{\"symbol\": \"AMD\", \"lower\":"
                + " 0.1}], \"groups\": [{\"name\": \"defensive\", \"symbols\": [\"JNJ\", \"HD\"], \"upper\": 0.5}]}");

        double[] targets = targets(result);
        assertThat(targets[1]).isGreaterThanOrEqualTo(0.1 - 1e-9);
        assertThat(targets[6] + targets[7]).isLessThanOrEqualTo(0.5 + 1e-9);
        assertThat(Arrays.stream(targets).boxed()).allSatisfy(w -> assertThat(w).isBetween(-1e-9, 0.4 + 1e-9));
        List<JsonNode> frontier = result.path("frontier").valueStream().toList();
        assertThat(frontier).hasSize(25);
        assertThat(frontier.getFirst().path("volatility").doubleValue())
                .isCloseTo(result.path("volatility").doubleValue(), within(1e-9));
        for (int i = 1; i < frontier.size(); i++) {
            assertThat(frontier.get(i).path("volatility").doubleValue())
                    .isGreaterThanOrEqualTo(
                            frontier.get(i - 1).path("volatility").doubleValue());
        }
    }

    /** A value of 10,000 in equal parts: every purchase and all costs are paid by the sales, and all shares are whole. */
    @Test
    void theTradesAreWholeSharesThatTheSalesPayFor() {
        JsonNode result = eight(", \"costs\": {\"rate\": 0.002, \"perTrade\": 1}");

        double sold = 0;
        double bought = 0;
        double cost = 0;
        for (JsonNode trade : result.path("trades")) {
            double amount = trade.path("amount").doubleValue();
            assertThat(trade.path("cost").doubleValue()).isCloseTo(0.002 * amount + 1, within(1e-9));
            cost += trade.path("cost").doubleValue();
            if (trade.path("action").stringValue().equals("SELL")) {
                sold += amount;
            } else {
                bought += amount;
                assertThat(trade.path("shares").doubleValue() % 1).isZero();
            }
        }
        double cash = result.path("cashAfter").doubleValue();
        assertThat(cash).isCloseTo(sold - bought - cost, within(1e-6)).isBetween(0.0, 165.0);
        assertThat(result.path("tradeCost").doubleValue()).isCloseTo(cost, within(1e-9));
        JsonNode amd = result.path("weights").path(1);
        assertThat(amd.path("afterTrades").doubleValue()).isCloseTo(0, within(1e-12));
        double[] after = result.path("weights")
                .valueStream()
                .mapToDouble(w -> w.path("afterTrades").doubleValue())
                .toArray();
        assertThat(Arrays.stream(after).sum()).isCloseTo(1 - cash / (10_000 - cost), within(1e-9));
        assertThat(IntStream.range(0, 8).mapToObj(i -> Math.abs(after[i] - targets(result)[i])))
                .allSatisfy(d -> assertThat(d).isLessThan(0.02));
        assertThat(result.path("afterTrades").path("volatility").doubleValue())
                .isLessThan(result.path("today").path("volatility").doubleValue());
    }

    @Test
    void withoutAViewBlackAndLittermanKeepWhatIsHeld() {
        JsonNode result = eight(", \"objective\": \"BLACK_LITTERMAN\"");

        assertThat(Arrays.stream(targets(result)).boxed())
                .allSatisfy(w -> assertThat(w).isCloseTo(0.125, within(1e-6)));
        assertThat(result.path("sentences").toString()).contains("What you hold is already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"constraints\": {\"upper\": 0.1} | parameters.constraints | upper bound",
                "\"constraints\": {\"bounds\": [{\"symbol\": \"AAPL\", \"lower\": 0.6}], \"groups\": [{\"name\":"
                        + " \"technology\", \"symbols\": [\"AAPL\", \"AMD\"], \"upper\": 0.5}]} |"
                        + " parameters.constraints | weight of AAPL",
                "\"constraints\": {\"bounds\": [{\"symbol\": \"AAPL\", \"lower\": 0.6}], \"groups\": [{\"name\":"
                        + " \"technology\", \"symbols\": [\"AAPL\", \"AMD\"], \"upper\": 0.5}]} |"
                        + " parameters.constraints | weight of group technology",
                "\"objective\": \"TARGET_RETURN\", \"targetReturn\": 2 | parameters.constraints | expected return",
                "\"objective\": \"TARGET_RISK\", \"targetVolatility\": 0.1 | parameters.targetVolatility | the least is"
                        + " 20.31 %",
                "\"objective\": \"MAX_SHARPE\", \"riskFree\": 0.9 | parameters.objective | no such portfolio",
                "\"objective\": \"HRP\", \"constraints\": {\"upper\": 0.5} | parameters.constraints | no limit can"
                        + " bend",
                "\"constraints\": {\"lower\": 0.5, \"upper\": 0.2} | parameters.constraints.lower | above",
                "\"expectedReturns\": {\"TSLA\": 0.1} | parameters.expectedReturns.TSLA | not among"
            })
    void whatCannotBeIsRefusedNamingWhatClashes(String parameters, String field, String words) {
        assertThatThrownBy(() -> eight(", " + parameters))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(words);
    }

    @Test
    void aToleranceBelowEveryPortfolioTakesTheLeastRiskAndSaysSo() {
        JsonNode result = eight(", \"objective\": \"TARGET_RISK\", \"riskTolerance\": 2");

        assertThat(result.path("volatility").doubleValue()).isCloseTo(0.20311830, within(2e-6));
        assertThat(result.path("assumptions").toString()).contains("No weights have a volatility as low as 12.0 %");
    }
}
