package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.kernel.OrderStatistics;
import java.util.Arrays;

/** The values of many simulated paths at one date; kept as floats, reported in double. Order statistics are exact, by selection. */
public final class SimulatedValues {
    private final float[] values;
    private final int paths;

    /** Shares the array: the first {@code paths} entries are the values. */
    SimulatedValues(float[] values, int paths) {
        this.values = values;
        this.paths = paths;
    }

    /** How many. */
    public int paths() {
        return paths;
    }

    /** In the order of the paths. */
    public float[] values() {
        return Arrays.copyOf(values, paths);
    }

    /** Arithmetic mean. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < paths; i++) {
            sum += values[i];
        }
        return sum / paths;
    }

    /** Sample standard deviation (n - 1). */
    public double standardDeviation() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < paths; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum / (paths - 1));
    }

    /** The value not exceeded with this probability, in [0, 1]: type 7 quantile. */
    public double quantile(double probability) {
        return quantiles(probability)[0];
    }

    /** Several at once, cheaper than one by one. Probabilities ascending, in [0, 1]. */
    public double[] quantiles(double... probabilities) {
        return quantiles(new OrderStatistics(), probabilities);
    }

    double[] quantiles(OrderStatistics selection, double[] probabilities) {
        int[] ranks = new int[2 * probabilities.length];
        double[] above = new double[probabilities.length];
        double before = 0;
        for (int i = 0; i < probabilities.length; i++) {
            Arguments.within("probabilities[" + i + "]", probabilities[i], before, 1);
            before = probabilities[i];
            double position = probabilities[i] * (paths - 1);
            ranks[2 * i] = (int) position;
            ranks[2 * i + 1] = Math.min(paths - 1, ranks[2 * i] + 1);
            above[i] = position - ranks[2 * i];
        }
        int[] ascending = ranks.clone();
        Arrays.sort(ascending);
        float[] selected = new float[ascending.length];
        selection.select(values, paths, ascending, selected);
        double[] quantiles = new double[probabilities.length];
        for (int i = 0; i < quantiles.length; i++) {
            double low = selected[Arrays.binarySearch(ascending, ranks[2 * i])];
            double high = selected[Arrays.binarySearch(ascending, ranks[2 * i + 1])];
            quantiles[i] = low + above[i] * (high - low);
        }
        return quantiles;
    }

    /**
     * Mean of the lowest share of the values, the last of them in part: (sum of the m lowest + (k - m) x the next) / k with k = share x
     * paths and m = floor(k). What expected shortfall is of values.
     *
     * @param share in (0, 1]
     */
    public double meanOfLowest(double share) {
        Arguments.between("share", share, 0, Math.nextUp(1.0));
        double k = share * paths;
        int whole = (int) Math.min(paths - 1, Math.floor(k));
        float[] next = new float[1];
        new OrderStatistics().select(values, paths, new int[] {whole}, next);
        double sum = 0;
        int below = 0;
        for (int i = 0; i < paths; i++) {
            if (values[i] < next[0]) {
                sum += values[i];
                below++;
            }
        }
        return (sum + (k - below) * next[0]) / k;
    }

    /** Share of the paths below a level, with the simulation's standard error. */
    public SavingsPlan.Probability below(double level) {
        Arguments.finite("level", level);
        long count = 0;
        for (int i = 0; i < paths; i++) {
            count += values[i] < level ? 1 : 0;
        }
        return SavingsPlan.Probability.of(count, paths);
    }
}
