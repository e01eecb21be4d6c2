package io.riskwatch.portfolio.riskscore;

import io.riskwatch.quant.performance.Annualisation;
import java.util.Arrays;

/**
 * The market risk class of a series of daily returns, as the key information documents of European funds state it.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg_del/2017/653">Delegated Regulation (EU) 2017/653, Annex II, part 1</a>
 */
final class MarketRisk {

    /** The highest VaR-equivalent volatility of the classes 1 to 6, exclusive; above is class 7. */
    private static final double[] BANDS = {0.005, 0.05, 0.12, 0.20, 0.30, 0.80};

    private static final double YEARS = 1;

    private MarketRisk() {}

    /** The class, 1 (calm) to 7 (wild), of an annual VaR-equivalent volatility as a decimal. */
    static int riskClass(double valueAtRiskEquivalentVolatility) {
        var riskClass = 1;
        for (var band : BANDS) {
            if (valueAtRiskEquivalentVolatility >= band) {
                riskClass++;
            }
        }
        return riskClass;
    }

    /**
     * The volatility of a normal distribution with the same value at risk: {@code (sqrt(3.842 - 2 VaR) - 1.96) / sqrt(T)}.
     *
     * @param logReturnAtRisk the 2.5 % quantile of the logarithmic return over {@code years}, negative
     */
    static double equivalentVolatility(double logReturnAtRisk, double years) {
        return (Math.sqrt(3.842 - 2 * logReturnAtRisk) - 1.96) / Math.sqrt(years);
    }

    /**
     * The VaR-equivalent volatility per year of daily simple returns, by the Cornish-Fisher expansion over one year:
     * {@code VaR = s sqrt(N) (-1.96 + 0.474 m3/sqrt(N) - 0.0687 m4/N + 0.146 m3^2/N) - s^2 N / 2}, moments of the
     * logarithmic returns.
     */
    static double equivalentVolatility(double[] dailyReturns) {
        var logs = Arrays.stream(dailyReturns).map(Math::log1p).toArray();
        var mean = Arrays.stream(logs).average().orElse(0);
        var second = moment(logs, mean, 2);
        if (second <= 0) {
            return 0;
        }
        var deviation = Math.sqrt(second);
        var skewness = moment(logs, mean, 3) / (second * deviation);
        var excessKurtosis = moment(logs, mean, 4) / (second * second) - 3;
        var days = Annualisation.TRADING_DAYS * YEARS;
        var quantile = -1.96
                + 0.474 * skewness / Math.sqrt(days)
                - 0.0687 * excessKurtosis / days
                + 0.146 * skewness * skewness / days;
        return Math.max(0, equivalentVolatility(deviation * Math.sqrt(days) * quantile - 0.5 * second * days, YEARS));
    }

    private static double moment(double[] values, double mean, int power) {
        return Arrays.stream(values)
                .map(value -> Math.pow(value - mean, power))
                .average()
                .orElse(0);
    }
}
