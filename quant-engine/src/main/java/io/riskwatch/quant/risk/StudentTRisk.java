package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.distribution.StudentT;
import io.riskwatch.quant.stat.Moments;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Loss figures of a fat-tailed return: mean + volatility x a Student t variable STANDARDISED to variance 1.
 *
 * <p>VaR = -mu + sigma sqrt((nu - 2) / nu) t_nu(c); ES = -mu + sigma sqrt((nu - 2) / nu) f(q) / (1 - c) (nu + q^2) / (nu - 1)
 * with q the raw t quantile of the confidence. Losses are positive; one period.
 *
 * <p>Source: McNeil, Frey and Embrechts (2015) examples 2.14 and 2.15.
 *
 * @param mean mu, expected return per period; 0 by Riskwatch's convention
 * @param volatility sigma, the standard deviation (not the t scale) per period
 * @param degreesOfFreedom nu, greater than 2
 */
public record StudentTRisk(double mean, double volatility, double degreesOfFreedom) {
    /** Beyond this the t distribution is not told from the normal. */
    public static final double MOST_DEGREES_OF_FREEDOM = 200;

    private static final double LEAST_DEGREES_OF_FREEDOM = 2.05;

    public StudentTRisk {
        Arguments.finite("mean", mean);
        Arguments.notNegative("volatility", volatility);
        Arguments.between("degreesOfFreedom", degreesOfFreedom, 2, Double.POSITIVE_INFINITY);
    }

    /**
     * The sample's standard deviation with the degrees of freedom of greatest likelihood given it, searched in
     * [2.05, {@value #MOST_DEGREES_OF_FREEDOM}]; the likelihood is centred on the sample mean.
     *
     * @param returns at least ten returns that vary
     */
    public static StudentTRisk fit(double[] returns, MeanAssumption mean) {
        Moments moments = Moments.of(Arguments.series("returns", returns, 10));
        if (!moments.varies()) {
            throw new UndefinedMeasureException("Student t fit has no value: the returns never vary");
        }
        double sigma = moments.standardDeviation();
        double logDegrees = new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        new MaxEval(500),
                        GoalType.MAXIMIZE,
                        new UnivariateObjectiveFunction(
                                x -> logLikelihood(returns, moments.mean(), sigma, Math.exp(x))),
                        new SearchInterval(
                                Math.log(LEAST_DEGREES_OF_FREEDOM), Math.log(MOST_DEGREES_OF_FREEDOM), Math.log(6)))
                .getPoint();
        return new StudentTRisk(mean == MeanAssumption.SAMPLE ? moments.mean() : 0, sigma, Math.exp(logDegrees));
    }

    private static double logLikelihood(double[] returns, double mean, double sigma, double degreesOfFreedom) {
        StudentT t = new StudentT(degreesOfFreedom);
        double scale = sigma * t.unitVarianceScale();
        double sum = -returns.length * Math.log(scale);
        for (double r : returns) {
            sum += t.logDensity((r - mean) / scale);
        }
        return sum;
    }

    /** Value at risk over one period; positive for a loss. */
    public double valueAtRisk(double confidence) {
        Arguments.confidence(confidence);
        StudentT t = new StudentT(degreesOfFreedom);
        return -mean + volatility * t.unitVarianceScale() * t.quantile(confidence);
    }

    /** Expected shortfall over one period; positive for a loss. */
    public double expectedShortfall(double confidence) {
        Arguments.confidence(confidence);
        StudentT t = new StudentT(degreesOfFreedom);
        double q = t.quantile(confidence);
        double tail = t.density(q) / (1 - confidence) * (degreesOfFreedom + q * q) / (degreesOfFreedom - 1);
        return -mean + volatility * t.unitVarianceScale() * tail;
    }
}
