package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.kernel.Blocks;
import io.riskwatch.quant.kernel.DenseVector;
import io.riskwatch.quant.kernel.ReturnEstimates;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;

/**
 * Historical value at risk and expected shortfall of many portfolios of the same assets at once: a whole book in the time
 * a loop over {@link TailRisk#historical} takes for a few of them.
 *
 * <p>Portfolio p earned r_pt = sum over i of w_pi r_ti on day t, at constant weights. Its value at risk is minus the type 7
 * quantile of these ({@link ValueAtRisk#historical}), its expected shortfall the mean beyond with the atom split
 * ({@link ExpectedShortfall#historical}); both one-period fractions, positive for a loss.
 *
 * <p>Days on which no portfolio can be among its worst, since all are near their average, are passed over; of the others a matrix product in
 * single precision with a proven bound on its error shows which can be among the worst; their returns are then computed in double precision, so that the figures agree with the definitions above to 1e-12 of the largest
 * return times the sum of the weights' magnitudes. They are the same to the last bit for any number of threads. Cost at most portfolios x
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
        double largest = largestMagnitude(returns);
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
        WorstDays days = new WorstDays(returns, largest, weights, worst);
        Blocks.run(days.blocks(), threads, () -> days.worker(tails::record), Blocks.Watch.NONE);
        return tails;
    }

    /** Of the returns, which are refused where one is not finite or the rows differ in length. */
    private static double largestMagnitude(double[][] returns) {
        double largest = 0;
        boolean rectangular = returns.length >= 2;
        for (double[] row : returns) {
            rectangular &= row.length > 0 && row.length == returns[0].length;
            largest = Math.max(largest, DenseVector.largestMagnitude(row, row.length));
        }
        if (!rectangular || !Double.isFinite(largest)) {
            Arguments.matrix("returns", returns, 2);
        }
        return largest;
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
}
