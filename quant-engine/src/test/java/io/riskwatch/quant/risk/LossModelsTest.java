package io.riskwatch.quant.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LossModelsTest {
    private static final Garch TRUE_MODEL = new Garch(0.0004, 2e-6, 0.08, 0.90);
    private static final double[] CLUSTERED = clustered(6000);

    @Test
    void garchFindsTheParametersThatMadeTheSeries() {
        Garch fitted = Garch.fit(CLUSTERED);
        assertThat(fitted.alpha()).isCloseTo(0.08, within(0.03));
        assertThat(fitted.beta()).isCloseTo(0.90, within(0.04));
        assertThat(fitted.longRunVariance()).isCloseTo(TRUE_MODEL.longRunVariance(), within(4e-5));
        assertThat(fitted.logLikelihood(CLUSTERED)).isGreaterThanOrEqualTo(TRUE_MODEL.logLikelihood(CLUSTERED));
    }

    @Test
    void theVarianceOfAHorizonTendsToTheLongRunOne() {
        double longRun = TRUE_MODEL.longRunVariance();
        assertThat(TRUE_MODEL.horizonVariance(longRun, 10)).isCloseTo(10 * longRun, within(1e-15));
        assertThat(TRUE_MODEL.horizonVariance(4 * longRun, 10)).isBetween(10 * longRun, 40 * longRun);
    }

    @Test
    void filteredHistoryBringsThePastToTodaysVolatility() {
        double[] scenarios = FilteredHistorical.scenarios(TRUE_MODEL, CLUSTERED);
        double today = Math.sqrt(TRUE_MODEL.variances(CLUSTERED)[CLUSTERED.length]);
        // the true model's residuals are standard normal
        assertThat(ValueAtRisk.historical(scenarios, 0.95)).isCloseTo(1.645 * today - 0.0004, within(0.08 * today));
        double[] first = FilteredHistorical.scenarios(TRUE_MODEL, CLUSTERED, 10, 500, 3);
        assertThat(first).isEqualTo(FilteredHistorical.scenarios(TRUE_MODEL, CLUSTERED, 10, 500, 3));
        assertThat(ValueAtRisk.historical(first, 0.95)).isGreaterThan(ValueAtRisk.historical(scenarios, 0.95));
    }

    @Test
    void theStudentFitFindsTheTail() {
        Philox4x32 random = new Philox4x32(4, 4);
        double[] returns = new double[5000];
        Arrays.setAll(returns, t -> 0.01 * Variates.unitVarianceStudentT(random, 5));
        StudentTRisk fitted = StudentTRisk.fit(returns, MeanAssumption.ZERO);
        assertThat(fitted.degreesOfFreedom()).isBetween(4.0, 6.5);
        assertThat(fitted.valueAtRisk(0.99)).isCloseTo(0.01 * 2.6064635693843, within(0.0025));
        assertThat(fitted.expectedShortfall(0.99)).isGreaterThan(fitted.valueAtRisk(0.99));
    }

    @Test
    void cornishFisherKeepsItsFigureOutsideItsDomainAndSaysSo() {
        CornishFisher wild = new CornishFisher(0, 0.01, -0.5, 12);
        assertThat(wild.flags()).containsExactly(RiskFlag.OUT_OF_DOMAIN);
        assertThat(wild.valueAtRisk(0.99)).isEqualTo(-0.01 * wild.standardQuantile(1 - 0.99));
        assertThat(new CornishFisher(0, 0.01, -0.3, 1).flags()).isEmpty();
        assertThat(new CornishFisher(0, 0.01, 0, 0).inDomain()).isTrue();
        assertThat(new CornishFisher(0, 0.01, 2.6, 10).inDomain())
                .as("no kurtosis saves a skewness beyond 6 (sqrt 2 - 1)")
                .isFalse();
    }

    @Test
    void cornishFisherShortfallIsTheAverageOfItsQuantiles() {
        CornishFisher model = new CornishFisher(0.001, 0.02, -0.4, 1.5);
        double sum = 0;
        int cells = 20_000;
        for (int i = 0; i < cells; i++) {
            sum += model.valueAtRisk(1 - 0.05 * (i + 0.5) / cells);
        }
        assertThat(model.expectedShortfall(0.95)).isCloseTo(sum / cells, within(2e-6));
    }

    @Test
    void errorsOfEstimatesCoverTheTruth() {
        Philox4x32 random = new Philox4x32(8, 8);
        double[] returns = new double[4000];
        Arrays.setAll(returns, t -> 0.01 * Variates.normal(random));
        Estimate historical = EstimationError.historicalValueAtRisk(returns, 0.95, 0.99);
        assertThat(0.016448536).isBetween(historical.low(), historical.high());
        // sqrt(0.95 x 0.05 / n) / f(q) with the normal density at the quantile, 10.31 per unit
        assertThat(historical.standardError()).isCloseTo(Math.sqrt(0.0475 / 4000) / 10.314, within(5e-5));
        Estimate shortfall = EstimationError.historicalExpectedShortfall(returns, 0.95, 0.99);
        assertThat(0.020627128).isBetween(shortfall.low(), shortfall.high());
        Estimate normal = EstimationError.normalValueAtRisk(returns, 0.95, MeanAssumption.ZERO, 0.99);
        assertThat(normal.standardError()).isLessThan(historical.standardError());
    }

    @Test
    void modelsRefuseWhatTheyCannotBeFittedTo() {
        assertThatThrownBy(() -> Garch.fit(new double[99])).hasMessageContaining("at least 100 observations, had 99");
        assertThatThrownBy(() -> Garch.fit(new double[100])).isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(() -> StudentTRisk.fit(new double[20], MeanAssumption.ZERO))
                .isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(() -> new Garch(0, 1e-6, 0.2, 0.9).longRunVariance()).hasMessageContaining("not below 1");
        assertThatThrownBy(() -> EwmaVolatility.of(CLUSTERED, 1)).hasMessage("lambda must lie in (0, 1), was 1.0");
    }

    private static double[] clustered(int n) {
        Philox4x32 random = new Philox4x32(1, 1);
        double[] returns = new double[n];
        double variance = TRUE_MODEL.longRunVariance();
        for (int t = 0; t < n; t++) {
            double shock = Math.sqrt(variance) * Variates.normal(random);
            returns[t] = TRUE_MODEL.mean() + shock;
            variance = TRUE_MODEL.update(variance, shock);
        }
        return returns;
    }

    @Test
    void shapeFadesWithTheHorizon() {
        // cumulants of a sum of four: mean 4 mu, variance 4 sigma^2, third and fourth cumulant 4 times, so S / 2 and K
        // / 4
        CornishFisher four = new CornishFisher(0.001, 0.02, -0.8, 4).over(4);
        assertThat(four.mean()).isCloseTo(0.004, within(1e-15));
        assertThat(four.volatility()).isCloseTo(0.04, within(1e-15));
        assertThat(four.skewness()).isCloseTo(-0.4, within(1e-15));
        assertThat(four.excessKurtosis()).isCloseTo(1, within(1e-15));
    }
}
