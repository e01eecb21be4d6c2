package io.riskwatch.quant.risk;

/**
 * A figure with what is known of its error.
 *
 * @param value the estimate
 * @param standardError one standard deviation of the estimate, same unit
 * @param low lower end of the confidence interval
 * @param high upper end of the confidence interval
 */
public record Estimate(double value, double standardError, double low, double high) {}
