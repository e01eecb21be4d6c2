package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.SobolSequence;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.risk.ExpectedShortfall;
import io.riskwatch.quant.risk.ValueAtRisk;
import io.riskwatch.quant.series.Returns;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumShortfallTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.95, 0.99})
    void noPortfolioOfTwoAssetsHasALowerShortfall(double confidence) {
        double[][] scenarios = fatTails(300, 2, 5);
        MinimumShortfall best = MinimumShortfall.of(scenarios, confidence, PortfolioConstraints.longOnly(2));
        double found = shortfall(scenarios, best.weights(), confidence);
        double searched = IntStream.rangeClosed(0, 20_000)
                .mapToDouble(i -> shortfall(scenarios, new double[] {i / 20_000.0, 1 - i / 20_000.0}, confidence))
                .min()
                .orElseThrow();
        assertThat(found).isLessThanOrEqualTo(searched + 1e-9);
        assertThat(best.expectedShortfall())
                .as("the optimiser reports what the report will say")
                .isCloseTo(found, within(1e-9));
    }

    @Test
    void underNormalScenariosItApproachesTheMinimumVariancePortfolioOfThePaper() {
        // Rockafellar and Uryasev (2000) tables 1 to 4: least CVaR at 0.95 for the target return 0.011 is 0.115908
        double[] mu = {0.010111, 0.0043532, 0.0137058};
        double[][] covariance = {
            {0.00324625, 0.00022983, 0.00420395},
            {0.00022983, 0.00049937, 0.00019247},
            {0.00420395, 0.00019247, 0.00764097}
        };
        double[][] scenarios = normal(20_000, mu, covariance);
        MinimumShortfall best = MinimumShortfall.of(scenarios, 0.95, PortfolioConstraints.longOnly(3), mu, 0.011);
        assertThat(best.expectedShortfall()).isCloseTo(0.115908, within(0.003 * 0.115908));
        assertThat(best.valueAtRisk()).isCloseTo(0.0902, within(0.006 * 0.0902));
        assertThat(best.weights()[0] * mu[0] + best.weights()[1] * mu[1] + best.weights()[2] * mu[2])
                .isCloseTo(0.011, within(1e-9));
    }

    @Test
    void rulesHoldAndTheThresholdIsTheValueAtRisk() {
        double[][] scenarios = fatTails(895, 20, 7);
        PortfolioConstraints constraints = PortfolioConstraints.uniform(20, 0, 0.2)
                .with(LinearConstraint.group("the first five", 20, new int[] {0, 1, 2, 3, 4}, 0.4, 0.6));
        MinimumShortfall best = MinimumShortfall.of(scenarios, 0.95, constraints);
        assertThat(constraints.violation(best.weights())).isLessThan(1e-8);
        assertThat(best.valueAtRisk())
                .isCloseTo(ValueAtRisk.lower(Returns.ofPortfolio(scenarios, best.weights()), 0.95), within(1e-3));
        double atEqual = shortfall(scenarios, constant(20), 0.95);
        assertThat(best.expectedShortfall()).isLessThan(atEqual);
    }

    @Test
    void constraintsThatExcludeEachOtherAreNamed() {
        PortfolioConstraints constraints = PortfolioConstraints.longOnly(3)
                .with(LinearConstraint.group("bonds", 3, new int[] {0}, 0.7, 1))
                .with(LinearConstraint.group("stocks", 3, new int[] {1, 2}, 0.5, 1));
        assertThatThrownBy(() -> MinimumShortfall.of(fatTails(50, 3, 1), 0.9, constraints))
                .isInstanceOf(InfeasibleException.class)
                .hasMessageContaining("weight of bonds >= 0.7")
                .hasMessageContaining("weight of stocks >= 0.5")
                .hasMessageContaining("sum of weights = 1.0");
    }

    private static double[] constant(int assets) {
        return IntStream.range(0, assets).mapToDouble(i -> 1.0 / assets).toArray();
    }

    private static double shortfall(double[][] scenarios, double[] weights, double confidence) {
        return ExpectedShortfall.historical(Returns.ofPortfolio(scenarios, weights), confidence);
    }

    private static double[][] fatTails(int length, int assets, long seed) {
        double[][] scenarios = new double[length][assets];
        Philox4x32 random = new Philox4x32(seed, 0);
        for (double[] row : scenarios) {
            double common = Variates.unitVarianceStudentT(random, 4);
            for (int i = 0; i < assets; i++) {
                row[i] = 0.0003 + 0.006 * common + (0.004 + 0.0007 * i) * Variates.unitVarianceStudentT(random, 4);
            }
        }
        return scenarios;
    }

    private static double[][] normal(int length, double[] mu, double[][] covariance) {
        double[][] scenarios = new double[length][mu.length];
        SobolSequence even = new SobolSequence(mu.length);
        double[][] root = lower(covariance);
        for (double[] row : scenarios) {
            double[] z = even.nextNormals();
            for (int i = 0; i < mu.length; i++) {
                row[i] = mu[i];
                for (int k = 0; k <= i; k++) {
                    row[i] += root[i][k] * z[k];
                }
            }
        }
        return scenarios;
    }

    private static double[][] lower(double[][] c) {
        double[][] l = new double[c.length][c.length];
        for (int i = 0; i < c.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = c[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        }
        return l;
    }
}
