package io.riskwatch.quant.factor;

/**
 * How strongly returns follow one factor, and how sure that is.
 *
 * @param value the coefficient: return per 1.00 of the factor's return; for alpha a return per period
 * @param standardError its standard deviation under the chosen assumption on the residuals
 * @param tStatistic value / standardError
 * @param pValue two-sided probability of so large a t by chance were the true value 0, by Student's t
 */
public record Exposure(double value, double standardError, double tStatistic, double pValue) {}
