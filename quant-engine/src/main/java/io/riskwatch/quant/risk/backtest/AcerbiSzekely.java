package io.riskwatch.quant.risk.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.distribution.StudentT;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;

/**
 * Backtests of expected shortfall: zero when the model is right, negative when it understates the risk.
 *
 * <p>Z1 = sum over exceptions of r_t / ES_t / (number of exceptions) + 1 (severity alone); Z2 = sum over exceptions of r_t /
 * (T (1 - c) ES_t) + 1 (number and severity). At T = 250 and c = 0.975 a Z2 below about -0.70 rejects at 5 %, nearly
 * whatever the tail.
 *
 * <p>Source: C. Acerbi and B. Szekely, "Backtesting expected shortfall", Risk 27(11) (2014); signs as in the paper.
 */
public final class AcerbiSzekely {
    /** The paper's critical value of Z2 at 5 % for 250 observations at confidence 0.975. */
    public static final double CRITICAL_Z2 = -0.70;

    private AcerbiSzekely() {}

    /**
     * Z1, conditional on there having been exceptions; undefined when there were none.
     *
     * @param returns realised simple returns
     * @param valueAtRisk forecasts for the same periods, positive for a loss
     * @param expectedShortfall forecasts for the same periods, positive
     */
    public static double z1(double[] returns, double[] valueAtRisk, double[] expectedShortfall) {
        ExceptionSeries exceptions = ExceptionSeries.of(returns, valueAtRisk);
        if (exceptions.count() == 0) {
            throw new UndefinedMeasureException("Z1 has no value: there was no exception");
        }
        return relativeTail(returns, expectedShortfall, exceptions) / exceptions.count() + 1;
    }

    /**
     * Z2, number and severity together.
     *
     * @param confidence of the forecasts, in (0, 1)
     */
    public static double z2(double[] returns, double[] valueAtRisk, double[] expectedShortfall, double confidence) {
        Arguments.confidence(confidence);
        ExceptionSeries exceptions = ExceptionSeries.of(returns, valueAtRisk);
        return relativeTail(returns, expectedShortfall, exceptions) / (returns.length * (1 - confidence)) + 1;
    }

    /**
     * The value below which Z2 falls with the given significance when returns are independent Student t and the forecasts
     * right, by simulation.
     *
     * @param observations T, at least 1
     * @param degreesOfFreedom of the returns, greater than 2
     * @param significance e.g. 0.05
     * @param paths number of simulated histories, at least 100; the standard error falls with its square root
     */
    public static double criticalZ2(
            int observations, double confidence, double degreesOfFreedom, double significance, int paths, long seed) {
        Arguments.atLeast("observations", observations, 1);
        Arguments.atLeast("paths", paths, 100);
        Arguments.confidence(confidence);
        StudentT t = new StudentT(degreesOfFreedom);
        double valueAtRisk = t.quantile(confidence);
        double shortfall = t.density(valueAtRisk)
                / (1 - confidence)
                * (degreesOfFreedom + valueAtRisk * valueAtRisk)
                / (degreesOfFreedom - 1);
        double[] statistics = new double[paths];
        for (int path = 0; path < paths; path++) {
            Philox4x32 random = new Philox4x32(seed, path);
            double tail = 0;
            for (int day = 0; day < observations; day++) {
                double r = Variates.studentT(random, degreesOfFreedom);
                tail += -r > valueAtRisk ? r : 0;
            }
            statistics[path] = tail / (shortfall * observations * (1 - confidence)) + 1;
        }
        return Quantile.of(statistics, significance, QuantileType.TYPE_7);
    }

    private static double relativeTail(double[] returns, double[] expectedShortfall, ExceptionSeries exceptions) {
        Arguments.sameLength("returns", returns.length, "expectedShortfall", expectedShortfall.length);
        for (int t = 0; t < expectedShortfall.length; t++) {
            Arguments.positive("expectedShortfall[" + t + "]", expectedShortfall[t]);
        }
        double sum = 0;
        for (int t : exceptions.positions()) {
            sum += returns[t] / expectedShortfall[t];
        }
        return sum;
    }
}
