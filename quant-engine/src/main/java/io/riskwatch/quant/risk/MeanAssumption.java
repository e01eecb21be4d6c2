package io.riskwatch.quant.risk;

/** What a parametric loss figure assumes the average return to be. */
public enum MeanAssumption {
    /** Zero, as RiskMetrics does: over short horizons the average is small and badly known. The default. */
    ZERO,
    /** The sample mean, whose gain over the horizon is taken off the loss. */
    SAMPLE
}
