package io.riskwatch.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.performance.ActiveReturn.Market;
import org.junit.jupiter.api.Test;

class ActiveReturnTest {
    private static final double[] BENCHMARK = {0.02, -0.01, 0.03, -0.02};
    private static final double[] PORTFOLIO = {0.03, -0.02, 0.05, -0.01};
    private static final ActiveReturn ACTIVE = ActiveReturn.of(PORTFOLIO, BENCHMARK);

    @Test
    void theInformationRatioIsActiveReturnOverTrackingError() {
        // differences 1, -1, 2, 1 %: mean 0.75 %, squares around it 0.000475, over 3
        double error = Math.sqrt(0.000475 / 3);
        assertThat(ACTIVE.trackingError(1)).isCloseTo(error, within(1e-15));
        assertThat(ACTIVE.informationRatio(4)).isCloseTo(0.0075 / error * 2, within(1e-12));
        assertThat(ACTIVE.hitRate()).isEqualTo(0.75);
    }

    @Test
    void captureComparesGeometricMeansInRisingAndFallingMarkets() {
        double up = (Math.sqrt(1.03 * 1.05) - 1) / (Math.sqrt(1.02 * 1.03) - 1);
        assertThat(ACTIVE.capture(Market.UP)).isCloseTo(up, within(1e-13));
        assertThat(ACTIVE.capture(Market.DOWN)).isCloseTo(1, within(1e-13));
        assertThat(ACTIVE.beta(Market.UP)).isCloseTo(2, within(1e-12));
        assertThat(ACTIVE.beta(Market.DOWN)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void aPerfectTrackerHasNoInformationRatio() {
        assertThatThrownBy(() -> ActiveReturn.of(BENCHMARK, BENCHMARK).informationRatio(252))
                .isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(() -> ActiveReturn.of(new double[] {0.1, 0.1}, new double[] {0.1, 0.2})
                        .capture(Market.DOWN))
                .isInstanceOf(UndefinedMeasureException.class);
    }

    @Test
    void theGainOfAForeignHoldingIsSplit() {
        // DOMAIN D5: 145 = 90 + 50 + 5
        GainDecomposition gain = GainDecomposition.of(10, 100, 110, 0.9, 0.95);
        assertThat(gain.price()).isCloseTo(90, within(1e-12));
        assertThat(gain.currency()).isCloseTo(50, within(1e-12));
        assertThat(gain.cross()).isCloseTo(5, within(1e-12));
        assertThat(gain.total()).isCloseTo(145, within(1e-12));
    }

    @Test
    void bullAndBearMarketsHaveTheirOwnLine() {
        // 1 % plus twice the market when it rises, half of it less 2 % when it falls
        double[] market = {0.01, 0.02, 0.03, -0.01, -0.02, -0.04};
        double[] returns = {0.03, 0.05, 0.07, -0.025, -0.03, -0.04};
        MarketModel bull = ActiveReturn.of(returns, market).marketModel(ActiveReturn.Market.UP, 0);
        MarketModel bear = ActiveReturn.of(returns, market).marketModel(ActiveReturn.Market.DOWN, 0.001);
        assertThat(bull.beta()).isCloseTo(2, within(1e-12));
        assertThat(bull.alphaPerPeriod()).isCloseTo(0.01, within(1e-15));
        assertThat(bear.beta()).isCloseTo(0.5, within(1e-12));
        // of excess returns: -0.02 - 0.001 + 0.5 x 0.001
        assertThat(bear.alphaPerPeriod()).isCloseTo(-0.0205, within(1e-15));
    }
}
