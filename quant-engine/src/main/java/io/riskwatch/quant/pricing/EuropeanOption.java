package io.riskwatch.quant.pricing;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.distribution.Normal;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * An option that may be exercised on its last day only, under Black and Scholes in Haug's generalised form.
 *
 * <p>Price = s (S e^(-qT) N(s d1) - K e^(-rT) N(s d2)), s = 1 for calls and -1 for puts, d1 = (ln(S/K) + (r - q + v^2 / 2) T) /
 * (v sqrt(T)), d2 = d1 - v sqrt(T). q is the dividend yield; q = r prices an option on a future, q = the foreign rate one on
 * a currency. Rates are continuously compounded per year, times in years.
 *
 * <p>Greeks are raw: vega and rho per 1.00, theta per year (divide by 100 and by 365 for the customary display).
 *
 * <p>Sources: F. Black and M. Scholes (1973); E. Haug, "The Complete Guide to Option Pricing Formulas" (2007).
 *
 * @param spot S, greater than 0
 * @param strike K, greater than 0
 * @param rate r
 * @param dividendYield q
 * @param years T, greater than 0
 */
public record EuropeanOption(
        OptionKind kind, double spot, double strike, double rate, double dividendYield, double years) {
    private static final double MOST_VOLATILITY = 100;

    public EuropeanOption {
        Arguments.positive("spot", spot);
        Arguments.positive("strike", strike);
        Arguments.finite("rate", rate);
        Arguments.finite("dividendYield", dividendYield);
        Arguments.positive("years", years);
        Arguments.finite("discount factor exp(-rate years)", Math.exp(-rate * years));
        Arguments.finite("discount factor exp(-dividendYield years)", Math.exp(-dividendYield * years));
    }

    /** The price at a volatility per year, at least 0 (0 is the discounted payoff on the forward). */
    public double price(double volatility) {
        Arguments.notNegative("volatility", volatility);
        if (volatility == 0) {
            return kind.payoff(spot * carry(), strike * discount());
        }
        int s = kind.sign();
        return s
                * (spot * carry() * Normal.cumulative(s * d1(volatility))
                        - strike * discount() * Normal.cumulative(s * d2(volatility)));
    }

    /** Change of the price per unit of the spot, in [-1, 1]. */
    public double delta(double volatility) {
        int s = kind.sign();
        return s * carry() * Normal.cumulative(s * d1(positive(volatility)));
    }

    /** Change of delta per unit of the spot; the same for calls and puts. */
    public double gamma(double volatility) {
        return carry() * Normal.density(d1(positive(volatility))) / (spot * volatility * Math.sqrt(years));
    }

    /** Change of the price per 1.00 of volatility; the same for calls and puts. */
    public double vega(double volatility) {
        return spot * carry() * Normal.density(d1(positive(volatility))) * Math.sqrt(years);
    }

    /** Change of the price per year that passes; usually negative. */
    public double theta(double volatility) {
        int s = kind.sign();
        double decay = -spot * carry() * Normal.density(d1(positive(volatility))) * volatility / (2 * Math.sqrt(years));
        return decay
                + s * dividendYield * spot * carry() * Normal.cumulative(s * d1(volatility))
                - s * rate * strike * discount() * Normal.cumulative(s * d2(volatility));
    }

    /** Change of the price per 1.00 of the rate, the dividend yield unchanged. */
    public double rho(double volatility) {
        int s = kind.sign();
        return s * years * strike * discount() * Normal.cumulative(s * d2(positive(volatility)));
    }

    /** Change of the price per 1.00 of the dividend yield. */
    public double dividendRho(double volatility) {
        int s = kind.sign();
        return -s * years * spot * carry() * Normal.cumulative(s * d1(positive(volatility)));
    }

    /** Percent by which the option moves when the spot moves one percent: delta S / price. */
    public double elasticity(double volatility) {
        double price = price(volatility);
        if (!(price > 0)) {
            throw new UndefinedMeasureException("elasticity has no value: the option's price is " + price);
        }
        return delta(volatility) * spot / price;
    }

    /**
     * The volatility at which the model gives this price, by Brent's method on [0, 100].
     *
     * <p>A price at or below the value without volatility, or at or above its bound (the spot or the strike, discounted), has
     * none: refused.
     */
    public double impliedVolatility(double price) {
        Arguments.finite("price", price);
        double least = price(0);
        double most = kind == OptionKind.CALL ? spot * carry() : strike * discount();
        if (price <= least || price >= most) {
            throw new UndefinedMeasureException("implied volatility has no value: the price " + price
                    + " lies outside the arbitrage bounds (" + least + ", " + most + ")");
        }
        if (price(MOST_VOLATILITY) < price) {
            throw new UndefinedMeasureException(
                    "implied volatility has no value: it would exceed " + MOST_VOLATILITY + " at the price " + price);
        }
        return new BrentSolver(1e-15, 1e-15, 0).solve(1000, v -> price(v) - price, 0, MOST_VOLATILITY);
    }

    private double carry() {
        return Math.exp(-dividendYield * years);
    }

    private double discount() {
        return Math.exp(-rate * years);
    }

    private double d1(double volatility) {
        double drift = (rate - dividendYield + 0.5 * volatility * volatility) * years;
        return (Math.log(spot / strike) + drift) / (volatility * Math.sqrt(years));
    }

    private double d2(double volatility) {
        return d1(volatility) - volatility * Math.sqrt(years);
    }

    private static double positive(double volatility) {
        return Arguments.positive("volatility", volatility);
    }
}
