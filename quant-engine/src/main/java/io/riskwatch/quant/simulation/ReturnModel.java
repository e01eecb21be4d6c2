package io.riskwatch.quant.simulation;

import java.util.random.RandomGenerator;

/** A source of simulated simple returns, period after period. */
public interface ReturnModel {
    /** Begins one future; its randomness comes from the generator alone. */
    Path start(RandomGenerator random);

    /** One future, with whatever state the model carries from period to period. */
    interface Path {
        /**
         * The simple return of the next period, at least -1.
         *
         * @param years length of the period in years; a resampling model takes one observation per call whatever the length
         */
        double next(double years);
    }
}
