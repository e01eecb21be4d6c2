package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.calendar.MarketSession;
import io.riskwatch.marketdata.calendar.SessionClock;
import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.xsim.Exchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** When the market of a symbol trades: of what never rests, and where hours are not known, there is no session. */
@Component
class SymbolSessions {
    private static final Logger log = LoggerFactory.getLogger(SymbolSessions.class);
    private static final int MOST_KEPT = 50_000;

    /** An instrument whose market is not known may be learnt of the next minute. */
    private static final Duration MARKET_KEPT = Duration.ofMinutes(10);

    private final Exchange exchange;
    private final KnownInstruments instruments;
    private final Clock clock;
    private final SessionClock simulated;
    private final SessionClock currencies = SessionClock.currencies();
    private final Map<String, Optional<SessionClock>> byMarket = new ConcurrentHashMap<>();
    private final Map<String, Kept> bySymbol = new ConcurrentHashMap<>();

    SymbolSessions(Exchange exchange, KnownInstruments instruments, Clock clock) {
        this.exchange = exchange;
        this.instruments = instruments;
        this.clock = clock;
        this.simulated = SessionClock.of(exchange);
    }

    private record Kept(Optional<SessionClock> sessions, Instant until) {}

    /** The session of the symbol's market that is under way, or the last one. */
    Optional<MarketSession> now(String symbol) {
        Instant now = clock.instant();
        return clockOf(symbol, now).map(sessions -> sessions.at(now)).filter(MarketSession::rests);
    }

    Quote within(Quote quote) {
        return now(quote.symbol()).map(quote::within).orElse(quote);
    }

    private Optional<SessionClock> clockOf(String symbol, Instant now) {
        if (exchange.listing(symbol).isPresent()) {
            return Optional.of(simulated);
        }
        Kept kept = bySymbol.get(symbol);
        if (kept != null && now.isBefore(kept.until())) {
            return kept.sessions();
        }
        Optional<SessionClock> found = SourceSymbol.parse(symbol).flatMap(this::marketOf);
        if (bySymbol.size() >= MOST_KEPT) {
            bySymbol.clear();
        }
        bySymbol.put(symbol, new Kept(found, now.plus(MARKET_KEPT)));
        return found;
    }

    private Optional<SessionClock> marketOf(SourceSymbol symbol) {
        try {
            InstrumentType type = instruments.type(
                    symbol.symbol(), symbol.exchange(), symbol.pair().isPresent());
            return switch (type) {
                case CRYPTO -> Optional.empty();
                case FX -> Optional.of(currencies);
                default -> {
                    String market = symbol.exchange() == null
                            ? instruments.exchange(symbol.symbol()).orElse(KnownInstruments.NO_MARKET)
                            : symbol.exchange();
                    yield byMarket.computeIfAbsent(market, SessionClock::of);
                }
            };
        } catch (DataAccessException e) {
            log.warn(
                    "event=market-not-known symbol={} reason=\"{}\"",
                    symbol.key(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
