package io.riskwatch.portfolio.compatibility;

import io.riskwatch.portfolio.client.ClientEvents;
import io.riskwatch.portfolio.client.ClientPositions;
import io.riskwatch.portfolio.client.ClientService;
import io.riskwatch.portfolio.client.Clients;
import io.riskwatch.portfolio.compatibility.Records.ClientRecord;
import io.riskwatch.portfolio.compatibility.Records.MarginRecord;
import io.riskwatch.portfolio.compatibility.Records.MarginStatusRecord;
import io.riskwatch.portfolio.compatibility.Records.PositionsRecord;
import io.riskwatch.portfolio.margin.account.Margins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
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

/** Clients and their margin at the addresses of earlier systems. */
@RestController
@Tag(name = "Compatibility")
class ClientCompatibilityController {

    private final Clients clients;
    private final ClientService service;
    private final ClientPositions positions;
    private final ClientEvents events;
    private final Margins margins;

    ClientCompatibilityController(
            Clients clients, ClientService service, ClientPositions positions, ClientEvents events, Margins margins) {
        this.clients = clients;
        this.service = service;
        this.positions = positions;
        this.events = events;
        this.margins = margins;
    }

    @PostMapping("/api/clients")
    ResponseEntity<ClientRecord> create(@RequestBody @Valid Requests.NewClient request) {
        var client = service.create(request.name().strip(), Numbers.keptOrNull(request.loan()));
        return ResponseEntity.created(URI.create("/api/clients/" + client.number()))
                .body(ClientRecord.of(client));
    }

    @GetMapping("/api/clients/{clientId}")
    ClientRecord client(@PathVariable long clientId) {
        return ClientRecord.of(events.seen(clients.require(clientId)));
    }

    @Operation(summary = "Set a client's loan")
    @PutMapping("/api/clients/{clientId}")
    ClientRecord change(@PathVariable long clientId, @RequestBody @Valid Requests.ClientChange request) {
        var name = request.name();
        return ClientRecord.of(
                service.change(clientId, name == null ? null : name.strip(), Numbers.keptOrNull(request.loan())));
    }

    @Operation(summary = "Delete a client with all positions")
    @DeleteMapping("/api/clients/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long clientId) {
        service.delete(clientId);
    }

    @GetMapping("/positions/{clientId}")
    PositionsRecord positions(@PathVariable long clientId) {
        var client = events.seen(clients.require(clientId));
        return PositionsRecord.of(client, positions.of(client));
    }

    @Operation(summary = "How far a client is from a margin call, at the latest prices")
    @GetMapping("/margin/{clientId}")
    MarginRecord margin(@PathVariable long clientId) {
        var client = events.seen(clients.require(clientId));
        return MarginRecord.of(client, margins.of(client.portfolioId()));
    }

    @Operation(summary = "The same with the utilisation")
    @GetMapping("/api/margin-status/{clientId}")
    MarginStatusRecord marginStatus(@PathVariable long clientId) {
        var client = events.seen(clients.require(clientId));
        return MarginStatusRecord.of(client, margins.of(client.portfolioId()));
    }
}
