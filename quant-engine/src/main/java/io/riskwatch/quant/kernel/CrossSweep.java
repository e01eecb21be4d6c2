package io.riskwatch.quant.kernel;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Every pair of a fast and a slow moving average traded over the same bars: decided on the close, filled at the next open.
 *
 * <p>Staging: the averages once per window ({@link RollingMeans}); the slow ones laid side by side, as many as a vector has lanes;
 * then each fast one walks through the bars against a vector of slow ones. Whoever changes sides is rare and handled apart; so is a
 * new greatest drawdown, the only division besides the return's.
 *
 * <p>Accuracy against the plain loop over one pair: decisions equal, since both use the same averages; equity to 1e-14 relative
 * per trade, sums of returns to 1e-15 absolute per bar. Cost: fast x slow x bars.
 */
public final class CrossSweep {
    private static final int FIGURES = 5;

    private final Market market;
    private final int[] slow;
    private final int lanes;
    private final double[][] slowMeans;
    private final double[] figures;

    /** What is traded and at which costs; its arrays are shared, not copied. */
    public static final class Market {
        private final double[] opens;
        private final double[] closes;
        private final double commission;
        private final double slippage;
        private final boolean shortBelow;

        /**
         * A market.
         *
         * @param opens prices at which the decisions of the bar before are filled
         * @param closes prices on which decisions are made; as many
         * @param commission share of the traded value
         * @param slippage share by which a purchase is filled above, a sale below the open
         * @param shortBelow whether to owe units while the fast average is below the slow one; otherwise nothing is held
         */
        public Market(double[] opens, double[] closes, double commission, double slippage, boolean shortBelow) {
            this.opens = opens;
            this.closes = closes;
            this.commission = commission;
            this.slippage = slippage;
            this.shortBelow = shortBelow;
        }

        double[] closes() {
            return closes;
        }

        boolean shortBelow() {
            return shortBelow;
        }

        /** Money per unit that a purchase at this open takes, commission included. */
        double buying(int bar) {
            return opens[bar] * (1 + slippage) * (1 + commission);
        }

        /** Money per unit that a sale at this open brings, commission deducted. */
        double selling(int bar) {
            return opens[bar] * (1 - slippage) * (1 - commission);
        }

        /** Units, below 0, per money of equity when the side below is taken at this open. */
        double shorting(int bar) {
            return shortBelow ? -1 / (opens[bar] * (1 - slippage) * (1 + commission)) : 0;
        }

        /** Cash per money of equity after a short position was opened. */
        double cashOfShort() {
            return 1 + (1 - commission) / (1 + commission);
        }
    }

    private CrossSweep(Market market, int fastWindows, int[] slow, int lanes) {
        this.market = market;
        this.slow = slow;
        this.lanes = lanes;
        this.slowMeans = new double[(slow.length + lanes - 1) / lanes][];
        this.figures = new double[fastWindows * slowMeans.length * FIGURES * lanes];
    }

    /** Runs all pairs, those too whose fast window is not shorter than the slow one; the caller leaves them out. */
    public static CrossSweep run(Market market, int[] fast, int[] slow, int threads) {
        return run(market, fast, slow, threads, Lanes.vectorised());
    }

    static CrossSweep run(Market market, int[] fast, int[] slow, int threads, boolean vectorised) {
        CrossSweep sweep = new CrossSweep(market, fast.length, slow, vectorised ? VectorCross.lanes() : 1);
        RollingMeans means = RollingMeans.of(market.closes());
        IntConsumer interleave = group -> sweep.slowMeans[group] = sweep.sideBySide(means, group);
        Blocks.run(sweep.slowMeans.length, threads, () -> interleave, Blocks.Watch.NONE);
        IntConsumer walk = row -> sweep.walk(means, fast[row], row, vectorised);
        Blocks.run(fast.length, threads, () -> walk, Blocks.Watch.NONE);
        return sweep;
    }

    /** The slow averages of a group, bar by bar, lane by lane; NaN in the lanes that are left over. */
    private double[] sideBySide(RollingMeans means, int group) {
        int bars = market.closes().length;
        double[] one = new double[bars];
        double[] all = new double[bars * lanes];
        Arrays.fill(all, Double.NaN);
        for (int lane = 0; lane < lanes && group * lanes + lane < slow.length; lane++) {
            means.fill(slow[group * lanes + lane], one);
            for (int t = 0; t < bars; t++) {
                all[t * lanes + lane] = one[t];
            }
        }
        return all;
    }

    private void walk(RollingMeans means, int fast, int row, boolean vectorised) {
        double[] fastMeans = new double[market.closes().length];
        means.fill(fast, fastMeans);
        for (int group = 0; group < slowMeans.length; group++) {
            int last = Math.min(slow.length, (group + 1) * lanes);
            int first = Integer.MAX_VALUE;
            for (int k = group * lanes; k < last; k++) {
                first = slow[k] > fast ? Math.min(first, slow[k]) : first;
            }
            if (first < fastMeans.length) {
                int at = (row * slowMeans.length + group) * FIGURES * lanes;
                if (vectorised) {
                    VectorCross.walk(market, fastMeans, slowMeans[group], first, figures, at);
                } else {
                    ScalarCross.walk(market, fastMeans, slowMeans[group], first, figures, at);
                }
            }
        }
    }

    /** Money at the last close per money at the beginning. */
    public double wealth(int fastIndex, int slowIndex) {
        return figure(fastIndex, slowIndex, 0);
    }

    /** Sum of the simple returns from close to close. */
    public double sum(int fastIndex, int slowIndex) {
        return figure(fastIndex, slowIndex, 1);
    }

    /** Sum of their squares. */
    public double sumOfSquares(int fastIndex, int slowIndex) {
        return figure(fastIndex, slowIndex, 2);
    }

    /** Least ratio of the equity to its highest value so far; 0 or less where the equity was lost. */
    public double leastOfPeak(int fastIndex, int slowIndex) {
        return figure(fastIndex, slowIndex, 3);
    }

    /** Positions that were opened and closed. */
    public int trades(int fastIndex, int slowIndex) {
        return (int) figure(fastIndex, slowIndex, 4);
    }

    private double figure(int fastIndex, int slowIndex, int which) {
        int group = slowIndex / lanes;
        return figures[((fastIndex * slowMeans.length + group) * FIGURES + which) * lanes + slowIndex % lanes];
    }
}
