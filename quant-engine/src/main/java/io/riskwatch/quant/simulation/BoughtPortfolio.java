package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.kernel.Balance;
import io.riskwatch.quant.kernel.Blocks;
import io.riskwatch.quant.kernel.CorrelatedGrowth;
import io.riskwatch.quant.kernel.OrderStatistics;
import io.riskwatch.quant.kernel.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Several assets in correlated Brownian motion, bought once and left to drift: the fan of the portfolio's value over time.
 *
 * <p>Only the reported dates are simulated: a step from one to the next is exact in distribution whatever its length, so k dates cost
 * k normals per asset and path. A portfolio brought back to its weights every day is ONE asset (drift w'mu, volatility
 * sqrt(w'Sw)) to first order in the step: take {@link GeometricBrownianMotion}.
 *
 * <p>Memory: paths x dates x 4 bytes, never paths x steps. Accuracy: {@link CorrelatedGrowth}.
 */
public final class BoughtPortfolio {
    private final List<GeometricBrownianMotion> assets;
    private final CorrelationRoot root;
    private final double[] weights;

    /** The portfolio's simulated values at each reported date. */
    public static final class Fan {
        private final List<SimulatedValues> dates;

        private Fan(List<SimulatedValues> dates) {
            this.dates = dates;
        }

        /** Number of reported dates. */
        public int dates() {
            return dates.size();
        }

        /** All values of one date. */
        public SimulatedValues at(int date) {
            return dates.get(date);
        }

        /**
         * The quantiles of every date.
         *
         * @param probabilities ascending, in [0, 1]
         * @return {@code double[dates][probabilities]}, exact order statistics interpolated as type 7
         */
        public double[][] quantiles(double... probabilities) {
            OrderStatistics selection = new OrderStatistics();
            double[][] fan = new double[dates.size()][];
            for (int date = 0; date < fan.length; date++) {
                fan[date] = dates.get(date).quantiles(selection, probabilities);
            }
            return fan;
        }
    }

    private BoughtPortfolio(List<GeometricBrownianMotion> assets, CorrelationRoot root, double[] weights) {
        this.assets = List.copyOf(assets);
        this.root = root;
        this.weights = weights;
    }

    /**
     * A portfolio.
     *
     * @param assets how each moves alone
     * @param correlation of their log returns, symmetric positive semi-definite, ones on the diagonal
     * @param weights value of each holding at the start, of either sign, one per asset; the portfolio's value is their sum
     */
    public static BoughtPortfolio of(List<GeometricBrownianMotion> assets, double[][] correlation, double[] weights) {
        CorrelationRoot root = CorrelationRoot.of(correlation);
        Arguments.sameLength("assets", assets.size(), "correlation", root.size());
        Arguments.sameLength("assets", assets.size(), "weights", weights.length);
        Arguments.series("weights", weights, 1);
        return new BoughtPortfolio(assets, root, weights.clone());
    }

    /**
     * Simulates the values at equally spaced dates.
     *
     * @param years between two dates, greater than 0
     * @param dates how many, at least 1
     * @param paths at least 2; paths x dates at most 2^27 (512 MB)
     * @param run moment matching is refused here: it is offered where one normal per step drives the paths
     */
    public Fan simulate(double years, int dates, int paths, SimulationRun run) {
        Arguments.positive("years", years);
        Arguments.atLeast("dates", dates, 1);
        PathBlocks.requireMemory(paths, dates);
        for (int i = 0; i < weights.length; i++) {
            PathBlocks.requireFloatRange("assets[" + i + "]", assets.get(i), weights[i], years * dates);
        }
        Balance balance = run.reduction().balance();
        if (balance == Balance.MATCHED) {
            throw new IllegalArgumentException("reduction must be NONE or ANTITHETIC for several assets, was "
                    + VarianceReduction.MOMENT_MATCHING);
        }
        int blocks = PathBlocks.of(paths);
        float[][] values = new float[dates][blocks * PathBlocks.SIZE];
        Blocks.run(blocks, run.threads(), () -> worker(years, values, balance, run.seed()), run.watch());
        return new Fan(Arrays.stream(values)
                .map(date -> new SimulatedValues(date, paths))
                .toList());
    }

    private IntConsumer worker(double years, float[][] values, Balance balance, long seed) {
        RandomStream stream = new RandomStream();
        CorrelatedGrowth growth = growth(years);
        return block -> {
            stream.begin(seed, block);
            int first = block * PathBlocks.SIZE;
            for (int tile = first; tile < first + PathBlocks.SIZE; tile += CorrelatedGrowth.TILE) {
                growth.begin();
                for (float[] date : values) {
                    growth.step(stream, balance == Balance.MIRRORED, date, tile);
                }
            }
        };
    }

    private CorrelatedGrowth growth(double years) {
        int n = assets.size();
        double[][] covarianceRoot = new double[n][n];
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            double deviation = assets.get(i).volatility() * Math.sqrt(years);
            means[i] = assets.get(i).logDrift() * years;
            for (int k = 0; k <= i; k++) {
                covarianceRoot[i][k] = deviation * root.at(i, k);
            }
        }
        return new CorrelatedGrowth(covarianceRoot, means, weights);
    }
}
