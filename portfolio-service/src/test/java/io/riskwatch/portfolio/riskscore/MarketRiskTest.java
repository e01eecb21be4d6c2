package io.riskwatch.portfolio.riskscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketRiskTest {

    @ParameterizedTest
    @CsvSource({
        "0.0049,1",
        "0.005,2",
        "0.0499,2",
        "0.05,3",
        "0.1199,3",
        "0.12,4",
        "0.15,4",
        "0.1999,4",
        "0.20,5",
        "0.2999,5",
        "0.30,6",
        "0.7999,6",
        "0.80,7",
        "3,7"
    })
    void theBandsOfTheRegulation(double volatility, int riskClass) {
        assertThat(MarketRisk.riskClass(volatility)).isEqualTo(riskClass);
    }

    /** At 15 % the 2.5 % quantile of a normal log return is -1.96 x 0.15 - 0.15^2/2 = -0.30525, which gives 15.01 %. */
    @Test
    void fifteenPercentOfVolatilityIsClassFour() {
        var equivalent = MarketRisk.equivalentVolatility(-1.96 * 0.15 - 0.15 * 0.15 / 2, 1);

        assertThat(equivalent).isCloseTo(0.1501, within(0.00005));
        assertThat(MarketRisk.riskClass(equivalent)).isEqualTo(4);
    }

    @Test
    void normalDailyReturnsGiveTheirOwnVolatility() {
        var random = new Random(7);
        var returns = new double[50_000];
        for (var i = 0; i < returns.length; i++) {
            returns[i] = Math.expm1(random.nextGaussian() * 0.15 / Math.sqrt(252));
        }

        // the standard error of a deviation of 50,000 is 0.15/sqrt(100,000) = 0.0005; four of them
        assertThat(MarketRisk.equivalentVolatility(returns)).isCloseTo(0.1501, within(0.002));
    }

    @Test
    void leftSkewedReturnsAreRiskierThanTheirMirrorImage() {
        var crashes = new double[252];
        java.util.Arrays.fill(crashes, 0.001);
        crashes[100] = -0.08;
        crashes[200] = -0.09;
        var jumps = java.util.Arrays.stream(crashes)
                .map(value -> Math.expm1(-Math.log1p(value)))
                .toArray();

        assertThat(MarketRisk.equivalentVolatility(crashes)).isGreaterThan(MarketRisk.equivalentVolatility(jumps));
    }

    @Test
    void whatNeverMovesHasNoRisk() {
        assertThat(MarketRisk.equivalentVolatility(new double[100])).isZero();
    }
}
