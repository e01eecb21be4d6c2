package io.riskwatch.marketdata.feed;

import io.riskwatch.marketdata.provider.Currencies;
import io.riskwatch.marketdata.provider.stream.StreamEvent;
import io.riskwatch.marketdata.quote.LatestQuotes;
import io.riskwatch.marketdata.quote.Quote;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Makes quotes of what a socket tells: in whole units of a known currency, and not from the future. */
final class StreamedQuotes {
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final String provider;
    private final LatestQuotes latest;
    private final Clock clock;

    StreamedQuotes(String provider, LatestQuotes latest, Clock clock) {
        this.provider = provider;
        this.latest = latest;
        this.clock = clock;
    }

    /** The quote; empty where nobody knows its currency. The close before is the one that was fetched. */
    Optional<Quote> of(StreamEvent.Price price) {
        String key = price.symbol().key();
        Quote known = latest.find(key).orElse(null);
        String unit = price.unit() != null ? price.unit() : known == null ? null : known.currency();
        if (unit == null
                || !Currencies.isIso(Currencies.iso(unit))
                || price.asOf().isAfter(clock.instant().plus(AHEAD))) {
            return Optional.empty();
        }
        String currency = Currencies.iso(unit);
        Double previous = known != null && known.currency().equals(currency) ? known.previousClose() : null;
        return Optional.of(Quote.of(
                key,
                Currencies.whole(price.price(), unit).doubleValue(),
                currency,
                price.asOf(),
                previous,
                provider,
                false));
    }
}
