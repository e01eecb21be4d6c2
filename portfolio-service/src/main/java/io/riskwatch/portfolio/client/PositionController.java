package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.valuation.ValuedPosition;
import io.riskwatch.portfolio.valuation.Valuer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The holdings of a client over HTTP. */
@RestController
@RequestMapping("/api/v1/clients/{clientId}/positions")
@Tag(name = "Clients")
class PositionController {

    private final Clients clients;
    private final ClientEvents events;
    private final ClientPositions positions;
    private final PositionInstruments instruments;
    private final PositionBookings bookings;
    private final Valuer valuer;

    PositionController(
            Clients clients,
            ClientEvents events,
            ClientPositions positions,
            PositionInstruments instruments,
            PositionBookings bookings,
            Valuer valuer) {
        this.clients = clients;
        this.events = events;
        this.positions = positions;
        this.instruments = instruments;
        this.bookings = bookings;
        this.valuer = valuer;
    }

    @Operation(summary = "What the client holds at the latest prices, by symbol")
    @GetMapping
    Page<PositionView> list(
            @PathVariable UUID clientId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(cursor, 1, key -> key.getFirst()).orElse("");
        var client = events.seen(clients.require(clientId));
        var page = positions.of(client).stream()
                .filter(position -> position.symbol().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        var valued = valued(client);
        return Page.of(
                page, limit, position -> view(client, position, valued), position -> Cursor.of(position.symbol()));
    }

    @Operation(
            summary = "Book a position in at its cost",
            description =
                    "A TRANSFER_IN of the account's ledger: no cash moves. Units of a symbol that is held join what"
                            + " is held, under the same number.")
    @PostMapping
    ResponseEntity<PositionView> add(@PathVariable UUID clientId, @RequestBody @Valid PositionRequest request) {
        var client = clients.require(clientId);
        var symbol = request.normalSymbol();
        var currency = instruments.currency(client, symbol, request.currency(), PositionInstruments.Unknown.REFUSED);
        var date = Objects.requireNonNullElseGet(request.date(), bookings::today);
        var added = positions.add(
                clientId, new NewPosition(symbol, request.quantity(), request.averageCost(), currency, date));
        return ResponseEntity.created(URI.create("/api/v1/clients/%s/positions/%d".formatted(clientId, added.number())))
                .eTag(etag(added))
                .body(view(client, added, valued(client)));
    }

    @GetMapping("/{number}")
    ResponseEntity<PositionView> get(@PathVariable UUID clientId, @PathVariable long number) {
        var client = events.seen(clients.require(clientId));
        return answer(client, positions.require(number, clientId));
    }

    @Operation(
            summary = "Say another quantity or cost of a position",
            description =
                    "Booked as a TRANSFER_OUT of what is held and a TRANSFER_IN of what is said, both of today: the"
                            + " ledger forgets nothing. Refused with 422 for what was sold short.")
    @PutMapping("/{number}")
    ResponseEntity<PositionView> put(
            @PathVariable UUID clientId,
            @PathVariable long number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid PositionRequest.Change request) {
        var client = clients.require(clientId);
        return answer(
                client,
                positions.replace(number, clientId, expected(ifMatch), request.quantity(), request.averageCost()));
    }

    @Operation(summary = "Book a position out", description = "A TRANSFER_OUT of all of it, of today; no cash moves.")
    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable UUID clientId,
            @PathVariable long number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        clients.require(clientId);
        positions.remove(number, clientId, expected(ifMatch));
    }

    private ResponseEntity<PositionView> answer(Client client, ClientPosition position) {
        return ResponseEntity.ok().eTag(etag(position)).body(view(client, position, valued(client)));
    }

    private Map<String, ValuedPosition> valued(Client client) {
        return valuer.value(client.portfolioId()).positions().stream()
                .collect(Collectors.toMap(one -> one.position().symbol(), Function.identity()));
    }

    private static PositionView view(Client client, ClientPosition position, Map<String, ValuedPosition> valued) {
        return PositionView.of(position, Optional.ofNullable(valued.get(position.symbol())), client.currency());
    }

    private static Predicate<ClientPosition> expected(@Nullable String ifMatch) {
        return before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before));
    }

    /** What is held and what it cost: a position has no other state. */
    private static String etag(ClientPosition position) {
        return "\"%s-%s\""
                .formatted(
                        PositionView.plain(position.quantity()),
                        position.cost().map(PositionView::plain).orElse("unknown"));
    }
}
