package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.stat.Moments;
import java.util.stream.IntStream;

/**
 * How a portfolio did beside its benchmark, on returns of the same periods.
 *
 * <p>Active return = r - b. Tracking error = sd(r - b) (divisor n - 1) x sqrt(periods per year); information ratio = mean(r -
 * b) x periods per year / tracking error, arithmetic. Capture compares the geometric mean per period of both over the
 * benchmark's rising (or falling) periods; it is not annualised.
 */
public final class ActiveReturn {
    private final double[] returns;
    private final double[] benchmark;
    private final Moments difference;

    /** A benchmark's direction. */
    public enum Market {
        UP,
        DOWN
    }

    private ActiveReturn(double[] returns, double[] benchmark, Moments difference) {
        this.returns = returns;
        this.benchmark = benchmark;
        this.difference = difference;
    }

    /**
     * The comparison.
     *
     * @param returns at least two simple returns of the portfolio
     * @param benchmark the benchmark's, as many, of the same periods
     */
    public static ActiveReturn of(double[] returns, double[] benchmark) {
        Arguments.sameLength("returns", returns.length, "benchmark", benchmark.length);
        Arguments.simpleReturns("returns", returns, 2);
        Arguments.simpleReturns("benchmark", benchmark, 2);
        double[] difference = IntStream.range(0, returns.length)
                .mapToDouble(t -> returns[t] - benchmark[t])
                .toArray();
        return new ActiveReturn(returns.clone(), benchmark.clone(), Moments.of(difference));
    }

    /** Mean active return per year, arithmetic. */
    public double annualised(double periodsPerYear) {
        return difference.mean() * Arguments.positive("periodsPerYear", periodsPerYear);
    }

    /** Standard deviation of the active return per year. */
    public double trackingError(double periodsPerYear) {
        return difference.standardDeviation() * Math.sqrt(Arguments.positive("periodsPerYear", periodsPerYear));
    }

    /** Active return per unit of tracking error, per year; undefined for a perfect tracker. */
    public double informationRatio(double periodsPerYear) {
        if (!difference.varies()) {
            throw new UndefinedMeasureException("information ratio has no value: the active return never varies");
        }
        return annualised(periodsPerYear) / trackingError(periodsPerYear);
    }

    /** Share of periods in which the portfolio did better, in [0, 1]. */
    public double hitRate() {
        long better = IntStream.range(0, returns.length)
                .filter(t -> returns[t] > benchmark[t])
                .count();
        return (double) better / returns.length;
    }

    /** Geometric mean of the portfolio over that of the benchmark, in the benchmark's rising or falling periods. */
    public double capture(Market market) {
        int[] periods = periods(market);
        return geometricMean(returns, periods) / geometricMean(benchmark, periods);
    }

    /** empyrical's variant of {@link #capture}: the ratio of the annualised compound returns, which can explode. */
    public double annualisedCapture(Market market, double periodsPerYear) {
        int[] periods = periods(market);
        return AnnualReturn.compound(geometricMean(returns, periods), 1, periodsPerYear)
                / AnnualReturn.compound(geometricMean(benchmark, periods), 1, periodsPerYear);
    }

    /** Beta in the benchmark's rising (bull) or falling (bear) periods alone. */
    public double beta(Market market) {
        return marketModel(market, 0).beta();
    }

    /**
     * Beta and alpha in the benchmark's rising (bull) or falling (bear) periods alone.
     *
     * @param riskFreePerPeriod riskless return of one period
     */
    public MarketModel marketModel(Market market, double riskFreePerPeriod) {
        int[] periods = periods(market);
        if (periods.length < 2) {
            throw new UndefinedMeasureException(
                    "beta has no value: the benchmark has " + periods.length + " periods of market " + market);
        }
        return MarketModel.of(pick(returns, periods), pick(benchmark, periods), riskFreePerPeriod);
    }

    /** Treynor ratio: mean excess return per year over beta. */
    public double treynorRatio(double riskFreePerPeriod, double periodsPerYear) {
        double beta = MarketModel.of(returns, benchmark, riskFreePerPeriod).beta();
        if (beta == 0) {
            throw new UndefinedMeasureException("Treynor ratio has no value: beta is 0");
        }
        return (AnnualReturn.arithmetic(returns, periodsPerYear) - riskFreePerPeriod * periodsPerYear) / beta;
    }

    private int[] periods(Market market) {
        int[] periods = IntStream.range(0, benchmark.length)
                .filter(t -> market == Market.UP ? benchmark[t] > 0 : benchmark[t] < 0)
                .toArray();
        if (periods.length == 0) {
            throw new UndefinedMeasureException(
                    "capture has no value: the benchmark has no period of market " + market);
        }
        return periods;
    }

    private static double geometricMean(double[] returns, int[] periods) {
        double log = 0;
        for (int t : periods) {
            log += Math.log1p(returns[t]);
        }
        return Math.expm1(log / periods.length);
    }

    private static double[] pick(double[] series, int[] periods) {
        return IntStream.of(periods).mapToDouble(t -> series[t]).toArray();
    }
}
