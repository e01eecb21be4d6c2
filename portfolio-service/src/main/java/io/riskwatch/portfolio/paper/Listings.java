package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.MarketDataAway;
import io.riskwatch.portfolio.marketdata.MarketHours;
import io.riskwatch.portfolio.marketdata.Quote;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order has to know of its instrument. Asks marketdata-service: not for use inside a database transaction. */
@Component
class Listings {

    /** The simulated exchange trades round the clock: its day is that of UTC. */
    private static final String SIMULATED = "XSIM";

    private static final Set<String> NOT_TRADED = Set.of("FX", "INDEX", "FACTOR", "CASH", "OPTION", "FUTURE");
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final MarketData marketData;
    private final Clock clock;

    Listings(MarketData marketData, Clock clock) {
        this.marketData = marketData;
        this.clock = clock;
    }

    /**
     * An instrument.
     *
     * @param lotSize the smallest number that trades, 1 where nobody says
     * @param tradable whether paper orders trade it
     */
    record Listing(
            String symbol,
            String type,
            CurrencyUnit currency,
            BigDecimal lotSize,
            boolean tradable,
            @Nullable String exchange) {}

    /** Empty when nobody knows the symbol. */
    Optional<Listing> find(String symbol) {
        try {
            return marketData.instrument(symbol).map(Listings::listing);
        } catch (MarketDataAway e) {
            throw away();
        }
    }

    private static Listing listing(Instrument instrument) {
        BigDecimal lotSize = instrument.lotSize();
        return new Listing(
                instrument.symbol(),
                instrument.type(),
                CurrencyUnit.of(instrument.currency()),
                lotSize == null || lotSize.signum() <= 0 ? BigDecimal.ONE : lotSize,
                !NOT_TRADED.contains(instrument.type()),
                instrument.exchange());
    }

    /** The last price of a symbol that has had no tick here. */
    Optional<Quote> quote(String symbol) {
        return marketData.quotes(List.of(symbol)).of(symbol);
    }

    /** When a day order of the instrument ends: at its market's next close, at midnight UTC where that is not known. */
    Instant endOfDay(Listing listing) {
        if (listing.exchange() == null || listing.exchange().equals(SIMULATED)) {
            return midnight();
        }
        try {
            return marketData
                    .hours(listing.exchange())
                    .map(MarketHours::nextClose)
                    .orElseGet(this::midnight);
        } catch (MarketDataAway e) {
            throw away();
        }
    }

    private Instant midnight() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static ProblemException away() {
        return ProblemException.unavailable(RETRY, "Market data is away, so that the order cannot be checked.");
    }
}
