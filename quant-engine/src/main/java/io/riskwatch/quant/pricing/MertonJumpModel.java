package io.riskwatch.quant.pricing;

import io.riskwatch.quant.Arguments;

/**
 * European prices when the spot also jumps: Poisson jumps of lognormal size on top of Brownian motion.
 *
 * <p>Price = sum over n of e^(-l'T) (l'T)^n / n! x Black-Scholes at sigma_n^2 = sigma^2 + n d^2 / T and rate r - l k + n ln(1 + k) /
 * T, with l' = l (1 + k). The sum ends when the weights left are below 1e-16.
 *
 * <p>Source: R. Merton, "Option pricing when underlying stock returns are discontinuous" (1976).
 *
 * @param volatility sigma of the diffusion alone, per year
 * @param jumpsPerYear l, not negative
 * @param meanJump k, expected relative jump, above -1
 * @param jumpVolatility d, standard deviation of the log jump
 */
public record MertonJumpModel(double volatility, double jumpsPerYear, double meanJump, double jumpVolatility) {
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
        double intensity = jumpsPerYear * (1 + meanJump) * years;
        double weight = Math.exp(-intensity);
        double left = 1;
        double price = 0;
        for (int n = 0; left > 1e-16 && n < 10_000; n++) {
            double variance = volatility * volatility + n * jumpVolatility * jumpVolatility / years;
            double rate = option.rate() - jumpsPerYear * meanJump + n * Math.log1p(meanJump) / years;
            // the expected growth changes with the number of jumps, the discounting of the payoff with it
            EuropeanOption given = new EuropeanOption(
                    option.kind(), option.spot(), option.strike(), rate, option.dividendYield(), years);
            price += weight * given.price(Math.sqrt(variance));
            left -= weight;
            weight *= intensity / (n + 1);
            if (n > intensity && weight < 1e-18) {
                break;
            }
        }
        return price;
    }
}
