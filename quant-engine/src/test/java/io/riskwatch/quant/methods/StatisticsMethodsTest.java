package io.riskwatch.quant.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.series.CompletePrices;
import io.riskwatch.quant.series.Frequency;
import io.riskwatch.quant.series.PricePanel;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Correlation;
import io.riskwatch.quant.stat.Covariance;
import io.riskwatch.quant.stat.Histogram;
import io.riskwatch.quant.stat.LinearRegression;
import io.riskwatch.quant.stat.MatrixRepair;
import io.riskwatch.quant.stat.Moments;
import io.riskwatch.quant.stat.PrincipalComponents;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;
import io.riskwatch.quant.stat.Shrinkage;
import io.riskwatch.quant.stat.SymmetricEigen;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/methods on samples and matrices, to the digits printed there. */
class StatisticsMethodsTest {
    private static final double[] ONE_TO_TEN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @Test
    void moments() {
        Moments moments = Moments.of(new double[] {1, 2, 3, 4, 10});
        MethodPage.of("moments")
                .prints("4.0", moments.mean())
                .prints("12.5", moments.variance())
                .prints("10.0", moments.populationVariance())
                .prints("1.138", moments.populationSkewness())
                .prints("1.697", moments.skewness())
                .prints("-0.212", moments.populationExcessKurtosis())
                .prints("3.152", moments.excessKurtosis());
    }

    @Test
    void quantile() {
        MethodPage.of("quantile")
                .prints("3.25", Quantile.of(ONE_TO_TEN, 0.25))
                .prints("2.75", Quantile.of(ONE_TO_TEN, 0.25, QuantileType.TYPE_6))
                .prints("3.0", Quantile.of(ONE_TO_TEN, 0.25, QuantileType.TYPE_1))
                .prints("2.0", Quantile.of(ONE_TO_TEN, 0.25, QuantileType.TYPE_3))
                .prints("2.5", Quantile.of(ONE_TO_TEN, 0.25, QuantileType.TYPE_4))
                .prints("2.917", Quantile.of(ONE_TO_TEN, 0.25, QuantileType.TYPE_8))
                .prints("2.9375", Quantile.of(ONE_TO_TEN, 0.25, QuantileType.TYPE_9));
    }

    @Test
    void histogram() {
        Histogram histogram = Histogram.of(new double[] {1, 2, 2, 3, 7, 9}, 4);
        assertThat(histogram.edges()).containsExactly(1, 3, 5, 7, 9);
        int[] counts = histogram.counts();
        MethodPage.of("histogram")
                .prints("3", counts[0])
                .prints("1", counts[1])
                .prints("0", counts[2])
                .prints("2", counts[3])
                .prints("3", Histogram.advisedBins(ONE_TO_TEN, 50));
    }

    @Test
    void covariance() {
        double[][] percent = {{1, 2}, {2, 1}, {3, 6}};
        double[][] sample = Covariance.sample(percent);
        MethodPage.of("covariance")
                .prints("1.0", sample[0][0])
                .prints("7.0", sample[1][1])
                .prints("2.0", sample[0][1])
                .prints("0.756", Covariance.toCorrelation(sample)[0][1])
                .prints("1.333", Covariance.population(percent)[0][1])
                .prints("7.667", Covariance.exponentiallyWeighted(percent, 0.94)[0][1]);
    }

    @Test
    void correlation() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {2, 1, 4, 3, 20};
        double pearson = Correlation.pearson(x, y);
        MethodPage.of("correlation")
                .prints("0.760", pearson)
                .prints("0.80", Correlation.spearman(x, y))
                .prints("0.60", Correlation.kendall(x, y))
                .prints("13.6 %", Correlation.pValue(pearson, 5));
    }

    @Test
    void shrinkage() {
        double[][] percent = {{2, 1}, {-2, -3}, {1, 4}, {-1, -2}};
        double[][] sample = Covariance.population(percent);
        Shrinkage ledoitWolf = Shrinkage.ledoitWolf(percent);
        MethodPage.of("shrinkage")
                .prints("2.50", sample[0][0])
                .prints("7.50", sample[1][1])
                .prints("3.50", sample[0][1])
                .prints("0.270", ledoitWolf.intensity())
                .prints("2.55", ledoitWolf.covariance()[0][1])
                .prints("3.18", ledoitWolf.covariance()[0][0])
                .prints("6.82", ledoitWolf.covariance()[1][1])
                .prints("1.00", Shrinkage.oracleApproximating(percent).intensity());
    }

    @Test
    void correlationRepair() {
        double[][] contradictory = {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}};
        double[][] nearest = MatrixRepair.nearestCorrelation(contradictory);
        double[][] spectral = MatrixRepair.spectral(contradictory, 0);
        assertThat(MatrixRepair.isPositiveSemiDefinite(contradictory)).isFalse();
        assertThat(MatrixRepair.isPositiveSemiDefinite(nearest)).isTrue();
        MethodPage.of("correlation-repair")
                .prints("-0.414", SymmetricEigen.of(contradictory).values()[2])
                .prints("0.761", nearest[0][1])
                .prints("0.761", nearest[1][2])
                .prints("0.157", nearest[0][2])
                .prints("0.740", spectral[0][1])
                .prints("0.094", spectral[0][2]);
    }

    @Test
    void principalComponents() {
        PrincipalComponents components = PrincipalComponents.of(new double[][] {{0.04, 0.03}, {0.03, 0.04}});
        MethodPage.of("principal-components")
                .prints("0.07", components.variances()[0])
                .prints("0.01", components.variances()[1])
                .prints("0.7071", components.loadings(0)[0])
                .prints("0.7071", components.loadings(0)[1])
                .prints("87.5 %", components.explained()[0])
                .prints("12.5 %", components.explained()[1]);
    }

    @Test
    void regression() {
        LinearRegression line =
                LinearRegression.of(new double[] {1, 3, 2, 5, 4}, new double[][] {{1}, {2}, {3}, {4}, {5}});
        double[] errors = line.standardErrors();
        MethodPage.of("regression")
                .prints("0.80", line.coefficients()[1])
                .prints("0.60", line.coefficients()[0])
                .prints("0.64", line.rSquared())
                .prints("0.52", line.adjustedRSquared())
                .prints("0.346", errors[1])
                .prints("2.31", line.tStatistics(errors)[1])
                .prints("10.4 %", line.pValues(errors)[1])
                .prints("0.204", line.neweyWestErrors(0)[1])
                .prints("0.144", line.neweyWestErrors(1)[1]);
    }

    @Test
    void returns() {
        double[] prices = {100, 110, 99};
        double[] simple = Returns.simple(prices);
        MethodPage.of("returns")
                .prints("10.00 %", simple[0])
                .prints("-10.00 %", simple[1])
                .prints("-1.00 %", Returns.compounded(simple))
                .prints("9.53 %", Returns.logarithmic(prices)[0])
                .prints("-10.54 %", Returns.logarithmic(prices)[1])
                .prints("6.80 %", Returns.ofPortfolio(new double[][] {{0.10, 0.02}}, new double[] {0.6, 0.4})[0]);
    }

    @Test
    void priceAlignment() {
        double none = Double.NaN;
        CompletePrices prices = PricePanel.of(List.of("A", "B"), new int[] {1, 2, 3, 4, 5}, new double[][] {
                    {100, 102, none, 103, 104}, {50, none, none, 51, 52}
                })
                .completeCases();
        int[] monthEnds = IntStream.of(31, 60, 88)
                .map(day -> (int) LocalDate.ofYearDay(2024, day).toEpochDay())
                .toArray();
        MethodPage.of("price-alignment")
                .prints("2", prices.droppedDates())
                .prints("1", prices.blocking()[1])
                .prints("3.00 %", prices.simpleReturns()[0][0])
                .prints("2.00 %", prices.simpleReturns()[0][1])
                .prints("12", Frequency.of(monthEnds).periodsPerYear());
    }
}
