package io.riskwatch.quant.pricing;

import io.riskwatch.quant.Arguments;
import org.apache.commons.math3.special.Gamma;

/**
 * European prices when the spot also jumps: Poisson jumps of lognormal size on top of Brownian motion.
 *
 * <p>Price = sum over n of e^(-l'T) (l'T)^n / n! x Black-Scholes at sigma_n^2 = sigma^2 + n d^2 / T and rate r - l k + n ln(1 + k) /
 * T, with l' = l (1 + k). The sum leaves out numbers of jumps whose weights together are below 1e-16; cost
 * grows with the root of l T.
 *
 * <p>Source: R. Merton, "Option pricing when underlying stock returns are discontinuous" (1976).
 *
 * @param volatility sigma of the diffusion alone, per year
 * @param jumpsPerYear l, not negative
 * @param meanJump k, expected relative jump, above -1
 * @param jumpVolatility d, standard deviation of the log jump
 */
public record MertonJumpModel(double volatility, double jumpsPerYear, double meanJump, double jumpVolatility) {
    private static final double MOST_JUMPS = 1e6;

    public MertonJumpModel {
        Arguments.notNegative("volatility", volatility);
        Arguments.notNegative("jumpsPerYear", jumpsPerYear);
        Arguments.between("meanJump", meanJump, -1, Double.POSITIVE_INFINITY);
        Arguments.notNegative("jumpVolatility", jumpVolatility);
    }

    /**
     * From the whole variance and the part of it that jumps make, as Haug's tables state it; the mean jump is zero.
     *
     * @param totalVolatility per year
     * @param jumpShare share of the variance due to jumps, in [0, 1)
     * @param jumpsPerYear greater than 0
     */
    public static MertonJumpModel ofTotal(double totalVolatility, double jumpShare, double jumpsPerYear) {
        Arguments.positive("totalVolatility", totalVolatility);
        Arguments.within("jumpShare", jumpShare, 0, 1);
        Arguments.positive("jumpsPerYear", jumpsPerYear);
        double jumpVariance = jumpShare * totalVolatility * totalVolatility / jumpsPerYear;
        double diffusion = totalVolatility * Math.sqrt(1 - jumpShare);
        return new MertonJumpModel(diffusion, jumpsPerYear, 0, Math.sqrt(jumpVariance));
    }

    /** The price of a European option. */
    public double price(EuropeanOption option) {
        double years = option.years();
        double plain = jumpsPerYear * years;
        double intensity = plain * (1 + meanJump);
        if (intensity > MOST_JUMPS || plain > MOST_JUMPS) {
            throw new IllegalArgumentException("jumpsPerYear must leave at most " + MOST_JUMPS
                    + " jumps to be expected in the option's life, left " + Math.max(plain, intensity));
        }
        double price = 0;
        int last = (int) Math.ceil(reach(Math.max(plain, intensity), 1));
        for (int n = (int) Math.max(0, reach(Math.min(plain, intensity), -1)); n <= last; n++) {
            double variance = volatility * volatility + n * jumpVolatility * jumpVolatility / years;
            double rate = option.rate() - jumpsPerYear * meanJump + n * Math.log1p(meanJump) / years;
            // the expected growth changes with the number of jumps, the discounting of the payoff with it
            EuropeanOption given = new EuropeanOption(
                    option.kind(), option.spot(), option.strike(), rate, option.dividendYield(), years);
            price += poisson(n, intensity) * given.price(Math.sqrt(variance));
        }
        return price;
    }

    /** Twelve deviations (and thirty jumps) from the mean: what lies beyond has a probability below 1e-16. */
    private static double reach(double mean, int side) {
        return mean + side * (12 * Math.sqrt(mean) + 30);
    }

    /** Through logarithms, for exp(-mean) alone would be 0 from 746 jumps on. */
    private static double poisson(int n, double mean) {
        return mean == 0 ? (n == 0 ? 1 : 0) : Math.exp(n * Math.log(mean) - mean - Gamma.logGamma(n + 1.0));
    }
}
