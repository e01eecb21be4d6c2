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
}
