package io.riskwatch.quant.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReturnsTest {
    @Test
    void simpleAndLogarithmicReturnsTellTheSameGrowth() {
        double[] prices = {100, 110, 99};
        double[] simple = Returns.simple(prices);
        double[] log = Returns.logarithmic(prices);
        assertThat(Returns.compounded(simple)).isCloseTo(-0.01, within(1e-15));
        assertThat(Math.expm1(log[0] + log[1])).isCloseTo(-0.01, within(1e-15));
        assertThat(Returns.wealth(simple)[2]).isCloseTo(0.99, within(1e-15));
    }

    @Test
    void aPortfolioEarnsTheWeightedReturnsAndCashNothing() {
        assertThat(Returns.ofPortfolio(new double[][] {{0.1, -0.2}}, new double[] {0.5, 0.25})[0])
                .isCloseTo(0, within(1e-17));
    }

    @Test
    void pricesAndReturnsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Returns.simple(new double[] {1, 0})).hasMessageContaining("prices[1]");
        assertThatThrownBy(() -> Returns.simple(new double[] {1})).hasMessageContaining("at least 2 observations");
        assertThatThrownBy(() -> Returns.simple(new double[][] {{1, 2}, {1}}))
                .hasMessageContaining("prices[1] must have 2 entries");
        assertThatThrownBy(() -> Returns.wealth(new double[] {-1.1})).hasMessageContaining("must not be below -1");
        assertThatThrownBy(() -> Returns.ofPortfolio(new double[][] {{1}}, new double[] {1, 1}))
                .hasMessageContaining("must have the same length, had 1 and 2");
        assertThatThrownBy(() -> Returns.simple(new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("must be finite");
    }
}
