package io.riskwatch.quant.risk.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.risk.backtest.ExceptionSeries.Transitions;

/**
 * Were there as many exceptions as announced, and did they come one by one?
 *
 * <p>Kupiec's test asks for the number, Christoffersen's independence test for the clustering, conditional coverage for
 * both. 0 ln 0 counts as 0. The independence test sees T - 1 transitions, the number test all T observations.
 *
 * <p>Sources: P. Kupiec (1995); P. Christoffersen, "Evaluating interval forecasts" (1998).
 */
public final class Coverage {
    private Coverage() {}

    /**
     * Kupiec's proportion of failures: -2 ln of (1 - p)^(T - x) p^x over its maximum at x / T; chi-squared with 1 degree of
     * freedom.
     *
     * @param observations T, at least 1
     * @param exceptions x, from 0 to T
     * @param tail p = 1 - confidence, in (0, 1)
     */
    public static LikelihoodRatio unconditional(int observations, int exceptions, double tail) {
        Arguments.atLeast("observations", observations, 1);
        Arguments.within("exceptions", exceptions, 0, observations);
        Arguments.between("tail", tail, 0, 1);
        double rate = (double) exceptions / observations;
        return LikelihoodRatio.of(
                2 * (logLikelihood(observations, exceptions, rate) - logLikelihood(observations, exceptions, tail)), 1);
    }

    /** Christoffersen's independence: does an exception make the next one likelier? 1 degree of freedom. */
    public static LikelihoodRatio independence(Transitions transitions) {
        int fromCalm = transitions.calmToCalm() + transitions.calmToException();
        int fromException = transitions.exceptionToCalm() + transitions.exceptionToException();
        int exceptions = transitions.calmToException() + transitions.exceptionToException();
        int all = fromCalm + fromException;
        Arguments.atLeast("number of transitions", all, 1);
        double together = logLikelihood(all, exceptions, (double) exceptions / all);
        double apart = logLikelihood(fromCalm, transitions.calmToException())
                + logLikelihood(fromException, transitions.exceptionToException());
        return LikelihoodRatio.of(2 * (apart - together), 1);
    }

    /** Conditional coverage: the sum of both statistics, 2 degrees of freedom. */
    public static LikelihoodRatio conditional(LikelihoodRatio unconditional, LikelihoodRatio independence) {
        return LikelihoodRatio.of(unconditional.statistic() + independence.statistic(), 2);
    }

    /**
     * The numbers of exceptions that Kupiec's test does not reject.
     *
     * @param significance e.g. 0.05
     */
    public static Accepted accepted(int observations, double tail, double significance) {
        Arguments.between("significance", significance, 0, 1);
        int centre = (int) Math.round(observations * tail);
        int least = centre;
        while (least > 0 && !unconditional(observations, least - 1, tail).rejects(significance)) {
            least--;
        }
        int most = centre;
        while (most < observations
                && !unconditional(observations, most + 1, tail).rejects(significance)) {
            most++;
        }
        return new Accepted(least, most);
    }

    /** Both ends belong to the accepted numbers. */
    public record Accepted(int least, int most) {}

    private static double logLikelihood(int observations, int exceptions) {
        return observations == 0 ? 0 : logLikelihood(observations, exceptions, (double) exceptions / observations);
    }

    private static double logLikelihood(int observations, int exceptions, double probability) {
        return times(exceptions, probability) + times(observations - exceptions, 1 - probability);
    }

    private static double times(int count, double probability) {
        return count == 0 ? 0 : count * Math.log(probability);
    }
}
