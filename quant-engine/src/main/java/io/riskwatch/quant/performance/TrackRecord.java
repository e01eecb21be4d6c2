package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Moments;
import io.riskwatch.quant.stat.Quantile;
import java.util.Arrays;

/** Measures of the shape and steadiness of one return series, none of them annualised unless it says so. */
public final class TrackRecord {
    private TrackRecord() {}

    /**
     * Stability: R^2 of a straight line through cumulative log returns, in [0, 1]; 1 = grew like clockwork.
     *
     * @param returns at least two, all above -1
     */
    public static double stability(double[] returns) {
        Arguments.simpleReturns("returns", returns, 2);
        double[] logWealth = new double[returns.length];
        double[] time = new double[returns.length];
        double sum = 0;
        for (int t = 0; t < returns.length; t++) {
            sum += Math.log1p(Arguments.between("returns[" + t + "]", returns[t], -1, Double.POSITIVE_INFINITY));
            logWealth[t] = sum;
            time[t] = t;
        }
        double correlation = MarketModel.of(logWealth, time, 0).correlation();
        return correlation * correlation;
    }

    /** Tail ratio: |95 % quantile| / |5 % quantile| (type 7); above 1 when good days are larger than bad ones. */
    public static double tailRatio(double[] returns) {
        double low = Quantile.of(returns, 0.05);
        if (low == 0) {
            throw new UndefinedMeasureException("tail ratio has no value: the 5 % quantile is 0");
        }
        return Math.abs(Quantile.of(returns, 0.95)) / Math.abs(low);
    }

    /** Mean absolute deviation around the mean, per period. */
    public static double meanAbsoluteDeviation(double[] returns) {
        double mean = Moments.of(returns).mean();
        double sum = 0;
        for (double r : returns) {
            sum += Math.abs(r - mean);
        }
        return sum / returns.length;
    }

    /** Share of returns above zero, in [0, 1]. */
    public static double hitRate(double[] returns) {
        return PartialMoments.of(returns, 0).upsideFrequency();
    }

    /** Martin ratio: (compound annual return - riskless annual rate) / ulcer index. */
    public static double martinRatio(double[] returns, double annualRiskFree, double periodsPerYear) {
        double ulcer = Drawdowns.ofReturns(returns).ulcerIndex();
        return overDepth("Martin", returns, annualRiskFree, periodsPerYear, ulcer);
    }

    /** Pain ratio: (compound annual return - riskless annual rate) / pain index. */
    public static double painRatio(double[] returns, double annualRiskFree, double periodsPerYear) {
        double pain = Drawdowns.ofReturns(returns).painIndex();
        return overDepth("pain", returns, annualRiskFree, periodsPerYear, pain);
    }

    /**
     * Compounded returns of consecutive, complete or final incomplete groups of periods, e.g. quarters of months.
     *
     * @param groupLength periods per group, at least 1
     */
    public static double[] compoundedBy(double[] returns, int groupLength) {
        Arguments.simpleReturns("returns", returns, 1);
        Arguments.atLeast("groupLength", groupLength, 1);
        int groups = (returns.length + groupLength - 1) / groupLength;
        double[] compounded = new double[groups];
        for (int g = 0; g < groups; g++) {
            int end = Math.min(returns.length, (g + 1) * groupLength);
            compounded[g] = Returns.compounded(Arrays.copyOfRange(returns, g * groupLength, end));
        }
        return compounded;
    }

    private static double overDepth(
            String measure, double[] returns, double annualRiskFree, double periodsPerYear, double depth) {
        Arguments.finite("annualRiskFree", annualRiskFree);
        if (depth == 0) {
            throw new UndefinedMeasureException(measure + " ratio has no value: the value never fell");
        }
        return (AnnualReturn.compound(returns, periodsPerYear) - annualRiskFree) / depth;
    }
}
