package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.alert.rule.AlertRule;
import io.riskwatch.portfolio.alert.rule.AlertRules;
import io.riskwatch.portfolio.alert.rule.RuleSaved;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The rules that are switched on, of all organisations, in this replica's memory. A rule saved here is in it at once, one saved
 * at another replica within a second or two; a deleted one leaves it within minutes, and until then changes nothing.
 */
@Component
class RuleBook {

    private static final Logger log = LoggerFactory.getLogger(RuleBook.class);
    private static final int BATCH = 1_000;

    /** A change is seen when it is committed, which may be this long after its time. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final int LOOKS_UNTIL_ALL = 600;

    private final AlertRules rules;
    private final Map<UUID, WatchedRule> byId = new ConcurrentHashMap<>();
    private final Map<String, Set<WatchedRule>> bySymbol = new ConcurrentHashMap<>();
    private final Map<UUID, Set<WatchedRule>> byPortfolio = new ConcurrentHashMap<>();
    private final List<Consumer<WatchedRule>> newcomers = new CopyOnWriteArrayList<>();
    private Instant seen = Instant.EPOCH;
    private int looks;
    private volatile boolean ready;

    RuleBook(AlertRules rules) {
        this.rules = rules;
    }

    /** Tells of each rule from now on that is new here, or another than before. */
    void tellNewcomers(Consumer<WatchedRule> listener) {
        newcomers.add(listener);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ready = true;
        look();
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        if (!ready) {
            return;
        }
        try {
            if (looks++ % LOOKS_UNTIL_ALL == 0) {
                readAll();
            } else {
                read(seen.minus(OVERLAP));
            }
        } catch (RuntimeException e) {
            looks = 0;
            log.warn("event=alert-rules-unread reason=\"{}\"", e.getMessage());
        }
    }

    private synchronized void readAll() {
        var before = new HashSet<>(byId.keySet());
        before.removeAll(read(Instant.EPOCH));
        before.forEach(this::remove);
        log.info("event=alert-rules-read watched={}", byId.size());
    }

    private synchronized Set<UUID> read(Instant from) {
        var read = new HashSet<UUID>();
        var place = AlertRules.Place.FIRST;
        List<AlertRule> batch;
        do {
            batch = rules.changedFrom(from, place, BATCH);
            for (var rule : batch) {
                put(rule);
                read.add(rule.id());
                place = new AlertRules.Place(rule.updatedAt(), rule.id());
                seen = rule.updatedAt().isAfter(seen) ? rule.updatedAt() : seen;
            }
        } while (batch.size() == BATCH);
        return read;
    }

    @TransactionalEventListener
    void onSaved(RuleSaved saved) {
        put(saved.rule());
    }

    private synchronized void put(AlertRule rule) {
        var known = byId.get(rule.id());
        if (known != null && known.rule().version() >= rule.version()) {
            return;
        }
        remove(rule.id());
        if (rule.enabled()) {
            var watched = new WatchedRule(rule);
            byId.put(rule.id(), watched);
            var symbol = rule.terms().symbol();
            if (symbol != null) {
                bySymbol.computeIfAbsent(symbol, any -> ConcurrentHashMap.newKeySet())
                        .add(watched);
            }
            var portfolio = rule.terms().portfolioId();
            if (portfolio != null) {
                byPortfolio
                        .computeIfAbsent(portfolio, any -> ConcurrentHashMap.newKeySet())
                        .add(watched);
            }
            newcomers.forEach(listener -> listener.accept(watched));
        }
    }

    private synchronized void remove(UUID id) {
        var gone = byId.remove(id);
        if (gone != null) {
            leave(bySymbol, gone.terms().symbol(), gone);
            leave(byPortfolio, gone.terms().portfolioId(), gone);
        }
    }

    private static <K> void leave(Map<K, Set<WatchedRule>> index, @Nullable K key, WatchedRule gone) {
        if (key != null) {
            index.computeIfPresent(key, (any, watched) -> {
                watched.remove(gone);
                return watched.isEmpty() ? null : watched;
            });
        }
    }

    Collection<WatchedRule> ofSymbol(String symbol) {
        return bySymbol.getOrDefault(symbol, Set.of());
    }

    Collection<WatchedRule> ofPortfolio(UUID portfolioId) {
        return byPortfolio.getOrDefault(portfolioId, Set.of());
    }

    Set<String> symbols() {
        return Set.copyOf(bySymbol.keySet());
    }

    Set<UUID> portfolios() {
        return Set.copyOf(byPortfolio.keySet());
    }

    Collection<WatchedRule> all() {
        return List.copyOf(byId.values());
    }
}
