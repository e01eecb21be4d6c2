package io.riskwatch.analytics.simulation;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import io.riskwatch.quant.performance.Volatility;
import io.riskwatch.quant.stat.Moments;

/**
 * Where the value drifts and how much it varies, per year.
 *
 * @param drift continuous growth of the mean: the mean value after t years is e^(drift t)
 * @param volatility not negative
 */
record Trend(double drift, double volatility) {

    /** As asked, else the window's. */
    static Trend of(double[] returns, FutureParameters parameters) {
        return new Trend(
                parameters.drift() == null
                        ? TRADING_DAYS * Math.log1p(Moments.of(returns).mean())
                        : parameters.drift(),
                parameters.volatility() == null
                        ? Volatility.annualised(returns, TRADING_DAYS)
                        : parameters.volatility());
    }
}
