package io.riskwatch.quant.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GarchFitsTest {
    /** alpha and beta of the three starts. */
    private static final double[][] STARTS = {{0.09, 0.81}, {0.03, 0.96}, {0.1, 0.3}};

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ordinary,             1000, 0.08, 0.90, 0",
        "near-integrated,      1000, 0.05, 0.9495, 0",
        "strong reaction,      1000, 0.30, 0.699, 0",
        "constant variance,    1000, 0,    0, 0",
        "nearly constant,      1000, 0.01, 0.50, 0",
        "Student t,            1000, 0.08, 0.90, 4",
        "short,                 100, 0.10, 0.85, 0",
        "short and Student t,   150, 0.10, 0.80, 4"
    })
    void everySeriesReachesTheBestOfThreeStarts(String name, int periods, double alpha, double beta, int freedom) {
        double[][] returns = simulated(name.hashCode(), periods, 12, new double[] {alpha, beta}, freedom);
        GarchFits fits = GarchFits.of(returns);
        for (int s = 0; s < fits.size(); s++) {
            double[] column = column(returns, s);
            double reached = fits.model(s).logLikelihood(column);
            assertThat(reached).as("series %d: %s", s, fits.model(s)).isGreaterThan(bestOfThree(column) - 1e-3);
            assertThat(fits.model(s).persistence()).isLessThan(1);
        }
    }

    @Test
    void theNumberOfThreadsAndTheNeighboursChangeNothing() {
        double[][] returns = simulated(5, 400, 41, new double[] {0.08, 0.9}, 0);
        GarchFits one = GarchFits.of(returns, 1);
        for (int threads : new int[] {2, 7}) {
            GarchFits many = GarchFits.of(returns, threads);
            for (int s = 0; s < one.size(); s++) {
                assertThat(many.model(s)).isEqualTo(one.model(s));
            }
        }
        double[][] alone =
                Arrays.stream(returns).map(row -> new double[] {row[17]}).toArray(double[][]::new);
        assertThat(GarchFits.of(alone).model(0)).isEqualTo(one.model(17));
    }

    @Test
    void theUnitOfTheReturnsDoesNotMatter() {
        double[][] returns = simulated(6, 500, 3, new double[] {0.08, 0.9}, 0);
        double[][] percent = Arrays.stream(returns)
                .map(row -> Arrays.stream(row).map(r -> 100 * r).toArray())
                .toArray(double[][]::new);
        for (int s = 0; s < 3; s++) {
            Garch plain = GarchFits.of(returns).model(s);
            Garch scaled = GarchFits.of(percent).model(s);
            double difference = scaled.logLikelihood(column(percent, s)) + 500 * Math.log(100);
            assertThat(difference - plain.logLikelihood(column(returns, s))).isBetween(-1e-4, 1e-4);
        }
    }

    @Test
    void aConstantSeriesDoesNotEndTheFitOfTheRest() {
        double[][] returns = simulated(7, 300, 10, new double[] {0.08, 0.9}, 0);
        Arrays.stream(returns).forEach(row -> row[4] = 0.01);
        GarchFits fits = GarchFits.of(returns);
        assertThat(fits.failure(4)).contains("GARCH has no value: the returns never vary");
        assertThatThrownBy(() -> fits.model(4))
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessage("GARCH has no value: the returns never vary");
        assertThat(IntStream.range(0, 10).filter(s -> fits.failure(s).isEmpty()))
                .hasSize(9);
    }

    @Test
    void whatCannotBeFittedIsRefusedByName() {
        assertThatThrownBy(() -> GarchFits.of(new double[99][2]))
                .hasMessage("returns must have at least 100 rows, had 99");
        assertThatThrownBy(() -> GarchFits.of(new double[100][2], 0)).hasMessage("threads must be at least 1, was 0");
        double[][] broken = simulated(8, 100, 2, new double[] {0.08, 0.9}, 0);
        GarchFits fits = GarchFits.of(broken);
        assertThatThrownBy(() -> fits.model(2)).hasMessage("series must lie in [0, 1], was 2.0");
        assertThatThrownBy(() -> fits.failure(-1)).hasMessageContaining("series must lie in [0, 1]");
        broken[3][1] = Double.NaN;
        assertThatThrownBy(() -> GarchFits.of(broken)).hasMessage("returns[3][1] must be finite, was NaN");
    }

    @Test
    void volatilitiesOfManySeriesAreThoseOfEach() {
        double[][] returns = simulated(9, 120, 5, new double[] {0.08, 0.9}, 0);
        for (EwmaVolatility.Weighting weighting : EwmaVolatility.Weighting.values()) {
            double[] all = EwmaVolatility.ofEach(returns, 0.94, weighting);
            for (int s = 0; s < all.length; s++) {
                assertThat(all[s]).isEqualTo(EwmaVolatility.of(column(returns, s), 0.94, weighting));
            }
        }
        assertThatThrownBy(() -> EwmaVolatility.ofEach(returns, 1, EwmaVolatility.Weighting.NORMALISED))
                .hasMessageContaining("lambda must lie in (0, 1)");
    }

    /** The greatest log-likelihood that Nelder-Mead, restarted until it gains nothing, climbs to from three starts. */
    private static double bestOfThree(double[] returns) {
        double variance = Arrays.stream(returns).map(r -> r * r).average().orElseThrow();
        double best = Double.NEGATIVE_INFINITY;
        for (double[] start : STARTS) {
            double[] point = {0, 1 - start[0] - start[1], start[0], start[1]};
            double value = Double.NEGATIVE_INFINITY;
            for (int restart = 0; restart < 4; restart++) {
                var found = new SimplexOptimizer(new SimpleValueChecker(1e-12, 1e-8))
                        .optimize(
                                new MaxEval(20_000),
                                GoalType.MAXIMIZE,
                                new ObjectiveFunction(p -> likelihood(p, variance, returns)),
                                new InitialGuess(point),
                                new NelderMeadSimplex(new double[] {0.02, 0.02, 0.03, 0.05}));
                point = found.getPoint();
                if (found.getValue() - value < 1e-5) {
                    break;
                }
                value = found.getValue();
            }
            best = Math.max(best, likelihood(point, variance, returns));
        }
        return best;
    }

    private static double likelihood(double[] p, double variance, double[] returns) {
        if (p[1] <= 1e-12 || p[2] < 0 || p[3] < 0 || p[2] + p[3] > 1 - 1e-9) {
            return -1e300;
        }
        return new Garch(p[0] * Math.sqrt(variance), p[1] * variance, p[2], p[3]).logLikelihood(returns);
    }

    /** Returns of variance 1e-4; normal surprises, or Student t where degrees of freedom are given. */
    private static double[][] simulated(long seed, int periods, int series, double[] memory, int freedom) {
        Philox4x32 random = new Philox4x32(seed, 0);
        double[][] returns = new double[periods][series];
        for (int s = 0; s < series; s++) {
            Garch model = new Garch(0.0003, 1e-4 * (1 - memory[0] - memory[1]), memory[0], memory[1]);
            double variance = 1e-4;
            for (int t = 0; t < periods; t++) {
                double surprise = Math.sqrt(variance) * standard(random, freedom);
                returns[t][s] = model.mean() + surprise;
                variance = model.update(variance, surprise);
            }
        }
        return returns;
    }

    private static double standard(Philox4x32 random, int freedom) {
        double normal = Variates.normal(random);
        double chiSquare = 0;
        for (int i = 0; i < freedom; i++) {
            double one = Variates.normal(random);
            chiSquare += one * one;
        }
        return freedom == 0 ? normal : normal * Math.sqrt((freedom - 2) / chiSquare);
    }

    private static double[] column(double[][] matrix, int column) {
        return Arrays.stream(matrix).mapToDouble(row -> row[column]).toArray();
    }
}
