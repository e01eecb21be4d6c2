package io.riskwatch.portfolio.paper;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The open orders by symbol, as this replica last read them. What stands here only says which orders a tick may concern: the truth
 * is in the database, where each is looked at again under its portfolio's lock before anything happens.
 */
@Component
class OpenOrders {

    /** An open order of some organisation. */
    record Working(UUID organisationId, PaperOrder kept) {

        UUID id() {
            return kept.id();
        }
    }

    private final Map<UUID, Working> byId = new ConcurrentHashMap<>();
    private final Map<String, Map<UUID, Working>> bySymbol = new ConcurrentHashMap<>();

    /**
     * Remembers an order as it was read, or forgets it when it is over; what was read before something newer does not count.
     */
    void put(UUID organisationId, PaperOrder kept) {
        byId.compute(kept.id(), (id, known) -> {
            if (known != null && !isOlder(known.kept(), kept)) {
                return known;
            }
            String symbol = kept.order().symbol();
            if (!kept.order().state().isWorking()) {
                forget(symbol, id);
                return null;
            }
            Working working = new Working(organisationId, kept);
            bySymbol.computeIfAbsent(symbol, each -> new ConcurrentHashMap<>()).put(id, working);
            return working;
        });
    }

    private static boolean isOlder(PaperOrder one, PaperOrder other) {
        return one.version() < other.version()
                || (one.version() == other.version() && one.updatedAt().isBefore(other.updatedAt()));
    }

    /** One that is not there any more, as when its portfolio was deleted. */
    void remove(UUID id) {
        byId.computeIfPresent(id, (same, known) -> {
            forget(known.kept().order().symbol(), id);
            return null;
        });
    }

    private void forget(String symbol, UUID id) {
        bySymbol.computeIfPresent(symbol, (same, orders) -> {
            orders.remove(id);
            return orders.isEmpty() ? null : orders;
        });
    }

    boolean concerns(String symbol) {
        return bySymbol.containsKey(symbol);
    }

    /** Of a symbol, the oldest first. */
    List<Working> of(String symbol) {
        Collection<Working> orders = bySymbol.getOrDefault(symbol, Map.of()).values();
        return orders.stream()
                .sorted(Comparator.comparingLong(working -> working.kept().sequence()))
                .toList();
    }

    /** The day orders whose day is over. */
    List<Working> overBy(Instant moment) {
        return byId.values().stream()
                .filter(working -> working.kept().order().isOverAt(moment))
                .toList();
    }

    int size() {
        return byId.size();
    }
}
