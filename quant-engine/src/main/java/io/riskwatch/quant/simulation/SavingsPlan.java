package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.kernel.Blocks;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * What a saver may have at the end: a start, equal contributions (or withdrawals) each period, and many simulated futures.
 *
 * <p>A contribution is made at the start of each period and earns its return; a withdrawal (negative) is taken at the start and
 * at most what is there. Path k draws from stream k of a {@link Philox4x32} under the seed: the answer depends neither on the
 * order of the paths nor on the number of threads, to the last bit, and fewer paths are the first of more.
 *
 * @param start money at the beginning, not negative
 * @param contribution per period; negative for withdrawals
 * @param periodsPerYear e.g. 12
 * @param periods how long, at least 1
 */
public record SavingsPlan(double start, double contribution, int periodsPerYear, int periods) {
    private static final int MOST_PATHS = PathBlocks.MOST_VALUES / 2;

    public SavingsPlan {
        Arguments.notNegative("start", start);
        Arguments.finite("contribution", contribution);
        Arguments.atLeast("periodsPerYear", periodsPerYear, 1);
        Arguments.atLeast("periods", periods, 1);
    }

    /** Final values of the simulated futures, ascending. */
    public static final class Outcome {
        private final double[] finals;
        private final int ruined;

        private Outcome(double[] finals, int ruined) {
            this.finals = finals;
            this.ruined = ruined;
        }

        /** The value not exceeded in this share of the futures, in [0, 1]. */
        public double quantile(double probability) {
            return Quantile.ofSorted(finals, probability, QuantileType.TYPE_7);
        }

        /** Mean final value. */
        public double mean() {
            return Arrays.stream(finals).average().orElseThrow();
        }

        /** Share of the futures that end with at least the goal, with the standard error sqrt(p (1 - p) / n). */
        public Probability reaching(double goal) {
            Arguments.finite("goal", goal);
            long count = Arrays.stream(finals).filter(v -> v >= goal).count();
            return Probability.of(count, finals.length);
        }

        /** Share of the futures in which the money ran out before the end. */
        public Probability ruin() {
            return Probability.of(ruined, finals.length);
        }
    }

    /**
     * A simulated probability.
     *
     * @param value in [0, 1]
     * @param standardError of the simulation, not of the model
     */
    public record Probability(double value, double standardError) {
        static Probability of(long count, int paths) {
            double p = (double) count / paths;
            return new Probability(p, Math.sqrt(p * (1 - p) / paths));
        }
    }

    /** Runs the plan on the calling thread; {@link #simulate(ReturnModel, int, SimulationRun)}. */
    public Outcome simulate(ReturnModel model, int paths, long seed) {
        return simulate(model, paths, SimulationRun.of(seed));
    }

    /**
     * Runs the plan.
     *
     * @param model starts its futures from several threads at once where the run has several
     * @param paths number of futures, at least 1 and at most 2^26 (512 MB); cost paths x periods
     * @param run variance reduction is refused here: a model of its own takes its numbers as it wants
     */
    public Outcome simulate(ReturnModel model, int paths, SimulationRun run) {
        Arguments.within("paths", paths, 1, MOST_PATHS);
        if (run.reduction() != VarianceReduction.NONE) {
            throw new IllegalArgumentException(
                    "reduction must be NONE for a model that draws for itself, was " + run.reduction());
        }
        double[] finals = new double[paths];
        AtomicInteger ruined = new AtomicInteger();
        IntConsumer block = number -> {
            int from = number * PathBlocks.SIZE;
            ruined.addAndGet(live(model, run.seed(), from, Math.min(paths, from + PathBlocks.SIZE), finals));
        };
        Blocks.run(PathBlocks.of(paths), run.threads(), () -> block, run.watch());
        Arrays.sort(finals);
        return new Outcome(finals, ruined.get());
    }

    /** Writes the final values of some futures; how many of them were ruined. */
    private int live(ReturnModel model, long seed, int from, int to, double[] finals) {
        double years = 1.0 / periodsPerYear;
        int ruined = 0;
        for (int path = from; path < to; path++) {
            ReturnModel.Path future = model.start(new Philox4x32(seed, path));
            double value = start;
            boolean ranOut = false;
            for (int t = 0; t < periods; t++) {
                ranOut |= value + contribution < 0;
                value = Math.max(0, value + contribution) * (1 + future.next(years));
            }
            finals[path] = Arguments.finite("simulated final value", value);
            ruined += ranOut ? 1 : 0;
        }
        return ruined;
    }
}
