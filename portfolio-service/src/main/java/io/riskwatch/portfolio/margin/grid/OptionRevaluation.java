package io.riskwatch.portfolio.margin.grid;

import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.OptionTerms;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.pricing.EuropeanOption;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What an option is worth after its underlying moved, by Black and Scholes at the volatility that its price implies now, and
 * at least what exercising it pays then. A price that implies no volatility keeps its distance from the payoff.
 *
 * @param rate continuously compounded, per year
 */
record OptionRevaluation(LocalDate today, double rate) {

    private static final double DAYS = 365;

    /** The simple return of the option when its underlying moves, at least -1. */
    double returnOf(MarginPosition position, double move) {
        var option = Objects.requireNonNull(position.option());
        var price = position.price().doubleValue() / option.multiplier();
        if (price <= 0) {
            return 0; // nothing is lost of what is worth nothing, and a return on it has no value
        }
        return Math.max(-1, after(option, price, move) / price - 1);
    }

    private double after(OptionTerms option, double price, double move) {
        var spot = PortfolioMargin.spot(option);
        var moved = spot * (1 + move);
        var strike = option.strike().doubleValue();
        var years = ChronoUnit.DAYS.between(today, option.expiry()) / DAYS;
        var payoff = option.kind().payoff(moved, strike);
        if (years <= 0 || spot <= 0) {
            return payoff;
        }
        var payoffNow = option.kind().payoff(spot, strike);
        // what costs less than exercising it pays cannot be exercised today
        var least = price < payoffNow ? 0 : payoff;
        try {
            var volatility = new EuropeanOption(option.kind(), spot, strike, rate, 0, years).impliedVolatility(price);
            return Math.max(least, new EuropeanOption(option.kind(), moved, strike, rate, 0, years).price(volatility));
        } catch (UndefinedMeasureException e) {
            return Math.max(0, payoff + price - payoffNow);
        }
    }
}
