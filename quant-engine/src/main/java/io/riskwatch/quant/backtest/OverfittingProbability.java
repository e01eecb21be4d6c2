package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How likely it is that the best of many tried strategies is only the luckiest (PBO): how often the winner of one half of history
 * is below the median in the other half.
 *
 * <p>Combinatorially symmetric cross-validation: history is cut into S equal blocks; for each of the C(S, S/2) ways to choose half
 * of them, the winner n* in the chosen half gets its rank r (1 = worst, mean rank for ties) among the N strategies in the other
 * half, omega = r / (N + 1), logit = ln(omega / (1 - omega)). PBO is the share of logits at or below 0; near 0 is good, 1/2 is
 * what luck alone gives.
 *
 * <p>Source: D. Bailey, J. Borwein, M. López de Prado and Q. Zhu, "The probability of backtest overfitting", Journal of
 * Computational Finance 20(4) (2017).
 */
public final class OverfittingProbability {
    /** C(20, 10) = 184,756 halves; beyond, the cost grows fourfold with every two blocks. */
    public static final int MOST_BLOCKS = 20;

    private final double[] logits;
    private final double[] chosen;
    private final double[] tested;

    private OverfittingProbability(double[] logits, double[] chosen, double[] tested) {
        this.logits = logits;
        this.chosen = chosen;
        this.tested = tested;
    }

    /**
     * Runs the cross-validation; cost C(S, S/2) x periods x strategies.
     *
     * @param returns simple returns {@code double[periods][strategies]} of every strategy that was tried, at least two; the first
     *     periods mod blocks periods are left out
     * @param blocks S, even, from 2 to {@value #MOST_BLOCKS}; 16 in the paper
     * @param measure of a strategy's returns, greater is better, e.g. its Sharpe ratio; it sees blocks in their order of time
     */
    public static OverfittingProbability of(double[][] returns, int blocks, ToDoubleFunction<double[]> measure) {
        Candidates candidates = new Candidates(returns, measure);
        Arguments.within("blocks", blocks, 2, Math.min(MOST_BLOCKS, returns.length));
        if (blocks % 2 != 0) {
            throw new IllegalArgumentException("blocks must be even, was " + blocks);
        }
        int length = returns.length / blocks;
        int first = returns.length - length * blocks;
        int halves = (int) binomial(blocks);
        double[] logits = new double[halves];
        double[] chosen = new double[halves];
        double[] tested = new double[halves];
        int k = 0;
        for (int half = 0; half < 1 << blocks; half++) {
            if (Integer.bitCount(half) == blocks / 2) {
                int mask = half;
                double[] inside = candidates.scores(first, returns.length, t -> isIn(mask, (t - first) / length));
                double[] outside = candidates.scores(first, returns.length, t -> !isIn(mask, (t - first) / length));
                int best = Candidates.best(inside);
                double rank = rank(outside, best);
                logits[k] = Math.log(rank / (outside.length + 1 - rank));
                chosen[k] = inside[best];
                tested[k] = outside[best];
                k++;
            }
        }
        return new OverfittingProbability(logits, chosen, tested);
    }

    private static boolean isIn(int mask, int block) {
        return (mask >> block & 1) == 1;
    }

    private static long binomial(int blocks) {
        long ways = 1;
        for (int i = 1; i <= blocks / 2; i++) {
            ways = ways * (blocks / 2 + i) / i;
        }
        return ways;
    }

    private static double rank(double[] scores, int of) {
        double rank = 0.5;
        for (double score : scores) {
            rank += score < scores[of] ? 1 : score == scores[of] ? 0.5 : 0;
        }
        return rank;
    }

    /** The probability of overfitting, in [0, 1]. */
    public double value() {
        return share(logits, Double.MIN_VALUE);
    }

    /** Share of halves in which the winner's measure in the other half was below 0, in [0, 1]. */
    public double probabilityOfLoss() {
        return share(tested, 0);
    }

    /**
     * Slope of the winner's measure in the other half on its measure in the chosen half (least squares): below 0, choosing the
     * better made it worse. Undefined where the winner's measure is always the same.
     */
    public double degradation() {
        double meanChosen = Arrays.stream(chosen).average().orElseThrow();
        double meanTested = Arrays.stream(tested).average().orElseThrow();
        double squares = 0;
        double products = 0;
        for (int k = 0; k < chosen.length; k++) {
            squares += (chosen[k] - meanChosen) * (chosen[k] - meanChosen);
            products += (chosen[k] - meanChosen) * (tested[k] - meanTested);
        }
        if (squares <= 1e-24 * chosen.length * meanChosen * meanChosen) {
            throw new UndefinedMeasureException("degradation has no value: the winner's measure never varies");
        }
        return products / squares;
    }

    /** The logit of each half, in no order of meaning. */
    public double[] logits() {
        return logits.clone();
    }

    private static double share(double[] values, double below) {
        return (double) Arrays.stream(values).filter(v -> v < below).count() / values.length;
    }
}
