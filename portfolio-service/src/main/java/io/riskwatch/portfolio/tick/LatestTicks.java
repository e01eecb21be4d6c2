package io.riskwatch.portfolio.tick;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The latest price of every symbol, by this replica's memory. */
@Component
public class LatestTicks {

    private final Map<String, Tick> bySymbol = new ConcurrentHashMap<>();
    private final TickSettings settings;
    private final Clock clock;

    LatestTicks(TickSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty for a symbol that has had no price since Redis was last empty. */
    public Optional<Tick> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /**
     * Whether the symbol has no price, or one since which its market has been open for longer than {@code
     * riskwatch.ticks.stale-after}.
     */
    public boolean stale(String symbol) {
        Tick known = bySymbol.get(symbol);
        return known == null || known.age(clock.instant()).compareTo(settings.staleAfter()) > 0;
    }

    /** Since when the market of the symbol is closed; empty while it is open, and of a symbol without a price. */
    public Optional<Instant> closedSince(String symbol) {
        return find(symbol).flatMap(tick -> tick.session().closedSince(clock.instant()));
    }

    /** Remembers them and returns those that are not older than what was known. */
    List<Tick> remember(List<Tick> ticks) {
        List<Tick> news = new ArrayList<>(ticks.size());
        for (Tick tick : ticks) {
            Tick known = bySymbol.get(tick.symbol());
            if (known == null || !tick.asOf().isBefore(known.asOf())) {
                bySymbol.put(tick.symbol(), tick);
                news.add(tick);
            }
        }
        return news;
    }
}
