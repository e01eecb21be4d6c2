package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.marketdata.Quotes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rates into one currency, through the dollar: an instrument {@code EURUSD} is the price of one euro in dollars. A rate
 * is never inverted and rounded; a conversion multiplies, then divides once, at 34 digits.
 */
public final class ExchangeRates {

    static final String PIVOT = "USD";

    private final String base;
    private final Quotes quotes;

    ExchangeRates(String base, Quotes quotes) {
        this.base = base;
        this.quotes = quotes;
    }

    /** The symbols to ask quotes for, to convert these currencies into the base currency. */
    static List<String> symbols(String base, Collection<String> currencies) {
        var all = new TreeSet<>(currencies);
        all.add(base);
        all.remove(PIVOT);
        return all.size() == 1 && all.contains(base) && currencies.stream().allMatch(base::equals)
                ? List.of()
                : all.stream().map(ExchangeRates::symbol).toList();
    }

    static String symbol(String currency) {
        return currency + PIVOT;
    }

    /** An amount of a currency in the base currency, unrounded; empty when the rate is not known. */
    Optional<BigDecimal> convert(BigDecimal amount, String currency) {
        if (currency.equals(base) || amount.signum() == 0) {
            return Optional.of(amount);
        }
        return inPivot(currency)
                .flatMap(dollars ->
                        inPivot(base).map(divisor -> amount.multiply(dollars).divide(divisor, MathContext.DECIMAL128)));
    }

    /** The rate of a currency, with the time of its older leg. */
    Optional<Rate> rate(String currency) {
        return convert(BigDecimal.ONE, currency)
                .map(value -> new Rate(
                        currency, value.round(MathContext.DECIMAL64), asOf(currency), stale(currency) || stale(base)));
    }

    /** Whether one of a currency's legs is older than it may be; never of the base currency and of a rate that is not known. */
    boolean isOld(String currency, Duration allowance, Instant now) {
        return !currency.equals(base)
                && Stream.of(currency, base)
                        .filter(leg -> !leg.equals(PIVOT))
                        .flatMap(leg -> quotes.of(symbol(leg)).stream())
                        .anyMatch(quote -> quote.isOlder(allowance, now));
    }

    private @Nullable Instant asOf(String currency) {
        return quotes.of(symbol(currency.equals(PIVOT) ? base : currency))
                .map(quote -> quote.asOf())
                .orElse(null);
    }

    private boolean stale(String currency) {
        return quotes.of(symbol(currency)).map(quote -> quote.stale()).orElse(false);
    }

    private Optional<BigDecimal> inPivot(String currency) {
        return currency.equals(PIVOT)
                ? Optional.of(BigDecimal.ONE)
                : quotes.of(symbol(currency)).map(quote -> quote.price()).filter(price -> price.signum() > 0);
    }

    /** What one unit of a currency is worth in the base currency. */
    record Rate(String currency, BigDecimal value, @Nullable Instant asOf, boolean stale) {}
}
