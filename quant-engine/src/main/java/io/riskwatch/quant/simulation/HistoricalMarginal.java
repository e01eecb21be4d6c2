package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;
import java.util.Arrays;

/** An asset that moves alone as it did in the past: the type 7 quantile of its historical returns, whatever the period's length. */
public final class HistoricalMarginal implements Marginal {
    private final double[] ascending;

    private HistoricalMarginal(double[] ascending) {
        this.ascending = ascending;
    }

    /**
     * The distribution of these returns.
     *
     * @param returns at least two simple returns of periods as long as those to be simulated; sorting costs O(n log n)
     */
    public static HistoricalMarginal of(double[] returns) {
        double[] ascending = Arguments.simpleReturns("returns", returns, 2).clone();
        Arrays.sort(ascending);
        return new HistoricalMarginal(ascending);
    }

    @Override
    public double returnAt(double probability, double years) {
        return Quantile.ofSorted(ascending, probability, QuantileType.TYPE_7);
    }
}
