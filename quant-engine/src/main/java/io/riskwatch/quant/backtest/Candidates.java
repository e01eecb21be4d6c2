package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Returns of competing strategies, {@code double[periods][candidates]}, and how a measure judges them over some of the periods. */
final class Candidates {
    private final double[][] returns;
    private final ToDoubleFunction<double[]> measure;

    Candidates(double[][] returns, ToDoubleFunction<double[]> measure) {
        Arguments.matrix("returns", returns, 2);
        Arguments.atLeast("candidates", returns[0].length, 2);
        this.returns = returns;
        this.measure = measure;
    }

    /** The measure of each candidate over the periods of [from, to) that are wanted. */
    double[] scores(int from, int to, IntPredicate wanted) {
        int[] periods = IntStream.range(from, to).filter(wanted).toArray();
        double[] scores = new double[returns[0].length];
        double[] sample = new double[periods.length];
        for (int candidate = 0; candidate < scores.length; candidate++) {
            for (int k = 0; k < periods.length; k++) {
                sample[k] = returns[periods[k]][candidate];
            }
            scores[candidate] = measure.applyAsDouble(sample);
            if (!Double.isFinite(scores[candidate])) {
                throw new NumericalFailureException("measure of candidate " + candidate + " over " + periods.length
                        + " periods was " + scores[candidate]);
            }
        }
        return scores;
    }

    /** Index of the greatest score; the first of equals. */
    static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }
}
