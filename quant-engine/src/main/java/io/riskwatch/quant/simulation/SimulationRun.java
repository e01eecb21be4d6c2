package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.kernel.Blocks;

/**
 * How a simulation is run. The result depends on the seed and the variance reduction alone: threads only make it sooner.
 *
 * @param seed of all random numbers
 * @param threads at least 1
 * @param reduction how the random numbers are balanced
 * @param watch hears of progress and may cancel between two blocks
 */
public record SimulationRun(long seed, int threads, VarianceReduction reduction, Blocks.Watch watch) {
    public SimulationRun {
        Arguments.atLeast("threads", threads, 1);
    }

    /** On the calling thread, plain random numbers. */
    public static SimulationRun of(long seed) {
        return new SimulationRun(seed, 1, VarianceReduction.NONE, Blocks.Watch.NONE);
    }

    /** On so many threads. */
    public SimulationRun withThreads(int count) {
        return new SimulationRun(seed, count, reduction, watch);
    }

    /** With random numbers balanced so. */
    public SimulationRun with(VarianceReduction balance) {
        return new SimulationRun(seed, threads, balance, watch);
    }

    /** Followed by this watch. */
    public SimulationRun watchedBy(Blocks.Watch other) {
        return new SimulationRun(seed, threads, reduction, other);
    }
}
