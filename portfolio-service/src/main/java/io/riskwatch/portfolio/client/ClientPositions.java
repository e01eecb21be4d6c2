package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.client.ClientEvents.Kind;
import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The holdings of a client's margin account, one by one. Saying that something is held books it in at its cost; saying
 * something else of it books it out and in anew, so that the ledger forgets nothing.
 */
@Service
public class ClientPositions {

    private final Clients clients;
    private final ClientEvents events;
    private final PositionNumbers numbers;
    private final PositionBookings bookings;
    private final Portfolios portfolios;
    private final Holdings holdings;

    ClientPositions(
            Clients clients,
            ClientEvents events,
            PositionNumbers numbers,
            PositionBookings bookings,
            Portfolios portfolios,
            Holdings holdings) {
        this.clients = clients;
        this.events = events;
        this.numbers = numbers;
        this.bookings = bookings;
        this.portfolios = portfolios;
        this.holdings = holdings;
    }

    /** What the audit trail keeps of a position. */
    private record Snapshot(
            String symbol, BigDecimal quantity, @Nullable BigDecimal averageCost, String currency) {

        static @Nullable Snapshot of(Optional<ClientPosition> position) {
            return position.map(held -> new Snapshot(
                            held.symbol(),
                            held.quantity(),
                            held.averageCost().orElse(null),
                            held.currency().getCode()))
                    .orElse(null);
        }
    }

    /** What the client holds, by symbol. */
    @Transactional
    public List<ClientPosition> of(Client client) {
        var held = holdings.of(client.portfolioId()).positions().stream()
                .filter(position -> position.quantity().signum() != 0)
                .toList();
        var numbered =
                numbers.of(client.id(), held.stream().map(Position::symbol).toList());
        return held.stream()
                .map(position -> new ClientPosition(
                        Objects.requireNonNull(numbered.get(position.symbol())),
                        client.id(),
                        position.symbol(),
                        position.currency(),
                        position.quantity(),
                        position.cost().map(cost -> cost.getAmount())))
                .toList();
    }

    /** The position of a number, and only of that client when one is named; a 404 when nothing is held of it. */
    @Transactional
    public ClientPosition require(long number, @Nullable UUID clientId) {
        var numbered = numbers.require(number);
        if (clientId != null && !clientId.equals(numbered.clientId())) {
            throw ProblemException.notFound("position");
        }
        var client = clients.find(numbered.clientId()).orElseThrow(() -> ProblemException.notFound("position"));
        return held(client, numbered.symbol()).orElseThrow(() -> ProblemException.notFound("position"));
    }

    private Optional<ClientPosition> held(Client client, String symbol) {
        return of(client).stream()
                .filter(position -> position.symbol().equals(symbol))
                .findFirst();
    }

    /** Books units in; they join those that are held already. */
    @Transactional
    public ClientPosition add(UUID clientId, NewPosition position) {
        var client = clients.require(clientId);
        portfolios.lock(client.portfolioId());
        var before = held(client, position.symbol());
        bookings.bringIn(client.portfolioId(), position);
        var after = held(client, position.symbol())
                .orElseThrow(() -> ProblemException.unprocessable(
                        "quantity", "closes exactly what was sold short, so that nothing is held of it"));
        events.changed(
                clientId,
                before.isEmpty() ? Kind.POSITION_ADDED : Kind.POSITION_CHANGED,
                Snapshot.of(before),
                Snapshot.of(Optional.of(after)));
        return after;
    }

    /**
     * Makes the position one of that many units at that cost per unit.
     *
     * @param expected whether the position is still the one that was read
     * @param averageCost per unit; {@code null}: what it costs now
     */
    @Transactional
    public ClientPosition replace(
            long number,
            @Nullable UUID clientId,
            Predicate<ClientPosition> expected,
            BigDecimal quantity,
            @Nullable BigDecimal averageCost) {
        var before = locked(number, clientId, expected);
        var client = clients.require(before.clientId());
        var unitCost = averageCost == null ? before.averageCost().orElse(null) : averageCost;
        if (quantity.compareTo(before.quantity()) == 0
                && Amounts.same(unitCost, before.averageCost().orElse(null))) {
            return before;
        }
        bookings.takeOut(client.portfolioId(), before);
        bookings.bringIn(
                client.portfolioId(),
                new NewPosition(before.symbol(), quantity, unitCost, before.currency(), bookings.today()));
        var after = held(client, before.symbol()).orElseThrow();
        events.changed(
                client.id(), Kind.POSITION_CHANGED, Snapshot.of(Optional.of(before)), Snapshot.of(Optional.of(after)));
        return after;
    }

    /** Books all units out. */
    @Transactional
    public void remove(long number, @Nullable UUID clientId, Predicate<ClientPosition> expected) {
        var before = locked(number, clientId, expected);
        var client = clients.require(before.clientId());
        bookings.takeOut(client.portfolioId(), before);
        events.changed(client.id(), Kind.POSITION_REMOVED, Snapshot.of(Optional.of(before)), null);
    }

    private ClientPosition locked(long number, @Nullable UUID clientId, Predicate<ClientPosition> expected) {
        var seen = require(number, clientId);
        portfolios.lock(clients.require(seen.clientId()).portfolioId());
        var found = require(number, clientId);
        if (!expected.test(found)) {
            throw ProblemException.preconditionFailed("The position was changed since it was read; read it again.");
        }
        if (found.quantity().signum() < 0) {
            throw ProblemException.unprocessable("quantity", "was sold short; a BUY in the account closes it");
        }
        return found;
    }
}
