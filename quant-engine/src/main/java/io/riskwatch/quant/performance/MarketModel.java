package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.stat.Covariance;
import io.riskwatch.quant.stat.Moments;

/**
 * How a portfolio moved with its benchmark (the capital asset pricing model's line).
 *
 * <p>beta = cov(r, b) / var(b); alpha per period = mean(r - rf) - beta mean(b - rf).
 *
 * @param beta how much the portfolio moved per unit of the benchmark
 * @param alphaPerPeriod mean return per period that the benchmark does not explain
 * @param correlation between portfolio and benchmark, in [-1, 1]; 0 when the portfolio never varies
 */
public record MarketModel(double beta, double alphaPerPeriod, double correlation) {

    /**
     * Fits the line on returns of the same periods.
     *
     * @param returns at least two simple returns of the portfolio
     * @param benchmark the benchmark's, as many; must vary
     * @param riskFreePerPeriod riskless return of one period
     */
    public static MarketModel of(double[] returns, double[] benchmark, double riskFreePerPeriod) {
        Arguments.sameLength("returns", returns.length, "benchmark", benchmark.length);
        Arguments.finite("riskFreePerPeriod", riskFreePerPeriod);
        double covariance = Covariance.between(returns, benchmark);
        Moments portfolio = Moments.of(returns);
        Moments market = Moments.of(benchmark);
        if (!market.varies()) {
            throw new UndefinedMeasureException("beta has no value: the benchmark never varies");
        }
        double beta = covariance / market.variance();
        double alpha = portfolio.mean() - riskFreePerPeriod - beta * (market.mean() - riskFreePerPeriod);
        double correlation = portfolio.varies()
                ? Math.clamp(covariance / (portfolio.standardDeviation() * market.standardDeviation()), -1.0, 1.0)
                : 0;
        return new MarketModel(beta, alpha, correlation);
    }

    /** Alpha times periods per year (arithmetic). */
    public double annualAlpha(double periodsPerYear) {
        return alphaPerPeriod * Arguments.positive("periodsPerYear", periodsPerYear);
    }

    /** Alpha compounded over a year, (1 + alpha)^periods - 1, as empyrical shows it. */
    public double compoundAlpha(double periodsPerYear) {
        return AnnualReturn.compound(alphaPerPeriod, 1, periodsPerYear);
    }
}
