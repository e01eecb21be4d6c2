package io.riskwatch.portfolio.access.credential;

import io.riskwatch.service.idempotency.NotKept;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's API clients and personal access tokens. A secret is shown in the answer that makes it, never again. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Access")
class CredentialController {

    private static final int DEFAULT_DAYS = 90;

    /**
     * @param name what the owner calls it
     * @param expiresInDays how long the token counts, 90 days when absent
     */
    record CreateTokenRequest(
            @NotBlank @Size(max = 100) String name,
            @Min(1) @Max(366) @Nullable Integer expiresInDays) {}

    record CreateClientRequest(@NotBlank @Size(max = 100) String name) {}

    record TokensView(List<TokenView> items) {}

    record ClientsView(List<ApiClientView> items) {}

    private final PersonalAccessTokens tokens;
    private final ApiClients clients;

    CredentialController(PersonalAccessTokens tokens, ApiClients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreatedTokenView> createToken(
            @Valid @RequestBody CreateTokenRequest request, HttpServletRequest http) {
        NotKept.mark(http);
        int days = request.expiresInDays() == null ? DEFAULT_DAYS : request.expiresInDays();
        CreatedTokenView created = tokens.create(Caller.current(), request.name(), Duration.ofDays(days));
        return ResponseEntity.created(URI.create("/api/v1/me/tokens/" + created.id()))
                .cacheControl(CacheControl.noStore())
                .body(created);
    }

    @GetMapping("/tokens")
    TokensView tokens() {
        return new TokensView(tokens.list(Caller.current().userId()));
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteToken(@PathVariable UUID id) {
        if (!tokens.delete(Caller.current().userId(), id)) {
            throw ProblemException.notFound("token");
        }
    }

    @PostMapping("/clients")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreatedClientView> createClient(
            @Valid @RequestBody CreateClientRequest request, HttpServletRequest http) {
        NotKept.mark(http);
        CreatedClientView created = clients.create(Caller.current(), request.name());
        return ResponseEntity.created(URI.create("/api/v1/me/clients/" + created.clientId()))
                .cacheControl(CacheControl.noStore())
                .body(created);
    }

    @GetMapping("/clients")
    ClientsView clients() {
        return new ClientsView(clients.list(Caller.current().userId()));
    }

    @DeleteMapping("/clients/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteClient(@PathVariable String clientId) {
        if (!clients.delete(Caller.current().userId(), clientId)) {
            throw ProblemException.notFound("client");
        }
    }
}
