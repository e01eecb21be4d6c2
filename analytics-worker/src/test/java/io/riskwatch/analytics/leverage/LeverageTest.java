package io.riskwatch.analytics.leverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.SharedPrices;
import io.riskwatch.analytics.analysis.BadInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LeverageTest {

    private final PublishedExample example = new PublishedExample(LeverageAnalysis::new);

    @Test
    void theExampleResultIsThatOfTheExampleJob() {
        example.mustBeThatOfTheExampleJob();
    }

    /** DOMAIN.md D1: 20,000 held with 10,000 owed can fall 33.33 % before a call at 13,333.33; interest is 10,000 x 6 % x 365 / 360. */
    @Test
    void twiceTheOwnMoneyIsTheMarginExample() {
        JsonNode asked = example.compute("{\"leverage\": 2}").path("asked");

        assertThat(asked.path("invested").doubleValue()).isEqualTo(20_000);
        assertThat(asked.path("loan").doubleValue()).isEqualTo(10_000);
        assertThat(asked.path("distanceToCall").doubleValue()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(asked.path("callBelow").doubleValue()).isCloseTo(13_333.33, within(0.005));
        assertThat(asked.path("interestPerYear").doubleValue()).isCloseTo(608.3333, within(1e-4));
        assertThat(asked.path("breakEven").doubleValue()).isCloseTo(0.03041667, within(1e-8));
        assertThat(asked.path("withinInitialMargin").booleanValue()).isTrue();
    }

    /**
     * Twice the own money in GBM of drift 7 %, volatility 30 % at 6 % interest: the assets over the loan touch 2/3 of their start with a
     * probability of N((b - v t) / s) + e^(2 v b / s^2) N((b + v t) / s), b = ln(2/3) moved by 0.5826 s / sqrt(252) for daily looks
     * (Broadie, Glasserman and Kou), v = 0.07 - ln(1 + 0.06083 / 252) x 252 - s^2 / 2: 0.1939 by scipy 1.17.
     */
    @Test
    void theShareOfYearsWithACallIsThatOfTheNormalBarrier() {
        JsonNode chance = example.compute(
                        "{\"leverage\": 2, \"drift\": 0.07, \"volatility\": 0.3, \"paths\": 40000, \"seed\": 5}")
                .path("asked")
                .path("callShare");

        assertThat(chance.path("value").doubleValue())
                .isCloseTo(0.1939, within(4 * chance.path("standardError").doubleValue()));
    }

    @Test
    void moreLeverageIsMoreCallsNearerAndDearer() {
        List<JsonNode> grid = example.compute("{\"volatility\": 0.3, \"drift\": 0.05}")
                .path("grid")
                .valueStream()
                .toList();

        assertThat(grid).hasSize(7);
        assertThat(grid.getFirst().path("callShare").path("value").doubleValue())
                .isZero();
        assertThat(grid.getFirst().path("distanceToCall").doubleValue()).isEqualTo(1);
        for (int i = 1; i < grid.size(); i++) {
            JsonNode less = grid.get(i - 1);
            JsonNode more = grid.get(i);
            assertThat(more.path("callShare").path("value").doubleValue())
                    .isGreaterThanOrEqualTo(less.path("callShare").path("value").doubleValue());
            assertThat(more.path("distanceToCall").doubleValue())
                    .isLessThan(less.path("distanceToCall").doubleValue());
            assertThat(more.path("afterAYear").path("p5").doubleValue())
                    .isLessThan(less.path("afterAYear").path("p5").doubleValue());
        }
        assertThat(grid.getLast().path("withinInitialMargin").booleanValue()).isFalse();
    }

    /** AAPL with half of it borrowed is a leverage of 1.5 already; its volatility is that of the stock, not of the own money. */
    @Test
    void aLoanThatIsThereIsTheLeverage() {
        var prices = SharedPrices.sandP500(1);
        String window = "{\"from\": \"2015-01-01\", \"to\": \"2019-12-31\", \"paths\": 1000";
        JsonNode borrowed = example.computeWithCash(prices, List.of(1.5), -0.5, window + "}");
        JsonNode unlevered = example.compute(prices, null, window + "}");

        assertThat(borrowed.path("asked").path("leverage").doubleValue()).isCloseTo(1.5, within(1e-12));
        assertThat(borrowed.path("volatility").doubleValue())
                .isCloseTo(unlevered.path("volatility").doubleValue(), within(1e-12));
    }

    @Test
    void thePastPutTogetherAnewHasCallsToo() {
        JsonNode result = example.compute(
                SharedPrices.sandP500(2),
                null,
                "{\"from\": \"2007-01-01\", \"to\": \"2010-12-31\", \"model\": \"BLOCK_BOOTSTRAP\", \"leverage\": 2}");

        assertThat(result.path("asked").path("callShare").path("value").doubleValue())
                .isBetween(0.2, 0.8);
        assertThat(result.path("sentences").toString()).contains("of simulated years have a call");
    }

    @Test
    void theBootstrapTakesNoDrift() {
        assertThatThrownBy(() -> example.compute("{\"model\": \"BLOCK_BOOTSTRAP\", \"drift\": 0.05}"))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo("parameters.drift"));
    }
}
