package io.riskwatch.analytics.simulation;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.simulation.ReturnModel;
import io.riskwatch.quant.simulation.SavingsPlan;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Simulated months of a value: path k draws from stream k of the seed, so the answer does not depend on the order of paths.
 *
 * <p>As in {@link SavingsPlan} a contribution is made at the start of each month and earns its return, a withdrawal is taken at
 * most as far as there is something.
 */
final class Futures {

    private static final int MOST_DATES = 61;
    private static final int BLOCK = 500;

    /** Paths that are kept date by date: enough to draw, to bootstrap from, and 0.25 MB. */
    private static final int WHOLE_PATHS = 1_000;

    private final int[] months;
    private final double[][] values;
    private final double[] finals;
    private final double[] finalsInOrder;
    private final double[][] firstPaths;
    private final double[] growth;
    private final double[] annuity;
    private final int ruined;

    private Futures(
            int[] months,
            double[][] values,
            double[] finals,
            double[][] firstPaths,
            double[] growth,
            double[] annuity,
            int ruined) {
        this.months = months;
        this.finalsInOrder = finals.clone();
        this.firstPaths = firstPaths;
        Arrays.sort(finals);
        for (double[] date : values) {
            Arrays.sort(date);
        }
        this.values = values;
        this.finals = finals;
        this.growth = growth;
        this.annuity = annuity;
        this.ruined = ruined;
    }

    /**
     * Lives the futures through.
     *
     * @param start money at the beginning
     */
    static Futures simulate(ReturnModel model, FutureParameters parameters, double start, long seed, Run run) {
        int all = parameters.years() * 12;
        int[] months = shown(all);
        int paths = parameters.paths();
        double[][] values = new double[months.length][paths];
        double[] finals = new double[paths];
        double[] growth = new double[paths];
        double[] annuity = new double[paths];
        int ruined = 0;
        for (int path = 0; path < paths; path++) {
            ReturnModel.Path future = model.start(new Philox4x32(seed, path));
            double value = start;
            double of = 1;
            double ofEachMonth = 0;
            boolean ranOut = false;
            int next = 0;
            for (int month = 0; month <= all; month++) {
                if (next < months.length && months[next] == month) {
                    values[next++][path] = value;
                }
                if (month < all) {
                    double factor = 1 + future.next(FutureModel.month());
                    ranOut |= value + parameters.contributions() < 0;
                    value = Math.max(0, value + parameters.contributions()) * factor;
                    of *= factor;
                    ofEachMonth = (ofEachMonth + 1) * factor;
                }
            }
            finals[path] = value;
            growth[path] = of;
            annuity[path] = ofEachMonth;
            ruined += ranOut ? 1 : 0;
            if (path % BLOCK == BLOCK - 1) {
                run.reached(40 + (int) (50L * path / paths));
            }
        }
        requireFinite(finals);
        return new Futures(months, values, finals, first(values, paths), growth, annuity, ruined);
    }

    private static double[][] first(double[][] values, int paths) {
        double[][] rows = new double[Math.min(paths, WHOLE_PATHS)][values.length];
        for (int path = 0; path < rows.length; path++) {
            for (int date = 0; date < values.length; date++) {
                rows[path][date] = values[date][path];
            }
        }
        return rows;
    }

    private static void requireFinite(double[] finals) {
        if (!Arrays.stream(finals).allMatch(Double::isFinite)) {
            throw new BadInputException(
                    "parameters.years", "The value grows beyond all numbers: take fewer years or a smaller drift.");
        }
    }

    /** Every month of the first five years, else evenly many, the end among them. */
    private static int[] shown(int all) {
        int step = (all + MOST_DATES - 2) / (MOST_DATES - 1);
        return IntStream.concat(IntStream.iterate(0, m -> m < all, m -> m + step), IntStream.of(all))
                .toArray();
    }

    int[] months() {
        return months.clone();
    }

    /** The value not exceeded in this share of the futures, per month shown. */
    double[] percentile(double share) {
        return Arrays.stream(values)
                .mapToDouble(date -> Quantile.ofSorted(date, share, QuantileType.TYPE_7))
                .toArray();
    }

    double finalPercentile(double share) {
        return Quantile.ofSorted(finals, share, QuantileType.TYPE_7);
    }

    double[] finals() {
        return finals.clone();
    }

    /** The value at the end of every path, path k at place k. */
    double[] finalsInOrder() {
        return finalsInOrder.clone();
    }

    /** The first paths, at most 1,000, with their value at each month shown. */
    double[][] firstPaths() {
        return firstPaths;
    }

    /** Mean of the worst five of a hundred. */
    double meanOfWorst() {
        return Arrays.stream(finals)
                .limit(Math.max(1, finals.length / 20))
                .average()
                .orElseThrow();
    }

    long reaching(double target) {
        return Arrays.stream(finals).filter(value -> value >= target).count();
    }

    int ruined() {
        return ruined;
    }

    int paths() {
        return finals.length;
    }

    /**
     * The monthly contribution with which this share of the futures reaches the target; 0 when the start is enough.
     *
     * <p>A future ends at start x growth + contribution x annuity, so each one has its own least contribution; the answer is the
     * quantile of those.
     */
    double contributionFor(double target, double start, double share) {
        double[] needed = new double[growth.length];
        for (int path = 0; path < needed.length; path++) {
            double lacking = target - start * growth[path];
            needed[path] = lacking <= 0 ? 0 : lacking / Math.max(annuity[path], Double.MIN_NORMAL);
        }
        Arrays.sort(needed);
        return needed[Math.min(needed.length - 1, (int) Math.ceil(share * needed.length) - 1)];
    }
}
