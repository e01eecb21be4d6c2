package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.StudentT;
import io.riskwatch.quant.random.Variates;
import java.util.random.RandomGenerator;

/**
 * Independent fat-tailed simple returns: mean + volatility x a Student t variable of variance 1, floored at -1.
 *
 * <p>Mean scales with the period's length, volatility with its root; the tail of a long period is that of a single t, so take
 * short periods where the tail matters.
 *
 * @param mean expected simple return per year
 * @param volatility per year, not negative
 * @param degreesOfFreedom greater than 2
 */
public record StudentTReturns(double mean, double volatility, double degreesOfFreedom)
        implements ReturnModel, Marginal {
    public StudentTReturns {
        Arguments.finite("mean", mean);
        Arguments.notNegative("volatility", volatility);
        Arguments.between("degreesOfFreedom", degreesOfFreedom, 2, Double.POSITIVE_INFINITY);
    }

    @Override
    public Path start(RandomGenerator random) {
        return years -> {
            Arguments.positive("years", years);
            double standard = Variates.unitVarianceStudentT(random, degreesOfFreedom);
            return Math.max(-1, mean * years + volatility * Math.sqrt(years) * standard);
        };
    }

    @Override
    public double returnAt(double probability, double years) {
        Arguments.positive("years", years);
        StudentT t = new StudentT(degreesOfFreedom);
        double standard = t.unitVarianceScale() * t.quantile(probability);
        return Math.max(-1, mean * years + volatility * Math.sqrt(years) * standard);
    }
}
