package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Many assets simulated together: each moves alone as its {@link Marginal} says, together as the {@link Copula} says (Sklar's
 * theorem). Periods are independent of each other.
 *
 * <p>With {@link #portfolio} it becomes a {@link ReturnModel}, so that a {@link SavingsPlan} answers goal probabilities of a
 * portfolio with contributions and withdrawals, which are made at the weights of the moment.
 *
 * <p>Cost of one period: assets squared, and one quantile per asset; a Student t quantile is searched for and is by far the dearest.
 *
 * <p>Source: A. McNeil, R. Frey and P. Embrechts, "Quantitative Risk Management" (2005) 5.1.
 */
public final class CorrelatedReturns {
    /** Uniform draws are kept this far from 0 and 1, where quantiles are infinite. */
    private static final double EDGE = 0x1.0p-53;

    private final Copula copula;
    private final List<Marginal> marginals;

    /** What happens to the weights from period to period. */
    public enum Weights {
        /** Brought back to the target before every period, free of cost. */
        REBALANCED,
        /** Bought once and left to drift. */
        DRIFTING
    }

    private CorrelatedReturns(Copula copula, List<Marginal> marginals) {
        this.copula = copula;
        this.marginals = List.copyOf(marginals);
    }

    /**
     * A model of several assets.
     *
     * @param copula how they move together
     * @param marginals how each moves alone, one per asset of the copula
     */
    public static CorrelatedReturns of(Copula copula, List<Marginal> marginals) {
        Arguments.sameLength("copula", copula.assets(), "marginals", marginals.size());
        return new CorrelatedReturns(copula, marginals);
    }

    /** One draw: the simple return of each asset over a period of so many years. */
    public double[] next(RandomGenerator random, double years) {
        Arguments.positive("years", years);
        double[] returns = copula.next(random);
        for (int i = 0; i < returns.length; i++) {
            double u = Math.clamp(returns[i], EDGE, 1 - EDGE);
            returns[i] = marginals.get(i).returnAt(u, years);
        }
        return returns;
    }

    /**
     * The portfolio of these assets as one source of returns.
     *
     * @param weights one per asset, not negative, summing to 1
     */
    public ReturnModel portfolio(double[] weights, Weights treatment) {
        Arguments.sameLength("marginals", marginals.size(), "weights", weights.length);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Arguments.notNegative("weights[" + i + "]", weights[i]);
        }
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("weights must sum to 1, summed to " + sum);
        }
        double[] target = weights.clone();
        return random -> {
            double[] held = target.clone();
            return years -> {
                double growth = 0;
                double[] grown = next(random, years);
                for (int i = 0; i < grown.length; i++) {
                    grown[i] = held[i] * (1 + grown[i]);
                    growth += grown[i];
                }
                if (treatment == Weights.DRIFTING && growth > 0) {
                    for (int i = 0; i < grown.length; i++) {
                        held[i] = grown[i] / growth;
                    }
                }
                return growth - 1;
            };
        };
    }
}
