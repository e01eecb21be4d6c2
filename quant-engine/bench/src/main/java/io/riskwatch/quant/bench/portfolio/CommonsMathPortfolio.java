package io.riskwatch.quant.bench.portfolio;

import static io.riskwatch.quant.bench.portfolio.FiftyAssets.ASSETS;
import static io.riskwatch.quant.bench.portfolio.FiftyAssets.DAYS;
import static io.riskwatch.quant.bench.portfolio.FiftyAssets.PROBABILITIES;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.random.CorrelatedRandomVectorGenerator;
import org.apache.commons.math3.random.GaussianRandomGenerator;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** As one writes it with commons-math3: a correlated vector per day, an exponential per asset, percentiles of each day. */
public final class CommonsMathPortfolio implements Contender {
    private static final int PATHS = 500;

    @Override
    public double scale() {
        return 200;
    }

    @Override
    public int warmUps() {
        return 2;
    }

    @Override
    public String run(Stopwatch watch) {
        double[][] values = new double[DAYS][PATHS];
        watch.kernel(() -> simulate(values));
        double[][] fan = new double[DAYS][PROBABILITIES.length];
        for (int day = 0; day < DAYS; day++) {
            Percentile percentile = new Percentile();
            percentile.setData(values[day]);
            for (int i = 0; i < PROBABILITIES.length; i++) {
                fan[day][i] = percentile.evaluate(100 * PROBABILITIES[i]);
            }
        }
        return String.format(
                Locale.ROOT,
                "mean %.5f p5 %.5f p50 %.5f",
                Arrays.stream(values[DAYS - 1]).average().orElseThrow(),
                fan[DAYS - 1][1],
                fan[DAYS - 1][3]);
    }

    private static void simulate(double[][] values) {
        double[][] covariance = new double[ASSETS][ASSETS];
        double[] means = new double[ASSETS];
        for (int i = 0; i < ASSETS; i++) {
            double volatility = FiftyAssets.volatility(i);
            means[i] = (FiftyAssets.drift(i) - 0.5 * volatility * volatility) / DAYS;
            for (int j = 0; j < ASSETS; j++) {
                covariance[i][j] = FiftyAssets.correlation(i, j) * volatility * FiftyAssets.volatility(j) / DAYS;
            }
        }
        CorrelatedRandomVectorGenerator generator = new CorrelatedRandomVectorGenerator(
                means,
                new Array2DRowRealMatrix(covariance),
                1e-12,
                new GaussianRandomGenerator(new MersenneTwister(42)));
        double[] holdings = new double[ASSETS];
        for (int path = 0; path < PATHS; path++) {
            Arrays.fill(holdings, 1.0 / ASSETS);
            for (int day = 0; day < DAYS; day++) {
                double[] returns = generator.nextVector();
                double value = 0;
                for (int i = 0; i < ASSETS; i++) {
                    holdings[i] *= Math.exp(returns[i]);
                    value += holdings[i];
                }
                values[day][path] = value;
            }
        }
    }
}
