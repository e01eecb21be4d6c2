package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;

/** How paths are cut into blocks, each with random numbers of its own. */
final class PathBlocks {
    /** Paths of a block: large enough that seeding costs nothing, small enough for many threads and prompt cancellation. */
    static final int SIZE = 1024;

    /** Simulated values kept at once: 512 MB of floats. */
    static final int MOST_VALUES = 1 << 27;

    private PathBlocks() {}

    /** Number of blocks that hold so many paths. */
    static int of(int paths) {
        return (paths + SIZE - 1) / SIZE;
    }

    /** Refuses what would need more memory than {@link #MOST_VALUES}. */
    static void requireMemory(int paths, int dates) {
        Arguments.atLeast("paths", paths, 2);
        if ((long) paths * dates > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "paths x dates must be at most " + MOST_VALUES + " values (512 MB), was " + paths + " x " + dates);
        }
    }

    /**
     * Refuses growth that floats do not hold: where so many years of the model, ten standard deviations up, go beyond them.
     *
     * @param name of the model among the arguments
     * @param value at the start
     */
    static void requireFloatRange(String name, GeometricBrownianMotion model, double value, double years) {
        double log = Math.log(Math.max(Float.MIN_NORMAL, Math.abs(value)));
        double drift = model.logDrift() * years;
        double spread = 10 * model.volatility() * Math.sqrt(years);
        if (!(log + Math.max(0, drift) + spread < Math.log(Float.MAX_VALUE))) {
            throw new IllegalArgumentException(
                    "%s must stay below 3e38 within ten standard deviations; drift %s and volatility %s over %s years from %s do not"
                            .formatted(name, model.drift(), model.volatility(), years, value));
        }
    }
}
