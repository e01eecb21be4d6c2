package io.riskwatch.marketdata.xsim;

/**
 * The variance of one source of shocks relative to its long-run level of 1, from day to day.
 *
 * <p>h' = (1 - a - g/2 - b) + (a + g [e < 0]) e^2 h + b h, the asymmetric GARCH(1,1) of Glosten, Jagannathan and Runkle
 * (1993): large shocks are followed by large ones, and falls more so than rises.
 */
final class VolatilityClock {
    /** No source ever shakes more than six times its usual volatility, so that no price leaves the plausible. */
    private static final double HIGHEST = 36;

    private final double reaction;
    private final double asymmetry;
    private final double persistence;
    private double variance = 1;

    VolatilityClock(double reaction, double asymmetry, double persistence) {
        if (reaction + asymmetry / 2 + persistence >= 1) {
            throw new IllegalArgumentException("reaction + asymmetry / 2 + persistence must be under 1");
        }
        this.reaction = reaction;
        this.asymmetry = asymmetry;
        this.persistence = persistence;
    }

    /** Relative variance of the coming day's shock. */
    double variance() {
        return variance;
    }

    /** Learns the day's standardised shock. */
    void observe(double shock) {
        double news = reaction + (shock < 0 ? asymmetry : 0);
        double base = 1 - reaction - asymmetry / 2 - persistence;
        variance = Math.min(HIGHEST, base + news * shock * shock * variance + persistence * variance);
    }
}
