package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Clients over HTTP. */
@RestController
@RequestMapping("/api/v1/clients")
@Tag(name = "Clients")
class ClientController {

    private final Clients clients;
    private final ClientService service;
    private final ClientEvents events;
    private final ClientPatch patch;
    private final ClientList list;
    private final ClientMargins margins;

    ClientController(
            Clients clients,
            ClientService service,
            ClientEvents events,
            ClientPatch patch,
            ClientList list,
            ClientMargins margins) {
        this.list = list;
        this.margins = margins;
        this.clients = clients;
        this.service = service;
        this.events = events;
        this.patch = patch;
    }

    @Operation(
            summary = "The clients the caller may see, with how their accounts stand",
            description = "Owners, advisers and administrators see all, other members those granted to them. Without an"
                    + " order the names and DISTANCE (the fall of prices to a call) rise and everything else"
                    + " falls, so that the most endangered come first; whose margin is not known comes last either"
                    + " way. Amounts are compared as they stand in each account's currency. Only the list by name"
                    + " goes beyond the first 2,000 clients.")
    @GetMapping
    Page<ClientView> list(
            @Parameter(description = "Part of the name, whatever the case, or the number")
                    @RequestParam(name = "q", defaultValue = "")
                    @Size(max = 255)
                    String words,
            @RequestParam(defaultValue = "NAME") ClientOrder sort,
            @RequestParam(required = false) ClientOrder.@Nullable Direction order,
            @Parameter(description = "ATTENTION: all that are not fine, those of old prices among them")
                    @RequestParam(defaultValue = "ALL")
                    ClientStanding show,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.page(new ClientList.Wanted(words.strip(), show, sort, sort.direction(order)), limit, cursor);
    }

    @Operation(
            summary = "Add a client with an empty margin account",
            description = "For owners, advisers and administrators. The account counts as a portfolio of the plan.")
    @PostMapping
    ResponseEntity<ClientView> create(@RequestBody @Valid ClientRequest request) {
        var currency = request.newCurrency();
        var client = service.create(request.said(currency), currency);
        return ResponseEntity.created(URI.create("/api/v1/clients/" + client.id()))
                .eTag(etag(client))
                .body(ClientView.of(client));
    }

    @GetMapping("/{clientId}")
    ResponseEntity<ClientView> get(@PathVariable UUID clientId) {
        return answer(events.seen(clients.require(clientId)));
    }

    @Operation(summary = "Say anew what is known of a client; without a loan it is what the account's cash owes")
    @PutMapping("/{clientId}")
    ResponseEntity<ClientView> put(
            @PathVariable UUID clientId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ClientRequest request) {
        return answer(service.change(clientId, expected(ifMatch), before -> request.said(before.currency())));
    }

    @Operation(
            summary = "Change some of what is known of a client",
            description = "A merge patch (RFC 7396): what is absent stays, what is null is taken away.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ClientRequest.class))))
    @PatchMapping(
            path = "/{clientId}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<ClientView> patch(
            @PathVariable UUID clientId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode changes) {
        return answer(service.change(
                clientId, expected(ifMatch), before -> patch.of(before, changes).said(before.currency())));
    }

    @Operation(
            summary = "Delete a client with the account and everything booked in it",
            description = "For owners, advisers and administrators. The audit trail stays.")
    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable UUID clientId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        service.delete(clientId, expected(ifMatch));
    }

    @Operation(
            summary = "How far the client is from a margin call, at the latest prices",
            description = "404 of type no-margin-account when the account is no margin account any more.")
    @GetMapping("/{clientId}/margin")
    ClientMarginView margin(@PathVariable UUID clientId) {
        var client = events.seen(clients.require(clientId));
        return ClientMarginView.of(client, margins.of(client));
    }

    @Operation(
            summary = "Who read or changed the client, the newest first",
            description =
                    "For owners, advisers and administrators. A deleted client keeps its trail. Who made the client"
                            + " reads it unrecorded.")
    @GetMapping("/{clientId}/events")
    Page<ClientEventView> events(
            @PathVariable UUID clientId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var before = Cursor.parse(cursor, 1, key -> UUID.fromString(key.getFirst()));
        var client = clients.find(clientId);
        if (client.isPresent()) {
            ClientService.requireManager();
        }
        var found = events.of(clientId, before, limit + 1);
        if (client.isEmpty() && (found.isEmpty() || !ClientService.manages())) {
            throw ProblemException.notFound("client");
        }
        return Page.of(found, limit, ClientEventView::of, event -> Cursor.of(event.id()));
    }

    private static Predicate<Client> expected(@Nullable String ifMatch) {
        return before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before));
    }

    private static ResponseEntity<ClientView> answer(Client client) {
        return ResponseEntity.ok().eTag(etag(client)).body(ClientView.of(client));
    }

    private static String etag(Client client) {
        return "\"" + client.version() + "\"";
    }
}
