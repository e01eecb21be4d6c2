package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.random.Philox4x32;

/**
 * Value at risk and expected shortfall by simulation: the horizon is lived through period by period, nothing is scaled by the root
 * of time.
 *
 * <p>Of n simulated gains the value at risk is the historical one (type 7), the expected shortfall the coherent one with the atom
 * split, both positive for a loss. Their errors are those of the SIMULATION and shrink with the root of the number of paths; the
 * error of the model's own parameters comes on top.
 *
 * <p>Path k draws from stream k of a {@link Philox4x32} under the seed, so the answer depends on the seed alone and not on the order
 * of the paths.
 *
 * <p>Source: P. Glasserman, "Monte Carlo Methods in Financial Engineering" (2003) ch. 9.
 *
 * @param confidence share of outcomes better than the value at risk, in (0, 1)
 * @param horizonPeriods number of periods lived through
 * @param paths number of simulated outcomes
 * @param valueAtRisk fraction of the value, with standard error and 95 % interval of the simulation
 * @param expectedShortfall fraction of the value, at least the value at risk, with standard error and 95 % interval
 */
public record MonteCarloRisk(
        double confidence, int horizonPeriods, int paths, Estimate valueAtRisk, Estimate expectedShortfall) {
    /** So many outcomes must be expected beyond the value at risk, or the tail is hearsay. */
    public static final int LEAST_TAIL_PATHS = 10;

    private static final double COVERAGE = 0.95;

    /**
     * Simulates.
     *
     * @param horizonPeriods at least 1
     * @param paths at least {@value #LEAST_TAIL_PATHS} / (1 - confidence); 100,000 give about two digits at 99 %; cost paths x
     *     periods, and sorting
     */
    public static MonteCarloRisk simulate(
            HorizonModel model, double confidence, int horizonPeriods, int paths, long seed) {
        Arguments.confidence(confidence);
        double inTail = paths * (1 - confidence);
        if (!(inTail > LEAST_TAIL_PATHS - 1e-6)) {
            throw new IllegalArgumentException("paths must leave at least " + LEAST_TAIL_PATHS
                    + " outcomes beyond the confidence, " + paths + " leave " + inTail);
        }
        double[] gains = scenarios(model, horizonPeriods, paths, seed);
        return new MonteCarloRisk(
                confidence,
                horizonPeriods,
                paths,
                EstimationError.historicalValueAtRisk(gains, confidence, COVERAGE),
                EstimationError.historicalExpectedShortfall(gains, confidence, COVERAGE));
    }

    /**
     * The simulated gains over the horizon, in the order of their paths; negative for a loss.
     *
     * @param paths at least 1
     */
    public static double[] scenarios(HorizonModel model, int horizonPeriods, int paths, long seed) {
        Arguments.atLeast("horizonPeriods", horizonPeriods, 1);
        Arguments.atLeast("paths", paths, 1);
        double[] gains = new double[paths];
        for (int path = 0; path < paths; path++) {
            gains[path] = model.simulate(new Philox4x32(seed, path), horizonPeriods);
        }
        return gains;
    }
}
