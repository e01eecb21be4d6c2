package io.riskwatch.quant.backtest;

/**
 * A position that was opened and closed.
 *
 * @param entryBar index of the bar at whose open it was entered
 * @param exitBar index of the bar at whose open it was left
 * @param units positive if long, negative if short
 * @param entryPrice of the fill, slippage included
 * @param exitPrice of the fill, slippage included
 * @param commission of both fills, in money
 */
public record Trade(int entryBar, int exitBar, double units, double entryPrice, double exitPrice, double commission) {
    /** Gain in money after commission; negative for a loss. */
    public double profit() {
        return units * (exitPrice - entryPrice) - commission;
    }

    /** Gain as a fraction of what was entered, after commission. */
    public double returnOnEntry() {
        return profit() / (Math.abs(units) * entryPrice);
    }

    /** Number of bars from entry to exit. */
    public int bars() {
        return exitBar - entryBar;
    }
}
