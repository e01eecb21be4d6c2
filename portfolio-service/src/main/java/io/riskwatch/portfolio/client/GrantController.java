package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.GrantScope;
import io.riskwatch.portfolio.portfolio.Grants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who else may see a client, over HTTP. */
@RestController
@RequestMapping("/api/v1/clients/{clientId}/grants")
@Tag(name = "Clients")
class GrantController {

    private final ClientGrants grants;

    GrantController(ClientGrants grants) {
        this.grants = grants;
    }

    record GrantRequest(@NotNull GrantScope scope) {}

    record GrantView(UUID userId, String userName, GrantScope scope, Instant grantedAt) {

        static GrantView of(Grants.Grant grant) {
            return new GrantView(grant.userId(), grant.userName(), grant.scope(), grant.grantedAt());
        }
    }

    @Operation(
            summary = "To whom the client is granted, the oldest first",
            description = "All of them: at most 200. Owners, advisers and administrators need no grant.")
    @GetMapping
    Page<GrantView> list(@PathVariable UUID clientId) {
        return new Page<>(grants.list(clientId).stream().map(GrantView::of).toList(), null);
    }

    @Operation(
            summary = "Let a member of the organisation see the client",
            description = "READ shows it, COMMENT lets them write notes, TRADE book in it and set the loan.")
    @PutMapping("/{userId}")
    GrantView put(@PathVariable UUID clientId, @PathVariable UUID userId, @RequestBody @Valid GrantRequest request) {
        return GrantView.of(grants.put(clientId, userId, request.scope()));
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID clientId, @PathVariable UUID userId) {
        grants.remove(clientId, userId);
    }
}
