package io.riskwatch.portfolio.alert.watch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.riskwatch.portfolio.access.server.OnBehalf;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.Quote;
import io.riskwatch.portfolio.marketdata.Quotes;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Quotes from the ticks in memory. What does not tick, such as an organisation's own upload, is asked for and remembered for a
 * minute; that nobody knows a symbol is remembered as well.
 */
@Component
class LivePrices {

    private static final int MOST_KEPT = 50_000;
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final LatestTicks latest;
    private final MarketData marketData;
    private final OnBehalf onBehalf;
    private final Cache<List<Object>, Optional<Quote>> others =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    LivePrices(LatestTicks latest, MarketData marketData, OnBehalf onBehalf) {
        this.latest = latest;
        this.marketData = marketData;
        this.onBehalf = onBehalf;
    }

    /** @param userId on whose behalf what does not tick is asked for */
    Quotes of(UUID organisationId, UUID userId, Collection<String> symbols) {
        var found = new HashMap<String, Quote>();
        var missing = new ArrayList<String>();
        for (var symbol : symbols) {
            var tick = latest.find(symbol);
            var other = tick.isPresent() ? null : others.getIfPresent(List.of(organisationId, symbol));
            if (tick.isPresent()) {
                found.put(symbol, quote(tick.get()));
            } else if (other == null) {
                missing.add(symbol);
            } else {
                other.ifPresent(quote -> found.put(symbol, quote));
            }
        }
        var away = !missing.isEmpty() && !ask(organisationId, userId, missing, found);
        return new Quotes(found, away);
    }

    private boolean ask(UUID organisationId, UUID userId, List<String> missing, Map<String, Quote> found) {
        var answers = new ArrayList<Quotes>(1);
        onBehalf.of(userId, organisationId, () -> answers.add(marketData.quotes(missing)));
        var quotes = answers.getFirst();
        found.putAll(quotes.bySymbol());
        if (!quotes.away()) {
            missing.forEach(symbol -> others.put(List.of(organisationId, symbol), quotes.of(symbol)));
        }
        return !quotes.away();
    }

    private Quote quote(Tick tick) {
        return new Quote(
                        tick.symbol(),
                        tick.price(),
                        tick.currency(),
                        tick.asOf(),
                        tick.previousClose(),
                        null,
                        false,
                        latest.stale(tick.symbol()))
                .within(tick.sessionCloses(), tick.nextOpens());
    }
}
