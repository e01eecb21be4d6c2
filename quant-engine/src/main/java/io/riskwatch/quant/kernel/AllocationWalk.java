package io.riskwatch.quant.kernel;

/**
 * Rebalanced allocations led through the same returns, as many side by side as a vector has lanes.
 *
 * <p>Values drift without being divided back to weights: a band is tested by |v - target x V| > tolerance x V, where V is the sum of
 * the values. One division per period and vector is left, of V by its predecessor. Rounding could decide a band otherwise than
 * weights would, and extreme values could leave the range of doubles: {@link #isDoubtful} says where that is possible, and the
 * caller then computes the plain way.
 *
 * <p>Accuracy where nothing is doubtful: 1e-16 relative per period against the walk of weights. Cost: assets x periods x variants.
 */
public final class AllocationWalk {
    static final int FIGURES = 8;
    static final double DOUBT = 1e-11;

    private static final double LEAST_VALUE = 1e-200;
    private static final double MOST_VALUE = 1e200;

    private final double[] figures;
    private final int lanes;

    /**
     * What is led through the returns; arrays are shared, not copied. All but the growths are laid lanes side by side.
     *
     * @param growths 1 + simple return, period by period, assets side by side
     * @param targets asset by asset
     * @param everyPeriods rebalancing after so many, infinity for never
     * @param tolerances of the bands, infinity for none
     * @param shifts near the mean returns: what deviations are counted from
     * @param costRate share of the traded value
     * @param entryCosts whether the first purchase costs something
     */
    @SuppressWarnings("ArrayRecordComponent") // an argument bundle, never compared
    public record Variants(
            double[] growths,
            double[] targets,
            double[] everyPeriods,
            double[] tolerances,
            double[] shifts,
            double costRate,
            boolean entryCosts) {
        int assets() {
            return targets.length / everyPeriods.length;
        }

        boolean hasBands() {
            for (double tolerance : tolerances) {
                if (tolerance < Double.POSITIVE_INFINITY) {
                    return true;
                }
            }
            return false;
        }
    }

    private AllocationWalk(int lanes) {
        this.lanes = lanes;
        this.figures = new double[FIGURES * lanes];
    }

    /** Number of variants in one walk. */
    public static int lanes() {
        return Lanes.vectorised() ? VectorAllocation.lanes() : 1;
    }

    /** Walks through all periods. An inner loop's step: arguments are not checked. */
    public static AllocationWalk through(Variants variants) {
        AllocationWalk walk = new AllocationWalk(variants.everyPeriods().length);
        if (walk.lanes == 1) {
            ScalarAllocation.walk(variants, walk.figures);
        } else {
            VectorAllocation.walk(variants, walk.figures);
        }
        return walk;
    }

    /** Money at the end per money at the beginning. */
    public double wealth(int lane) {
        return figures[lane];
    }

    /** Sum of the returns' deviations from the shift. */
    public double sum(int lane) {
        return figures[lanes + lane];
    }

    /** Sum of their squares. */
    public double sumOfSquares(int lane) {
        return figures[2 * lanes + lane];
    }

    /** Least ratio of the wealth to its highest value so far. */
    public double leastOfPeak(int lane) {
        return figures[3 * lanes + lane];
    }

    /** Sum of the turnovers, the first purchase included where it costs something. */
    public double turnover(int lane) {
        return figures[4 * lanes + lane];
    }

    /** Whether a weight came so near its band, or values so near the limits of doubles, that rounding could tell. */
    public boolean isDoubtful(int lane) {
        boolean clear = figures[5 * lanes + lane] > 0
                && figures[6 * lanes + lane] > LEAST_VALUE
                && figures[7 * lanes + lane] < MOST_VALUE;
        return !clear;
    }
}
