package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A position at a price, with the rates that hold for it.
 *
 * @param quantity negative of what is sold short
 * @param price of one unit of the quantity, in its own currency; of an option that is a whole contract
 * @param fx what one unit of that currency is worth in the account's
 * @param option absent of everything that is no option, and of an option whose terms are not known
 * @param dollar what one dollar is worth in the account's currency: the rules of short positions are dollars per share
 * @param stale whether the price or the exchange rate is older than it may be
 */
public record MarginPosition(
        String symbol,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal fx,
        MarginRates rates,
        @Nullable OptionTerms option,
        BigDecimal dollar,
        boolean stale) {

    public MarginPosition {
        if (price.signum() < 0) {
            throw new IllegalArgumentException("price is at least 0, was " + price);
        }
        if (fx.signum() <= 0 || dollar.signum() <= 0) {
            throw new IllegalArgumentException("an exchange rate is above 0, was " + fx + " and " + dollar);
        }
    }

    /** What is no option, at a fresh price that is in dollars. */
    public static MarginPosition of(
            String symbol, BigDecimal quantity, BigDecimal price, BigDecimal fx, MarginRates rates) {
        return new MarginPosition(symbol, quantity, price, fx, rates, null, fx, false);
    }

    /** At another price, which is older than it may be or not. */
    public MarginPosition at(BigDecimal newPrice, boolean isStale) {
        return new MarginPosition(symbol, quantity, newPrice, fx, rates, option, dollar, isStale);
    }

    public MarginPosition withQuantity(BigDecimal newQuantity) {
        return new MarginPosition(symbol, newQuantity, price, fx, rates, option, dollar, stale);
    }

    /** In the account's currency, negative of what is sold short, unrounded. */
    public BigDecimal value() {
        return quantity.multiply(price).multiply(fx);
    }

    public boolean isShort() {
        return quantity.signum() < 0;
    }

    /** Shares, or those that option contracts are about. */
    BigDecimal units() {
        return option == null ? quantity : quantity.multiply(BigDecimal.valueOf(option.multiplier()));
    }
}
