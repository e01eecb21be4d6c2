package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.PriceHistory;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The value of a portfolio over time, from its ledger and the price history of what it ever held. */
@Service
class ValueHistories {

    /** Closes before the first booking that may still count on its day: weekends and holidays. */
    private static final int DAYS_BEFORE = 10;

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final MarketData marketData;
    private final Clock clock;

    ValueHistories(Portfolios portfolios, Transactions transactions, MarketData marketData, Clock clock) {
        this.portfolios = portfolios;
        this.transactions = transactions;
        this.marketData = marketData;
        this.clock = clock;
    }

    ValueHistoryView of(UUID portfolioId, int maxPoints) {
        var portfolio = portfolios.require(portfolioId);
        var base = portfolio.baseCurrency();
        var span = transactions.span(portfolioId);
        var today = LocalDate.now(clock);
        if (span.isEmpty() || span.get().first().isAfter(today)) {
            return new ValueHistoryView(portfolioId, base.getCode(), false, List.of(), List.of(), List.of());
        }
        var first = span.get().first();
        var from = first.minusDays(DAYS_BEFORE);
        var prices = new HashMap<>(marketData.histories(span.get().symbols(), from, today));
        var currencies = new TreeSet<>(span.get().currencies());
        prices.values().stream().map(PriceHistory::currency).forEach(currencies::add);
        var days = ValueHistory.days(prices.values(), first, today, maxPoints);
        var simulated = prices.values().stream().anyMatch(PriceHistory::simulated);
        prices.putAll(marketData.histories(ExchangeRates.symbols(base.getCode(), currencies), from, today));

        var history = new ValueHistory(base, days, prices);
        transactions.forEach(portfolioId, entry -> {
            if (!entry.booking().date().isAfter(today)) {
                history.play(entry);
            }
        });
        var points = history.finish().entrySet().stream()
                .map(point ->
                        new ValueHistoryView.PointView(point.getKey(), HoldingsView.rounded(point.getValue(), base)))
                .toList();
        return new ValueHistoryView(
                portfolioId, base.getCode(), simulated, points, history.unpriced(), history.missingRates());
    }
}
