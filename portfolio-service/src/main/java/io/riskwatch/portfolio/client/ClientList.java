package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.client.ClientOrder.Direction;
import io.riskwatch.portfolio.client.ClientOrder.Ranked;
import io.riskwatch.portfolio.paging.Page;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Pages of clients with their margin, by name or by how they stand. Not for use inside a database transaction. */
@Service
class ClientList {

    private final Clients clients;
    private final ClientMargins margins;
    private final ClientEvents events;

    ClientList(Clients clients, ClientMargins margins, ClientEvents events) {
        this.clients = clients;
        this.margins = margins;
        this.events = events;
    }

    /**
     * What is asked of the list.
     *
     * @param words part of the name, or the number; empty: all
     */
    record Wanted(String words, ClientStanding standing, ClientOrder order, Direction direction) {}

    Page<ClientView> page(Wanted wanted, int limit, @Nullable String cursor) {
        return wanted.order() == ClientOrder.NAME && wanted.standing() == ClientStanding.ALL
                ? byName(wanted, limit, cursor)
                : byStanding(wanted, limit, cursor);
    }

    private Page<ClientView> byName(Wanted wanted, int limit, @Nullable String cursor) {
        var rows = clients.list(wanted.words(), ClientCursor.byName(cursor), wanted.direction(), limit + 1);
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        events.read(shown);
        var readings = margins.of(shown);
        return Page.of(rows, limit, client -> ClientView.of(client, readings.get(client.id())), ClientCursor::byName);
    }

    /** Prices move between two pages: a client that passes the place meanwhile is seen twice or not at all. */
    private Page<ClientView> byStanding(Wanted wanted, int limit, @Nullable String cursor) {
        var places = wanted.order().places(wanted.direction());
        var after = ClientCursor.byPlace(cursor);
        var all = clients.list(wanted.words(), Optional.empty(), Clients.MOST);
        var readings = margins.of(all);
        var rows = all.stream()
                .map(client -> wanted.order().rank(client, readings.get(client.id()), wanted.direction()))
                .filter(ranked -> wanted.standing().wants(ranked.reading()))
                .filter(ranked -> after.isEmpty() || places.compare(ranked.place(), after.get()) > 0)
                .sorted(Comparator.comparing(Ranked::place, places))
                .limit(limit + 1L)
                .toList();
        events.read(rows.stream().limit(limit).map(Ranked::client).toList());
        return Page.of(
                rows,
                limit,
                ranked -> ClientView.of(ranked.client(), ranked.reading()),
                ranked -> ClientCursor.byPlace(ranked.place()));
    }
}
