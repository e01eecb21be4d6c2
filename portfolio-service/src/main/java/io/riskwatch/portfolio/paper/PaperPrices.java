package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The latest ticks as money of an account: rates go through the dollar, a rate EURUSD is the price of one euro. */
@Component
class PaperPrices {

    private static final String PIVOT = "USD";

    private final LatestTicks ticks;

    PaperPrices(LatestTicks ticks) {
        this.ticks = ticks;
    }

    Optional<Tick> latest(String symbol) {
        return ticks.find(symbol);
    }

    boolean stale(String symbol) {
        return ticks.stale(symbol);
    }

    /** What one unit of a currency is worth in another; empty where a rate is not known. */
    Optional<BigDecimal> rate(String from, String to) {
        return from.equals(to)
                ? Optional.of(BigDecimal.ONE)
                : inDollars(from)
                        .flatMap(dollars ->
                                inDollars(to).map(divisor -> dollars.divide(divisor, MathContext.DECIMAL64)));
    }

    /** Whether a rate is older than it may be. */
    boolean staleRate(String from, String to) {
        return !from.equals(to) && (staleInDollars(from) || staleInDollars(to));
    }

    private Optional<BigDecimal> inDollars(String currency) {
        return currency.equals(PIVOT)
                ? Optional.of(BigDecimal.ONE)
                : ticks.find(currency + PIVOT).map(Tick::price);
    }

    private boolean staleInDollars(String currency) {
        return !currency.equals(PIVOT) && ticks.stale(currency + PIVOT);
    }
}
