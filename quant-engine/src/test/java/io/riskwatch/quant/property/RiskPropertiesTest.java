package io.riskwatch.quant.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.optimization.FrontierPoint;
import io.riskwatch.quant.optimization.MeanVariance;
import io.riskwatch.quant.optimization.MinimumShortfall;
import io.riskwatch.quant.optimization.PortfolioConstraints;
import io.riskwatch.quant.optimization.RiskBudgeting;
import io.riskwatch.quant.performance.cashflow.InternalRate;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.risk.ExpectedShortfall;
import io.riskwatch.quant.risk.RiskContributions;
import io.riskwatch.quant.risk.ValueAtRisk;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Covariance;
import io.riskwatch.quant.stat.MatrixRepair;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws that hold on whatever data; the data are drawn from a seed, so that a failure names a small case. */
class RiskPropertiesTest {
    @Property(tries = 200)
    void lossesScaleWithThePositionAndShiftWithCash(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 2, max = 80) int n,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence,
            @ForAll @DoubleRange(min = 0.01, max = 10) double factor) {
        double[] r = panel(seed, n, 1)[0];
        double[] changed = Arrays.stream(r).map(x -> factor * x + 0.01).toArray();
        assertThat(ValueAtRisk.historical(changed, confidence))
                .isCloseTo(factor * ValueAtRisk.historical(r, confidence) - 0.01, within(1e-12));
        assertThat(ExpectedShortfall.historical(changed, confidence))
                .isCloseTo(factor * ExpectedShortfall.historical(r, confidence) - 0.01, within(1e-12));
    }

    @Property(tries = 200)
    void expectedShortfallIsAtLeastValueAtRiskGrowsWithConfidenceAndRewardsMerging(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 2, max = 80) int n,
            @ForAll @DoubleRange(min = 0.5, max = 0.98) double confidence) {
        double[][] two = panel(seed, n, 2);
        double first = ExpectedShortfall.historical(two[0], confidence);
        double second = ExpectedShortfall.historical(two[1], confidence);
        double[] merged =
                IntStream.range(0, n).mapToDouble(t -> two[0][t] + two[1][t]).toArray();
        assertThat(ExpectedShortfall.historical(merged, confidence)).isLessThanOrEqualTo(first + second + 1e-12);
        assertThat(ValueAtRisk.lower(two[0], confidence)).isLessThanOrEqualTo(first + 1e-12);
        assertThat(ExpectedShortfall.historical(two[0], confidence + 0.01)).isGreaterThanOrEqualTo(first - 1e-12);
    }

    @Property(tries = 100)
    void everyQuantileTypeIsMonotoneAndStaysInsideTheSample(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 9) int type) {
        double[] x = panel(seed, n, 1)[0];
        double previous = Double.NEGATIVE_INFINITY;
        for (double p = 0; p <= 1; p += 0.05) {
            double q = Quantile.of(x, p, QuantileType.of(type));
            assertThat(q).isGreaterThanOrEqualTo(previous);
            previous = q;
        }
        assertThat(previous).isLessThanOrEqualTo(Arrays.stream(x).max().orElseThrow());
        assertThat(Quantile.of(x, 0, QuantileType.of(type)))
                .isGreaterThanOrEqualTo(Arrays.stream(x).min().orElseThrow());
    }

    @Property(tries = 100)
    void componentsSumToTheVolatilityWhateverTheOrderOfAssets(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 8) int n) {
        double[][] s = Covariance.sample(rows(seed, 3 * n, n));
        double[] w = panel(seed + 1, n, 1)[0];
        RiskContributions forward = RiskContributions.of(s, w);
        assertThat(Arrays.stream(forward.components()).sum()).isCloseTo(forward.volatility(), within(1e-12));
        double[][] reversed = new double[n][n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = w[n - 1 - i];
            for (int j = 0; j < n; j++) {
                reversed[i][j] = s[n - 1 - i][n - 1 - j];
            }
        }
        RiskContributions backward = RiskContributions.of(reversed, v);
        assertThat(backward.volatility()).isCloseTo(forward.volatility(), within(1e-13));
        assertThat(backward.components()[0]).isCloseTo(forward.components()[n - 1], within(1e-12));
    }

    @Property(tries = 60)
    void optimisedWeightsAreAdmissibleAndNoAdmissiblePortfolioIsBetter(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 12) int n) {
        double[][] observations = rows(seed, 2 * n + 5, n);
        PortfolioConstraints constraints = PortfolioConstraints.uniform(n, 0, Math.min(1, 2.5 / n));
        MeanVariance problem = MeanVariance.of(Covariance.sample(observations), constraints);
        double[] least = problem.minimumVariance();
        assertThat(constraints.violation(least)).isLessThan(1e-10);
        double[] equal = new double[n];
        Arrays.fill(equal, 1.0 / n);
        assertThat(problem.variance(least)).isLessThanOrEqualTo(problem.variance(equal) + 1e-15);
        double[] tail = MinimumShortfall.of(observations, 0.8, constraints).weights();
        assertThat(constraints.violation(tail)).isLessThan(1e-6);
        assertThat(ExpectedShortfall.historical(Returns.ofPortfolio(observations, tail), 0.8))
                .isLessThanOrEqualTo(
                        ExpectedShortfall.historical(Returns.ofPortfolio(observations, equal), 0.8) + 1e-7);
    }

    @Property(tries = 40)
    void theFrontierRisesWhateverTheOrderOfAssetsAndTheUnit(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 9) int n) {
        double[][] observations = rows(seed, 3 * n + 5, n);
        double[] mean = Covariance.columnMeans(observations);
        double[][] covariance = Covariance.sample(observations);
        double[] turnedMean = new double[n];
        double[][] turned = new double[n][n];
        for (int i = 0; i < n; i++) {
            turnedMean[i] = 100 * mean[(i + 1) % n];
            for (int j = 0; j < n; j++) {
                turned[i][j] = 1e4 * covariance[(i + 1) % n][(j + 1) % n];
            }
        }
        List<FrontierPoint> frontier =
                MeanVariance.of(covariance, PortfolioConstraints.longOnly(n)).frontier(mean, 6);
        List<FrontierPoint> inPercent =
                MeanVariance.of(turned, PortfolioConstraints.longOnly(n)).frontier(turnedMean, 6);
        for (int k = 0; k < frontier.size(); k++) {
            FrontierPoint point = frontier.get(k);
            if (k > 0) {
                assertThat(point.expectedReturn())
                        .isGreaterThanOrEqualTo(frontier.get(k - 1).expectedReturn() - 1e-12);
                assertThat(point.volatility())
                        .isGreaterThanOrEqualTo(frontier.get(k - 1).volatility() - 1e-12);
            }
            for (int i = 0; i < n; i++) {
                assertThat(inPercent.get(k).weights()[i]).isCloseTo(point.weights()[(i + 1) % n], within(1e-6));
            }
        }
    }

    @Property(tries = 100)
    void whoLosesMoreOnEveryDayRisksMore(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 2, max = 80) int n,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence,
            @ForAll @IntRange(min = 1, max = 9) int quantileType) {
        double[][] two = panel(seed, n, 2);
        double[] worse = IntStream.range(0, n)
                .mapToDouble(t -> two[0][t] - Math.abs(two[1][t]))
                .toArray();
        QuantileType type = QuantileType.of(quantileType);
        assertThat(ValueAtRisk.historical(worse, confidence, type))
                .isGreaterThanOrEqualTo(ValueAtRisk.historical(two[0], confidence, type) - 1e-15);
        assertThat(ExpectedShortfall.historical(worse, confidence))
                .isGreaterThanOrEqualTo(ExpectedShortfall.historical(two[0], confidence) - 1e-15);
    }

    @Property(tries = 60)
    void riskBudgetsAreMetAndDoNotDependOnTheUnit(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 10) int n) {
        double[][] s = Covariance.sample(rows(seed, 3 * n, n));
        double[] budgets = Arrays.stream(panel(seed + 7, n, 1)[0])
                .map(x -> 0.1 + Math.abs(x))
                .toArray();
        double total = Arrays.stream(budgets).sum();
        double[] w = RiskBudgeting.of(s, budgets);
        double[] shares = RiskContributions.of(s, w).shares();
        double[][] percent = Arrays.stream(s)
                .map(row -> Arrays.stream(row).map(x -> 1e4 * x).toArray())
                .toArray(double[][]::new);
        double[] other = RiskBudgeting.of(percent, budgets);
        for (int i = 0; i < n; i++) {
            assertThat(shares[i]).isCloseTo(budgets[i] / total, within(1e-9));
            assertThat(other[i]).isCloseTo(w[i], within(1e-9));
        }
    }

    @Property(tries = 200)
    void theRateOfAConstructedFlowIsFound(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 1, max = 20) int deposits,
            @ForAll @DoubleRange(min = -0.9, max = 5) double rate) {
        Philox4x32 random = new Philox4x32(seed, 1);
        double[] flows = new double[deposits + 1];
        long[] days = new long[deposits + 1];
        long end = 30L * deposits + 1;
        for (int i = 0; i < deposits; i++) {
            days[i] = 30L * i;
            flows[i] = -(1 + 999 * Variates.uniform(random));
            flows[deposits] -= flows[i] * Math.pow(1 + rate, (end - days[i]) / 365.0);
        }
        days[deposits] = end;
        assertThat(InternalRate.xirr(flows, days).rate()).isCloseTo(rate, within(1e-8 * (1 + Math.abs(rate))));
    }

    @Property(tries = 40)
    void theNearestCorrelationIsOneAndLeavesACorrelationAlone(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 6) int n) {
        double[][] good = Covariance.toCorrelation(Covariance.sample(rows(seed, 3 * n, n)));
        double[][] same = MatrixRepair.nearestCorrelation(good);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(same[i][j]).isCloseTo(good[i][j], within(1e-8));
            }
        }
        double[][] broken = new double[n][n];
        double[] off = panel(seed, n * n, 1)[0];
        for (int i = 0; i < n; i++) {
            broken[i][i] = 1;
            for (int j = 0; j < i; j++) {
                broken[i][j] = broken[j][i] = Math.clamp(20 * off[i * n + j], -0.95, 0.95);
            }
        }
        assertThat(MatrixRepair.isPositiveSemiDefinite(MatrixRepair.nearestCorrelation(broken)))
                .isTrue();
    }

    /** {@code series} independent fat-tailed series of length n. */
    private static double[][] panel(long seed, int n, int series) {
        double[][] panel = new double[series][n];
        for (int k = 0; k < series; k++) {
            Philox4x32 random = new Philox4x32(seed, k);
            for (int t = 0; t < n; t++) {
                panel[k][t] = 0.02 * Variates.unitVarianceStudentT(random, 4);
            }
        }
        return panel;
    }

    private static double[][] rows(long seed, int length, int assets) {
        double[][] rows = new double[length][assets];
        Philox4x32 random = new Philox4x32(seed, 99);
        for (double[] row : rows) {
            double common = Variates.normal(random);
            for (int i = 0; i < assets; i++) {
                row[i] = 0.01 * (0.5 * common + (1 + 0.1 * i) * Variates.normal(random));
            }
        }
        return rows;
    }
}
