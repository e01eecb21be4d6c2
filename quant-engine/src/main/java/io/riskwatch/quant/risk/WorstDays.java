package io.riskwatch.quant.risk;

import io.riskwatch.quant.kernel.DenseVector;
import io.riskwatch.quant.kernel.LowestValues;
import io.riskwatch.quant.kernel.ReturnEstimates;
import io.riskwatch.quant.kernel.RowProducts;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The lowest returns of every portfolio of a book, block by block: estimates in single precision of the days that the average portfolio
 * leaves over, the days whose estimate leaves them the chance to be among the lowest, and the returns of these in double precision.
 */
final class WorstDays {
    /** Days whose rows are in the first-level cache at once. */
    private static final int TOGETHER = 8;

    /** A return by the product of matrices costs this part of one computed alone. */
    private static final int DENSE = 2;

    private final double[][] returns;
    private final double[][] weights;
    private final int count;
    private final double[] magnitudes;
    private final AveragePortfolio average;
    private final ReturnEstimates estimates;

    /** Takes what was found of a portfolio: its lowest returns, ascending, of so many. */
    interface Report {
        void lowest(int portfolio, double[] ascending, int observations);
    }

    /**
     * Prepares the estimates.
     *
     * @param returns {@code double[observations][assets]}, shared
     * @param largest the largest of their magnitudes
     * @param weights {@code double[portfolios][assets]}, shared
     * @param count how many of the lowest are wanted
     */
    WorstDays(double[][] returns, double largest, double[][] weights, int count) {
        this.weights = weights;
        this.count = count;
        this.magnitudes = new double[weights.length];
        for (int p = 0; p < weights.length; p++) {
            magnitudes[p] = sumOfMagnitudes(weights[p]);
        }
        this.average = new AveragePortfolio(returns, largest, weights, magnitudes, ReturnEstimates.panel());
        this.returns = average.rows();
        this.estimates = ReturnEstimates.of(this.returns, largest);
    }

    private static double sumOfMagnitudes(double[] weights) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < weights.length - 1; i += 2) {
            even += Math.abs(weights[i]);
            odd += Math.abs(weights[i + 1]);
        }
        double sum = even + odd + (weights.length % 2 == 1 ? Math.abs(weights[weights.length - 1]) : 0);
        return sum > 0 ? sum : 1;
    }

    /** Number of blocks of portfolios. */
    int blocks() {
        return (weights.length + ReturnEstimates.BLOCK - 1) / ReturnEstimates.BLOCK;
    }

    /** One thread's worker, which finds the lowest returns of the portfolios of a block. */
    IntConsumer worker(Report report) {
        float[][] estimated = new float[ReturnEstimates.BLOCK][estimates.room()];
        LowestValues lowest = new LowestValues(returns.length);
        int[] places = new int[returns.length + LowestValues.SPARE];
        long[] wanted = new long[returns.length];
        Exact exact = new Exact();
        return block -> {
            int from = block * ReturnEstimates.BLOCK;
            int to = Math.min(weights.length, from + ReturnEstimates.BLOCK);
            int panels = 1;
            for (int p = from; p < to; p++) {
                panels = Math.max(panels, average.panels(weights[p], magnitudes[p], count));
            }
            int days = Math.min(returns.length, panels * ReturnEstimates.panel());
            estimates.estimate(weights, from, to, magnitudes, panels, estimated);
            Arrays.fill(wanted, 0);
            for (int p = from; p < to; p++) {
                int found = lowest.places(estimated[p - from], days, count - 1, 2 * estimates.error(), places);
                for (int k = 0; k < found; k++) {
                    wanted[places[k]] |= 1L << (p - from);
                }
            }
            exact.report(from, to, wanted, report);
        };
    }

    /** The exact returns of one block's portfolios after another's, on the days each of them wants. */
    private final class Exact {
        private final double[][] found = new double[ReturnEstimates.BLOCK][2 * count + 2 * TOGETHER];
        private final int[] counts = new int[ReturnEstimates.BLOCK];
        private final int[][] waiting = new int[ReturnEstimates.BLOCK][2 * TOGETHER];
        private final int[] waits = new int[ReturnEstimates.BLOCK];
        private final int[] days = new int[returns.length];
        private final double[][] chosen = new double[returns.length][];
        private final RowProducts products = new RowProducts();

        /**
         * Where portfolios share most of their days, as those that are long in one market do, all of the block's on all of its days by
         * a product of matrices; else each on its own days.
         *
         * @param wanted by day, a bit for each portfolio from {@code from} on
         */
        void report(int from, int to, long[] wanted, Report report) {
            int shared = 0;
            long pairs = 0;
            for (int t = 0; t < wanted.length; t++) {
                if (wanted[t] != 0) {
                    days[shared++] = t;
                    pairs += Long.bitCount(wanted[t]);
                }
            }
            if (RowProducts.work(to - from, shared) <= DENSE * pairs) {
                together(from, to, shared, wanted);
            } else {
                oneByOne(from, to, shared, wanted);
            }
            for (int p = 0; p < to - from; p++) {
                Arrays.sort(found[p], 0, counts[p]);
                report.lowest(from + p, found[p], wanted.length);
                counts[p] = 0;
            }
        }

        private void together(int from, int to, int shared, long[] wanted) {
            for (int k = 0; k < shared; k++) {
                chosen[k] = returns[days[k]];
            }
            for (int p = 0; p < to - from; p++) {
                room(p, shared);
            }
            products.of(weights, from, to, chosen, shared, found);
            for (int p = 0; p < to - from; p++) {
                double[] row = found[p];
                int kept = 0;
                for (int k = 0; k < shared; k++) {
                    row[kept] = row[k];
                    kept += (int) (wanted[days[k]] >>> p & 1);
                }
                counts[p] = kept;
            }
        }

        /** A few days at a time, whose rows stay in the first-level cache while the portfolios pass by. */
        private void oneByOne(int from, int to, int shared, long[] wanted) {
            for (int first = 0; first < shared; first += TOGETHER) {
                int some = Math.min(TOGETHER, shared - first);
                for (int p = 0; p < to - from; p++) {
                    enqueue(p, first, some, wanted);
                    compute(p, weights[from + p], first + some == shared ? waits[p] : waits[p] / 4 * 4);
                }
            }
        }

        private void room(int p, int more) {
            if (found[p].length < counts[p] + more) {
                found[p] = Arrays.copyOf(found[p], 2 * found[p].length + more);
            }
        }

        private void enqueue(int p, int from, int some, long[] wanted) {
            for (int k = from; k < from + some; k++) {
                waiting[p][waits[p]] = days[k];
                waits[p] += (int) (wanted[days[k]] >>> p & 1);
            }
        }

        /** The first of those that wait; four cost as much as one. */
        private void compute(int p, double[] weights, int first) {
            room(p, 2 * TOGETHER);
            DenseVector.dots(weights, returns, waiting[p], first, found[p], counts[p]);
            counts[p] += first;
            waits[p] -= first;
            System.arraycopy(waiting[p], first, waiting[p], 0, waits[p]);
        }
    }
}
