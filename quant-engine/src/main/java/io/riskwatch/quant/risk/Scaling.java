package io.riskwatch.quant.risk;

/** How a figure for one period became one for the horizon. */
public enum Scaling {
    /** The horizon is one period; nothing was scaled. */
    NONE,
    /**
     * Multiplied by the square root of the number of periods: exact for independent normal returns of mean zero, an
     * approximation for everything else, and to be shown as one.
     */
    SQUARE_ROOT_OF_TIME;

    /** What a horizon of this many periods needs. */
    public static Scaling over(int horizonPeriods) {
        return horizonPeriods == 1 ? NONE : SQUARE_ROOT_OF_TIME;
    }
}
