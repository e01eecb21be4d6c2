package io.riskwatch.quant.risk;

import io.riskwatch.quant.kernel.DenseVector;
import io.riskwatch.quant.kernel.LowestValues;
import io.riskwatch.quant.kernel.ReturnEstimates;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The lowest returns of every portfolio of a book, block by block: estimates of all days in single precision, the days whose estimate
 * leaves them the chance to be among the lowest, and the returns of these in double precision.
 */
final class WorstDays {
    /** Days whose rows are in the first-level cache at once. */
    private static final int TOGETHER = 8;

    private final double[][] returns;
    private final double[][] weights;
    private final int count;
    private final double[] magnitudes;
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
        this.returns = returns;
        this.weights = weights;
        this.count = count;
        this.magnitudes = new double[weights.length];
        for (int p = 0; p < weights.length; p++) {
            magnitudes[p] = sumOfMagnitudes(weights[p]);
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
            estimates.estimate(weights, from, to, magnitudes, estimated);
            Arrays.fill(wanted, 0);
            for (int p = from; p < to; p++) {
                int found =
                        lowest.places(estimated[p - from], returns.length, count - 1, 2 * estimates.error(), places);
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

        /**
         * A few days at a time, whose rows stay in the first-level cache while the portfolios pass by.
         *
         * @param wanted by day, a bit for each portfolio from {@code from} on
         */
        void report(int from, int to, long[] wanted, Report report) {
            int[] days = new int[TOGETHER];
            int together = 0;
            for (int t = 0; t < wanted.length; t++) {
                if (wanted[t] != 0) {
                    days[together++] = t;
                }
                if (together == TOGETHER || t == wanted.length - 1) {
                    for (int p = 0; p < to - from; p++) {
                        enqueue(p, days, together, wanted);
                        int first = t == wanted.length - 1 ? waits[p] : waits[p] / 4 * 4;
                        compute(p, weights[from + p], first);
                    }
                    together = 0;
                }
            }
            for (int p = 0; p < to - from; p++) {
                Arrays.sort(found[p], 0, counts[p]);
                report.lowest(from + p, found[p], wanted.length);
                counts[p] = 0;
            }
        }

        private void enqueue(int p, int[] days, int together, long[] wanted) {
            for (int k = 0; k < together; k++) {
                waiting[p][waits[p]] = days[k];
                waits[p] += (int) (wanted[days[k]] >>> p & 1);
            }
        }

        /** The first of those that wait; four cost as much as one. */
        private void compute(int p, double[] weights, int first) {
            if (found[p].length < counts[p] + 2 * TOGETHER) {
                found[p] = Arrays.copyOf(found[p], 2 * found[p].length + 2 * TOGETHER);
            }
            DenseVector.dots(weights, returns, waiting[p], first, found[p], counts[p]);
            counts[p] += first;
            waits[p] -= first;
            System.arraycopy(waiting[p], first, waiting[p], 0, waits[p]);
        }
    }
}
