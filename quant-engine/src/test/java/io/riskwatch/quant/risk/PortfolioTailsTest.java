package io.riskwatch.quant.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.series.Returns;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioTailsTest {
    @Test
    void twoPortfoliosByHand() {
        double[][] returns = {{-0.10, 0.02}, {0.01, -0.04}, {0.03, 0.00}, {-0.02, 0.06}, {0.05, 0.01}};
        PortfolioTails tails = PortfolioTails.historical(returns, new double[][] {{1, 0}, {0, 1}}, 0.6);
        // lowest: -10 %, -2 %; the type 7 quantile at 0.4 lies 0.6 of the way from -2 % to 1 %
        assertThat(tails.valueAtRisk(0, 0)).isCloseTo(0.02 - 0.6 * 0.03, within(1e-15));
        assertThat(tails.expectedShortfall(0, 0)).isCloseTo(0.06, within(1e-15));
        assertThat(tails.expectedShortfall(1, 0)).isCloseTo(0.02, within(1e-15));
        assertThat(tails.portfolios()).isEqualTo(2);
        assertThat(tails.tail(0, 0))
                .isEqualTo(new TailRisk(0.6, 1, tails.valueAtRisk(0, 0), tails.expectedShortfall(0, 0), Scaling.NONE));
    }

    @Property(tries = 60)
    void aBookHasTheTailsOfItsPortfoliosOneByOne(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 2, max = 300) int days,
            @ForAll @IntRange(min = 1, max = 40) int assets,
            @ForAll @IntRange(min = 1, max = 70) int portfolios,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
        double[][] returns = returns(seed, days, assets);
        double[][] weights = weights(seed, portfolios, assets);
        double[] confidences = {0.95, confidence, 0.99};
        PortfolioTails tails = PortfolioTails.historical(returns, weights, confidences);
        for (int p = 0; p < portfolios; p++) {
            double[] earned = Returns.ofPortfolio(returns, weights[p]);
            for (int c = 0; c < confidences.length; c++) {
                assertThat(tails.valueAtRisk(p, c))
                        .isCloseTo(ValueAtRisk.historical(earned, confidences[c]), within(1e-12));
                assertThat(tails.expectedShortfall(p, c))
                        .isCloseTo(ExpectedShortfall.historical(earned, confidences[c]), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 64", "true, 1", "false, 64"})
    void portfoliosThatShareTheirWorstDaysAndThoseThatDoNotAreExactAlike(boolean alike, int portfolios) {
        double[][] returns = returns(5, 900, 30);
        double[][] weights = weights(5, portfolios, 30);
        for (double[] row : weights) {
            for (int i = 0; i < row.length && alike; i++) {
                row[i] = (1 + 0.2 * Math.tanh(row[i])) / row.length; // long in one market
            }
        }
        PortfolioTails tails = PortfolioTails.historical(returns, weights, 0.95, 0.99);
        for (int p = 0; p < portfolios; p++) {
            double[] earned = Returns.ofPortfolio(returns, weights[p]);
            assertThat(tails.valueAtRisk(p, 1)).isCloseTo(ValueAtRisk.historical(earned, 0.99), within(1e-15));
            assertThat(tails.expectedShortfall(p, 0))
                    .isCloseTo(ExpectedShortfall.historical(earned, 0.95), within(1e-15));
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        double[][] returns = returns(3, 700, 60);
        double[][] weights = weights(3, 333, 60);
        double[] confidences = {0.9, 0.975};
        PortfolioTails one = PortfolioTails.historical(returns, weights, confidences, 1);
        for (int threads : new int[] {2, 7}) {
            PortfolioTails many = PortfolioTails.historical(returns, weights, confidences, threads);
            for (int p = 0; p < weights.length; p++) {
                for (int c = 0; c < 2; c++) {
                    assertThat(many.valueAtRisk(p, c)).isEqualTo(one.valueAtRisk(p, c));
                    assertThat(many.expectedShortfall(p, c)).isEqualTo(one.expectedShortfall(p, c));
                }
            }
        }
    }

    @Test
    void nothingHeldAndNothingThatMovesLosesNothing() {
        PortfolioTails idle = PortfolioTails.historical(returns(1, 50, 3), new double[2][3], 0.95);
        assertThat(idle.valueAtRisk(1, 0)).isZero();
        PortfolioTails still = PortfolioTails.historical(new double[50][3], weights(1, 2, 3), 0.95);
        assertThat(still.expectedShortfall(0, 0)).isZero();
    }

    @Test
    void badInputIsRefusedByName() {
        double[][] returns = returns(1, 10, 3);
        double[][] weights = weights(1, 2, 3);
        assertThatThrownBy(() -> PortfolioTails.historical(returns, weights, 0.95, 1.0))
                .hasMessageContaining("confidence must lie in (0, 1), was 1.0");
        assertThatThrownBy(() -> PortfolioTails.historical(returns, weights(1, 2, 4), 0.95))
                .hasMessageContaining("returns[0] and weights[0] must have the same length");
        assertThatThrownBy(() -> PortfolioTails.historical(returns, weights, new double[] {0.95}, 0))
                .hasMessageContaining("threads must be at least 1");
        assertThatThrownBy(() -> PortfolioTails.historical(returns, weights)).hasMessageContaining("confidences");
        weights[1][2] = Double.NaN;
        assertThatThrownBy(() -> PortfolioTails.historical(returns, weights, 0.95))
                .hasMessageContaining("weights[1][2] must be finite, was NaN");
    }

    private static double[][] returns(long seed, int days, int assets) {
        Philox4x32 random = new Philox4x32(seed, 1);
        double[][] returns = new double[days][assets];
        for (double[] row : returns) {
            double market = 0.01 * Variates.unitVarianceStudentT(random, 4);
            for (int i = 0; i < assets; i++) {
                row[i] = market + 0.01 * Variates.unitVarianceStudentT(random, 4);
            }
        }
        return returns;
    }

    private static double[][] weights(long seed, int portfolios, int assets) {
        Philox4x32 random = new Philox4x32(seed, 2);
        double[][] weights = new double[portfolios][assets];
        for (double[] row : weights) {
            for (int i = 0; i < assets; i++) {
                row[i] = Variates.normal(random) / assets;
            }
        }
        return weights;
    }
}
