package io.riskwatch.portfolio.compatibility;

import io.riskwatch.portfolio.client.Client;
import io.riskwatch.portfolio.client.ClientEvents;
import io.riskwatch.portfolio.client.ClientPosition;
import io.riskwatch.portfolio.client.ClientPositions;
import io.riskwatch.portfolio.client.Clients;
import io.riskwatch.portfolio.client.NewPosition;
import io.riskwatch.portfolio.client.PositionInstruments;
import io.riskwatch.portfolio.compatibility.Records.MarketDataRecord;
import io.riskwatch.portfolio.compatibility.Records.PositionRecord;
import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.Quote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Positions of clients, and their prices, at the addresses of earlier systems. */
@RestController
@Tag(name = "Compatibility")
class PositionCompatibilityController {

    private static final String SIMULATED_MARKET = "XSIM";
    private static final String NO_MARKET = "XXXX";

    private final Clients clients;
    private final ClientPositions positions;
    private final PositionInstruments instruments;
    private final ClientEvents events;
    private final MarketData marketData;
    private final Clock clock;

    PositionCompatibilityController(
            Clients clients,
            ClientPositions positions,
            PositionInstruments instruments,
            ClientEvents events,
            MarketData marketData,
            Clock clock) {
        this.clients = clients;
        this.positions = positions;
        this.instruments = instruments;
        this.events = events;
        this.marketData = marketData;
        this.clock = clock;
    }

    @Operation(
            summary = "Book a position in at its cost per unit",
            description =
                    "Units of a symbol that is held join what is held, under the same id. A symbol the market does not"
                            + " know is held without a price, valued at its cost.")
    @PostMapping("/api/positions")
    ResponseEntity<PositionRecord> add(@RequestBody @Valid Requests.NewPosition request) {
        var client = clients.require(request.clientId());
        var symbol = request.normalSymbol();
        var currency = instruments.currency(client, symbol, null, PositionInstruments.Unknown.UNPRICED);
        var added = positions.add(
                client.id(),
                new NewPosition(
                        symbol,
                        Requests.quantity(request.quantity()),
                        Numbers.keptOrNull(request.costBasis()),
                        currency,
                        LocalDate.now(clock)));
        return ResponseEntity.created(URI.create("/api/positions/" + added.number()))
                .body(PositionRecord.of(client, added));
    }

    @GetMapping("/api/positions/client/{clientId}")
    List<PositionRecord> ofClient(@PathVariable long clientId) {
        var client = events.seen(clients.require(clientId));
        return positions.of(client).stream()
                .map(position -> PositionRecord.of(client, position))
                .toList();
    }

    @Operation(summary = "Say another quantity or cost of a position; what is absent stays")
    @PutMapping("/api/positions/{positionId}")
    PositionRecord change(@PathVariable long positionId, @RequestBody @Valid Requests.PositionChange request) {
        var before = positions.require(positionId, null);
        var quantity = request.quantity() == null ? before.quantity() : Requests.quantity(request.quantity());
        var after =
                positions.replace(positionId, null, found -> true, quantity, Numbers.keptOrNull(request.costBasis()));
        return PositionRecord.of(clients.require(after.clientId()), after);
    }

    @DeleteMapping("/api/positions/{positionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long positionId) {
        positions.remove(positionId, null, found -> true);
    }

    @Operation(summary = "The latest price of everything a client holds, by symbol; what has none is absent")
    @GetMapping("/api/market-data/client/{clientId}")
    List<MarketDataRecord> prices(@PathVariable long clientId) {
        Client client = events.seen(clients.require(clientId));
        var symbols = positions.of(client).stream()
                .map(ClientPosition::symbol)
                .sorted()
                .toList();
        var quotes = marketData.quotes(symbols);
        var listed = marketData.instruments(symbols.stream()
                .filter(symbol ->
                        quotes.of(symbol).filter(quote -> !quote.simulated()).isPresent())
                .toList());
        return symbols.stream()
                .map(quotes::of)
                .flatMap(Optional::stream)
                .map(quote -> record(quote, listed))
                .toList();
    }

    private static MarketDataRecord record(Quote quote, Map<String, Instrument> listed) {
        var key = quote.symbol().split(":", 2);
        var exchange = key.length == 2 ? key[1] : market(quote, listed.get(quote.symbol()));
        var asOf = quote.asOf();
        return new MarketDataRecord(
                key[0] + ":" + exchange,
                key[0],
                exchange,
                asOf == null ? null : asOf.truncatedTo(ChronoUnit.SECONDS),
                Numbers.amount(quote.price()),
                quote.currency());
    }

    private static String market(Quote quote, @Nullable Instrument instrument) {
        if (quote.simulated()) {
            return SIMULATED_MARKET;
        }
        return instrument == null ? NO_MARKET : Objects.requireNonNullElse(instrument.exchange(), NO_MARKET);
    }
}
