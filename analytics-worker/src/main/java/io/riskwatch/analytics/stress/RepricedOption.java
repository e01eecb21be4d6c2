package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.pricing.AmericanOption;
import io.riskwatch.quant.pricing.EuropeanOption;
import io.riskwatch.quant.stat.Moments;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * An option that is priced anew when its underlying, its volatility or the interest rate moves; time stands still. European ones by
 * Black and Scholes, American ones on a binomial tree.
 *
 * @param spot last close of the underlying
 * @param price last close of the option, in the same currency
 * @param years from the window's last day to the expiry, of 365 days
 * @param rate continuous, per year
 */
record RepricedOption(
        OptionTerms terms,
        double spot,
        double price,
        double years,
        double rate,
        double volatility,
        VolatilitySource volatilitySource) {

    static final double DAYS_OF_A_YEAR = 365;
    static final int STEPS = 256;
    /** Where thousands of prices are wanted. */
    static final int FEW_STEPS = 64;

    private static final double TRADING_DAYS = 252;
    private static final int MOST_STEPS = 4096;
    private static final double LEAST_VOLATILITY = 0.01;
    private static final double MOST_VOLATILITY = 10;
    private static final double NEXT_TO_NOTHING = 1e-9;
    private static final double NUDGE = 1e-3;

    /** Where an option's volatility comes from. */
    enum VolatilitySource {
        /** The caller. */
        TOLD,
        /** Its last price. */
        IMPLIED,
        /** The past of its underlying, since it has no price or no volatility explains its last one. */
        HISTORICAL
    }

    /**
     * The option at the window's last prices.
     *
     * @param option its column among the positions
     * @param field to name in a refusal
     * @param riskFree annual
     */
    static RepricedOption of(OptionTerms terms, Exposure exposure, int option, String field, double riskFree) {
        int underlying = exposure.symbols().indexOf(terms.underlying());
        LocalDate day = exposure.lastDay();
        requireAlive(terms, day, field);
        Exposure.Position its = exposure.positions().get(option);
        Exposure.Position on = exposure.positions().get(underlying);
        if (!its.currency().equals(on.currency())) {
            throw new BadInputException(
                    field + ".underlying",
                    on.symbol() + " is priced in " + on.currency() + ", the option in " + its.currency() + ".");
        }
        RepricedOption unknown = new RepricedOption(
                terms,
                on.lastClose(),
                its.quantity() == null ? its.lastClose() : its.lastClose() / terms.multiplier(),
                ChronoUnit.DAYS.between(day, terms.expiry()) / DAYS_OF_A_YEAR,
                Math.log1p(riskFree),
                Double.NaN,
                VolatilitySource.TOLD);
        RepricedOption known = unknown.withVolatility(exposure.returns(), underlying, field);
        return its.provider().equals(ModelledHistory.PROVIDER) && terms.volatility() == null
                ? known.with(known.volatility, VolatilitySource.HISTORICAL)
                : known;
    }

    static void requireAlive(OptionTerms terms, LocalDate day, String field) {
        if (!terms.expiry().isAfter(day)) {
            throw new BadInputException(
                    field + ".expiry", "The option expired on " + terms.expiry() + "; the window ends on " + day + ".");
        }
    }

    private RepricedOption withVolatility(double[][] returns, int underlying, String field) {
        if (terms.volatility() != null) {
            return with(terms.volatility(), VolatilitySource.TOLD);
        }
        try {
            return with(implied(), VolatilitySource.IMPLIED);
        } catch (UndefinedMeasureException e) {
            double[] past = new double[returns.length];
            for (int t = 0; t < past.length; t++) {
                past[t] = returns[t][underlying];
            }
            double historical = Moments.of(past).standardDeviation() * Math.sqrt(TRADING_DAYS);
            if (!(historical > 0)) {
                throw new BadInputException(
                        field,
                        "No volatility explains its price of " + price + ", and its underlying has none: "
                                + e.getMessage());
            }
            return with(historical, VolatilitySource.HISTORICAL);
        }
    }

    private RepricedOption with(double known, VolatilitySource source) {
        return new RepricedOption(terms, spot, price, years, rate, known, source);
    }

    private double implied() {
        if (terms.style() == OptionTerms.Style.EUROPEAN) {
            return european(spot, rate).impliedVolatility(price);
        }
        if (model(spot, LEAST_VOLATILITY, rate) >= price || model(spot, MOST_VOLATILITY, rate) <= price) {
            throw new UndefinedMeasureException("implied volatility has no value: the price " + price
                    + " is none that early exercise leaves at any volatility");
        }
        return new BrentSolver(1e-10, 1e-10, 0)
                .solve(200, v -> model(spot, v, rate) - price, LEAST_VOLATILITY, MOST_VOLATILITY);
    }

    /** What the model says it is worth now: its last price where its volatility is implied by that. */
    double modelPrice() {
        return model(spot, volatility, rate);
    }

    /**
     * The share of its last price it gains or loses.
     *
     * @param underlying simple return of the underlying
     * @param volatilityRise 0.1 for ten percentage points
     * @param rateRise 0.01 for a percentage point
     */
    double change(double underlying, double volatilityRise, double rateRise) {
        double moved = Math.max(spot * (1 + underlying), spot * NEXT_TO_NOTHING);
        double after = model(moved, Math.max(LEAST_VOLATILITY, volatility + volatilityRise), rate + rateRise);
        return Math.max(-1, (after - modelPrice()) / price);
    }

    /** Change of the option's price per unit of the underlying's. */
    double delta() {
        return terms.style() == OptionTerms.Style.EUROPEAN
                ? european(spot, rate).delta(volatility)
                : (model(spot * (1 + NUDGE), volatility, rate) - model(spot * (1 - NUDGE), volatility, rate))
                        / (2 * NUDGE * spot);
    }

    /** Share of its price it moves by when its underlying moves by all of its own, by delta alone. */
    double elasticity() {
        return delta() * spot / price;
    }

    private EuropeanOption european(double underlying, double interest) {
        return european(terms, underlying, years, interest);
    }

    private static EuropeanOption european(OptionTerms terms, double underlying, double years, double interest) {
        return new EuropeanOption(terms.type(), underlying, terms.strike(), interest, terms.dividendYield(), years);
    }

    private double model(double underlying, double sigma, double interest) {
        return model(terms, underlying, years, interest, sigma, STEPS);
    }

    /** The price of an option of these terms. */
    static double model(OptionTerms terms, double underlying, double years, double interest, double sigma, int steps) {
        EuropeanOption european = european(terms, underlying, years, interest);
        if (terms.style() == OptionTerms.Style.EUROPEAN) {
            return european.price(sigma);
        }
        double drift = interest - terms.dividendYield();
        double needed = years * Math.pow(2 * drift / sigma, 2);
        return needed > MOST_STEPS
                ? Math.max(european.price(sigma), terms.type().payoff(underlying, terms.strike()))
                : new AmericanOption(european, sigma).onTree((int) Math.max(steps, Math.ceil(needed)));
    }
}
