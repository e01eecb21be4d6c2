package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.OptionSymbols;
import io.riskwatch.portfolio.margin.OptionTerms;
import io.riskwatch.portfolio.margin.rate.RateBook;
import io.riskwatch.portfolio.marketdata.MarketSession;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.portfolio.valuation.PriceSource;
import io.riskwatch.portfolio.valuation.Valuation;
import io.riskwatch.portfolio.valuation.ValuedPosition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes positions of a margin account of valued ones: at the newest price there is, with the rates that hold. */
final class PositionReader {

    private static final String DOLLAR = "USD";

    private final RateBook rates;
    private final LatestTicks ticks;
    private final Function<String, @Nullable BigDecimal> spots;
    private final Instant now;
    private final Duration staleAfter;

    /** By symbol, and long and short apart: two accounts may differ. */
    private final Map<String, MarginPosition> positions = new TreeMap<>();

    final TreeSet<String> stale = new TreeSet<>();
    final TreeSet<String> unknown = new TreeSet<>();
    final Map<String, MarginReading.PriceTime> times = new TreeMap<>();
    private @Nullable Instant oldest;

    PositionReader(
            RateBook rates,
            LatestTicks ticks,
            Function<String, @Nullable BigDecimal> spots,
            Instant now,
            Duration staleAfter) {
        this.rates = rates;
        this.ticks = ticks;
        this.spots = spots;
        this.now = now;
        this.staleAfter = staleAfter;
    }

    /** The dollar in the account's currency, or one's own unit where nobody quotes it. */
    static BigDecimal dollar(Valuation valuation) {
        return valuation
                .convert(BigDecimal.ONE, DOLLAR)
                .filter(rate -> rate.signum() > 0)
                .orElse(BigDecimal.ONE);
    }

    void read(Valuation valuation) {
        valuation.positions().stream()
                .filter(valued -> valued.position().quantity().signum() != 0)
                .forEach(valued -> read(valued, valuation));
    }

    private void read(ValuedPosition valued, Valuation valuation) {
        var symbol = valued.position().symbol();
        var price = newest(valued);
        var fx = valuation.convert(BigDecimal.ONE, valued.priceCurrency()).filter(rate -> rate.signum() > 0);
        if (price == null || fx.isEmpty()) {
            unknown.add(symbol);
            return;
        }
        if (oldest == null || price.asOf().isBefore(oldest)) {
            oldest = price.asOf();
        }
        var isStale = price.unquoted() || old(price) || oldRate(valued.priceCurrency(), valuation);
        if (isStale) {
            stale.add(symbol);
        }
        times.put(
                symbol,
                new MarginReading.PriceTime(price.asOf(), price.session().closedSince(now)));
        var quantity = valued.position().quantity();
        var position = new MarginPosition(
                symbol,
                quantity,
                price.price(),
                fx.get(),
                rates.of(symbol),
                option(symbol),
                dollar(valuation),
                isStale);
        positions.merge(
                symbol + (quantity.signum() < 0 ? " short" : ""),
                position,
                (one, other) -> one.withQuantity(one.quantity().add(other.quantity())));
    }

    /** A market that is closed lets no price grow old. */
    private boolean old(Price price) {
        return price.session().openSince(price.asOf(), now).compareTo(staleAfter) > 0;
    }

    /** Whether the exchange rate of a currency is older than it may be. */
    boolean oldRate(String currency, Valuation valuation) {
        return valuation.hasOldRate(currency, staleAfter, now);
    }

    private record Price(BigDecimal price, Instant asOf, MarketSession session, boolean unquoted) {}

    /** The quote, or the tick that is newer than it. */
    private @Nullable Price newest(ValuedPosition valued) {
        var quoted = valued.price()
                .map(price -> new Price(
                        price,
                        valued.priceAsOf() == null ? Instant.EPOCH : valued.priceAsOf(),
                        valued.session(),
                        valued.priceSource() == PriceSource.LAST_TRADE))
                .orElse(null);
        Tick tick = ticks.find(valued.position().symbol())
                .filter(known -> known.currency().equals(valued.priceCurrency()))
                .orElse(null);
        return tick != null && (quoted == null || tick.asOf().isAfter(quoted.asOf()))
                ? new Price(tick.price(), tick.asOf(), tick.session(), false)
                : quoted;
    }

    private @Nullable OptionTerms option(String symbol) {
        return OptionSymbols.parse(symbol)
                .map(terms -> {
                    var broad = terms.withBroadIndex(
                            rates.riskClass(terms.underlying()).broadIndex());
                    var spot = spots.apply(terms.underlying());
                    return spot == null ? broad : broad.at(spot);
                })
                .orElse(null);
    }

    List<MarginPosition> positions() {
        return List.copyOf(positions.values());
    }

    @Nullable
    Instant oldest() {
        return oldest;
    }
}
