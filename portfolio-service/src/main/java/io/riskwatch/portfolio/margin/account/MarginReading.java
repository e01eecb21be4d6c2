package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.InitialMargin;
import io.riskwatch.portfolio.margin.MarginAccount;
import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.margin.rate.RateBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the margin accounts of a portfolio stand, taken together.
 *
 * @param loanIsSet whether somebody said the loan, instead of leaving it to what the cash owes
 * @param dollar what a dollar is worth in the currency
 * @param exchangeRates what one unit of each currency that something here is in is worth in the currency
 * @param pricesAsOf when the oldest of the prices was made; absent when nothing is held
 * @param priceTimes of each symbol held that has a price
 * @param staleSymbols whose prices or exchange rates are older than they may be, and currencies owed at such rates
 * @param unknownSymbols which have no price or no exchange rate, and currencies without one: they are in no figure
 */
public record MarginReading(
        UUID portfolioId,
        CurrencyUnit currency,
        Instant at,
        MarginAccount account,
        RateBook rates,
        MarginStatus status,
        InitialMargin initial,
        boolean loanIsSet,
        BigDecimal dollar,
        Map<String, BigDecimal> exchangeRates,
        @Nullable Instant pricesAsOf,
        Map<String, PriceTime> priceTimes,
        List<String> staleSymbols,
        List<String> unknownSymbols,
        boolean simulated) {

    public MarginReading {
        exchangeRates = Map.copyOf(exchangeRates);
        priceTimes = Map.copyOf(priceTimes);
        staleSymbols = List.copyOf(staleSymbols);
        unknownSymbols = List.copyOf(unknownSymbols);
    }

    /**
     * When a price was made.
     *
     * @param marketClosedSince since when its market is closed; empty while it is open
     */
    public record PriceTime(Instant asOf, Optional<Instant> marketClosedSince) {}

    /** What is valued at the last price of a closed market, in the order of the symbols. */
    public List<String> closedSymbols() {
        return priceTimes.entrySet().stream()
                .filter(entry -> entry.getValue().marketClosedSince().isPresent())
                .map(Map.Entry::getKey)
                .filter(symbol -> !staleSymbols.contains(symbol))
                .sorted()
                .toList();
    }

    /** In the order of their symbols. */
    public List<MarginPosition> positions() {
        return account.positions();
    }
}
