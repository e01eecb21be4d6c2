package io.riskwatch.analytics.risk;

/** How a loss is estimated; the first of those asked for is the one told in words. */
enum RiskMethod {
    /** By what the holdings did in the window. */
    HISTORICAL,
    /** By the normal distribution with the window's volatility. */
    NORMAL,
    /** By the normal distribution corrected for the window's skewness and kurtosis. */
    CORNISH_FISHER,
    /** By the normal distribution with a volatility in which recent days count more. */
    EWMA,
    /** By a volatility that clusters, fitted to the window; longer horizons are simulated. */
    GARCH,
    /** By what the holdings did, rescaled to today's volatility; longer horizons are simulated. */
    FILTERED_HISTORICAL,
    /** By simulated normal days. */
    MONTE_CARLO;

    /**
     * The tail at one confidence and horizon.
     *
     * @throws io.riskwatch.quant.UndefinedMeasureException when these returns have no such figure, saying why
     */
    Tails.Tail measure(Tails tails, double confidence, int horizonDays) {
        return switch (this) {
            case HISTORICAL -> tails.historical(confidence, horizonDays);
            case NORMAL -> tails.normal(confidence, horizonDays);
            case CORNISH_FISHER -> tails.cornishFisher(confidence, horizonDays);
            case EWMA -> tails.ewma(confidence, horizonDays);
            case GARCH -> tails.garch(confidence, horizonDays);
            case FILTERED_HISTORICAL -> tails.filteredHistorical(confidence, horizonDays);
            case MONTE_CARLO -> tails.monteCarlo(confidence, horizonDays);
        };
    }
}
