package io.riskwatch.quant.performance;

import java.util.OptionalInt;

/**
 * One spell below a former peak.
 *
 * <p>Positions count values (0 = the start), so position t + 1 is after return t.
 */
public final class Drawdown {
    private final int peak;
    private final int trough;
    private final int recovery;
    private final double depth;

    Drawdown(int peak, int trough, int recovery, double depth) {
        this.peak = peak;
        this.trough = trough;
        this.recovery = recovery;
        this.depth = depth;
    }

    /** Position of the last value at the peak, before the fall. */
    public int peak() {
        return peak;
    }

    /** Position of the lowest value. */
    public int trough() {
        return trough;
    }

    /** Position of the first value back at the peak or above; empty while the spell lasts. */
    public OptionalInt recovery() {
        return recovery < 0 ? OptionalInt.empty() : OptionalInt.of(recovery);
    }

    /** Fall from peak to trough, a negative fraction. */
    public double depth() {
        return depth;
    }
}
