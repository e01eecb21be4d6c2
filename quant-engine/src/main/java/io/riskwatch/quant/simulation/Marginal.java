package io.riskwatch.quant.simulation;

/** How one asset moves alone: the quantile function of its simple return over a period. */
public interface Marginal {
    /**
     * The simple return that is not exceeded with this probability, at least -1.
     *
     * @param probability in (0, 1)
     * @param years length of the period in years
     */
    double returnAt(double probability, double years);
}
