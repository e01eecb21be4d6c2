package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.kernel.Blocks;
import io.riskwatch.quant.kernel.DenseVector;
import io.riskwatch.quant.kernel.LowestValues;
import io.riskwatch.quant.kernel.ReturnEstimates;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Historical value at risk and expected shortfall of many portfolios of the same assets at once: a whole book in the time
 * a loop over {@link TailRisk#historical} takes for a few of them.
 *
 * <p>Portfolio p earned r_pt = sum over i of w_pi r_ti on day t, at constant weights. Its value at risk is minus the type 7
 * quantile of these ({@link ValueAtRisk#historical}), its expected shortfall the mean beyond with the atom split
 * ({@link ExpectedShortfall#historical}); both one-period fractions, positive for a loss.
 *
 * <p>A matrix product in single precision with a proven bound on its error shows which days can be among the worst; their
 * returns are then computed in double precision, so that the figures agree with the definitions above to 1e-12 of the largest
 * return times the sum of the weights' magnitudes. They are the same to the last bit for any number of threads. Cost portfolios x
 * assets x observations single-precision multiply-adds; memory: the returns in single precision, and
 * {@value ReturnEstimates#BLOCK} portfolios' estimates per thread.
 */
public final class PortfolioTails {
    private final double[] confidences;
    private final double[][] valuesAtRisk;
    private final double[][] shortfalls;

    private PortfolioTails(double[] confidences, int portfolios) {
        this.confidences = confidences;
        this.valuesAtRisk = new double[portfolios][confidences.length];
        this.shortfalls = new double[portfolios][confidences.length];
    }

    /** {@link #historical(double[][], double[][], double[], int)} on the caller's thread alone. */
    public static PortfolioTails historical(double[][] returns, double[][] weights, double... confidences) {
        return historical(returns, weights, confidences, 1);
    }

    /**
     * The tails of every portfolio.
     *
     * @param returns simple returns of one period, {@code double[observations][assets]}, at least two rows
     * @param weights {@code double[portfolios][assets]}; any sign and sum, what is missing to 1 is cash that earns nothing
     * @param confidences each in (0, 1), e.g. 0.95 and 0.99
     * @param threads at least 1
     */
    public static PortfolioTails historical(double[][] returns, double[][] weights, double[] confidences, int threads) {
        Arguments.matrix("returns", returns, 2);
        Arguments.matrix("weights", weights, 1);
        Arguments.sameLength("returns[0]", returns[0].length, "weights[0]", weights[0].length);
        Arguments.series("confidences", confidences, 1);
        Arguments.atLeast("threads", threads, 1);
        int worst = 0;
        for (double confidence : confidences) {
            Arguments.confidence(confidence);
            worst = Math.max(worst, ExpectedShortfall.observationsIn(returns.length, confidence));
        }
        PortfolioTails tails = new PortfolioTails(confidences.clone(), weights.length);
        WorstDays days = new WorstDays(returns, weights, worst);
        int blocks = (weights.length + ReturnEstimates.BLOCK - 1) / ReturnEstimates.BLOCK;
        Blocks.run(blocks, threads, () -> days.worker(tails), Blocks.Watch.NONE);
        return tails;
    }

    /** From the lowest of n returns, ascending. */
    private void record(int portfolio, double[] ascending, int n) {
        for (int c = 0; c < confidences.length; c++) {
            valuesAtRisk[portfolio][c] =
                    -Quantile.ofLowest(ascending, n, 1 - confidences[c], QuantileType.TYPE_7) + 0.0;
            shortfalls[portfolio][c] = ExpectedShortfall.ofLowest(ascending, n, confidences[c]);
        }
    }

    public int portfolios() {
        return valuesAtRisk.length;
    }

    /** The value at risk of a portfolio at a confidence, both by their position among the arguments, counted from 0. */
    public double valueAtRisk(int portfolio, int confidence) {
        return at(valuesAtRisk, portfolio, confidence);
    }

    /** The expected shortfall of a portfolio at a confidence, both by position. */
    public double expectedShortfall(int portfolio, int confidence) {
        return at(shortfalls, portfolio, confidence);
    }

    /** Both of a portfolio at a confidence, as a report shows them. */
    public TailRisk tail(int portfolio, int confidence) {
        double valueAtRisk = valueAtRisk(portfolio, confidence);
        double shortfall = expectedShortfall(portfolio, confidence);
        return new TailRisk(confidences[confidence], 1, valueAtRisk, shortfall, Scaling.over(1));
    }

    private double at(double[][] figures, int portfolio, int confidence) {
        Arguments.position("portfolio", portfolio, figures.length);
        Arguments.position("confidence", confidence, confidences.length);
        return figures[portfolio][confidence];
    }

    /** The lowest returns of every portfolio, found among those whose estimate leaves them the chance to be. */
    private static final class WorstDays {
        private final double[][] returns;
        private final double[][] weights;
        private final int count;
        private final double[] magnitudes;
        private final ReturnEstimates estimates;

        WorstDays(double[][] returns, double[][] weights, int count) {
            this.returns = returns;
            this.weights = weights;
            this.count = count;
            this.magnitudes = new double[weights.length];
            for (int p = 0; p < weights.length; p++) {
                magnitudes[p] = sumOfMagnitudes(weights[p]);
            }
            double largest = 0;
            for (double[] row : returns) {
                largest = Math.max(largest, DenseVector.largestMagnitude(row, row.length));
            }
            this.estimates = ReturnEstimates.of(returns, largest);
        }

        private static double sumOfMagnitudes(double[] weights) {
            double sum = 0;
            for (double weight : weights) {
                sum += Math.abs(weight);
            }
            return sum > 0 ? sum : 1;
        }

        IntConsumer worker(PortfolioTails tails) {
            float[][] estimated = new float[ReturnEstimates.BLOCK][estimates.room()];
            LowestValues lowest = new LowestValues(returns.length);
            int[] days = new int[returns.length + 3];
            double[] exact = new double[returns.length + 3];
            return block -> {
                int from = block * ReturnEstimates.BLOCK;
                int to = Math.min(weights.length, from + ReturnEstimates.BLOCK);
                estimates.estimate(weights, from, to, magnitudes, estimated);
                for (int p = from; p < to; p++) {
                    float threshold = lowest.ofRank(estimated[p - from], returns.length, count - 1);
                    int found = candidates(estimated[p - from], threshold + 2 * estimates.error(), days);
                    DenseVector.dots(weights[p], returns, days, found, exact);
                    Arrays.sort(exact, 0, found);
                    tails.record(p, exact, returns.length);
                }
            };
        }

        /** The days whose estimate is at most this: the count lowest are among them. */
        private int candidates(float[] estimated, double threshold, int[] days) {
            float most = Math.nextUp((float) threshold);
            int found = 0;
            for (int t = 0; t < returns.length; t++) {
                days[found] = t;
                found += estimated[t] <= most ? 1 : 0;
            }
            return found;
        }
    }
}
