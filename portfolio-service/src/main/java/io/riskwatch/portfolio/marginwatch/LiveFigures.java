package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.event.ClientWatchers;
import io.riskwatch.portfolio.margin.account.MarginStatusView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Shows who looks how figures move: the list of clients twice a second, one client's socket ten times. What moves in between is shown
 * once, as it stands then; where nobody looks nothing is computed. For the thread of the book only.
 */
@Component
class LiveFigures {

    private static final long LIST_NANOS = Duration.ofMillis(500).toNanos();

    private static final long CLIENT_NANOS = Duration.ofMillis(100).toNanos();

    /** Of one frame; who finds no place is in the next. */
    private static final int MOST_ROWS = 200;

    private final ClientWatchers watchers;
    private final ClientSocket clients;
    private final Set<UUID> movedOnSockets = new LinkedHashSet<>();
    private final Map<UUID, Set<UUID>> movedInLists = new HashMap<>();
    private long listsSent;
    private long clientsSent;

    LiveFigures(ClientWatchers watchers, ClientSocket clients) {
        this.watchers = watchers;
        this.clients = clients;
    }

    /** The account was judged: its figures may be others. */
    void moved(WatchedAccount account) {
        if (account.clientId != null && watchers.any() && watchers.of(account.organisationId)) {
            movedInLists
                    .computeIfAbsent(account.organisationId, first -> new LinkedHashSet<>())
                    .add(account.portfolioId);
        }
        if (clients.isListenedTo(account.portfolioId)) {
            movedOnSockets.add(account.portfolioId);
        }
    }

    /** Whether something is to be sent when its time comes. */
    boolean isWaiting() {
        return !movedInLists.isEmpty() || !movedOnSockets.isEmpty();
    }

    /** @param now of {@link System#nanoTime} */
    void send(MarginBook book, long now) {
        movedOnSockets.addAll(clients.newcomers());
        if (!movedOnSockets.isEmpty() && now - clientsSent >= CLIENT_NANOS) {
            clientsSent = now;
            for (UUID portfolio : movedOnSockets) {
                book.find(portfolio).ifPresent(account -> clients.send(account, book.status(account)));
            }
            movedOnSockets.clear();
        }
        if (!movedInLists.isEmpty() && now - listsSent >= LIST_NANOS) {
            listsSent = now;
            movedInLists.forEach((organisation, moved) -> send(book, organisation, moved));
            movedInLists.values().removeIf(Set::isEmpty);
        }
    }

    private void send(MarginBook book, UUID organisation, Set<UUID> moved) {
        List<MarginValuesFrame.Row> rows = new ArrayList<>();
        Iterator<UUID> next = moved.iterator();
        while (next.hasNext() && rows.size() < MOST_ROWS) {
            book.find(next.next())
                    .ifPresent(account -> rows.add(new MarginValuesFrame.Row(
                            account.portfolioId,
                            account.clientId,
                            account.currencyCode,
                            MarginStatusView.of(book.status(account)))));
            next.remove();
        }
        if (!rows.isEmpty()) {
            watchers.send(organisation, MarginValuesFrame.of(rows));
        }
    }
}
