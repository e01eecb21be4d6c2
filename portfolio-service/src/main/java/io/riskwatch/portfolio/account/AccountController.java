package io.riskwatch.portfolio.account;

import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.Account;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import java.util.function.Predicate;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of a portfolio over HTTP. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}/accounts")
class AccountController {

    private final AccountService service;

    AccountController(AccountService service) {
        this.service = service;
    }

    @Operation(
            summary = "The accounts of the portfolio, the standard one first, then the oldest first",
            description = "All of them: a portfolio has at most 50.")
    @GetMapping
    Page<AccountView> list(@PathVariable("id") UUID portfolioId) {
        return new Page<>(
                service.list(portfolioId).stream().map(AccountView::of).toList(), null);
    }

    @Operation(
            summary = "Add an account",
            description =
                    "Lots and cash are an account's own. A CASH account sells nothing that it does not hold; a MARGIN"
                            + " account does when shortsAllowed says so.")
    @PostMapping
    ResponseEntity<AccountView> add(@PathVariable("id") UUID portfolioId, @RequestBody @Valid AccountRequest request) {
        var account = service.add(portfolioId, request);
        return ResponseEntity.created(
                        URI.create("/api/v1/portfolios/%s/accounts/%s".formatted(portfolioId, account.id())))
                .eTag(etag(account))
                .body(AccountView.of(account));
    }

    @GetMapping("/{accountId}")
    ResponseEntity<AccountView> get(@PathVariable("id") UUID portfolioId, @PathVariable UUID accountId) {
        return answer(service.get(portfolioId, accountId));
    }

    @Operation(
            summary = "Change an account",
            description = "Refused with 422 when shortsAllowed is taken away from an account that has sold short.")
    @PutMapping("/{accountId}")
    ResponseEntity<AccountView> put(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID accountId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid AccountRequest request) {
        return answer(service.change(portfolioId, accountId, expected(ifMatch), request));
    }

    @Operation(
            summary = "Delete an account without transactions",
            description = "Refused with 409 while it has any, and for the standard account.")
    @DeleteMapping("/{accountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID accountId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        service.delete(portfolioId, accountId, expected(ifMatch));
    }

    private static Predicate<Account> expected(@Nullable String ifMatch) {
        return before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before));
    }

    private static ResponseEntity<AccountView> answer(Account account) {
        return ResponseEntity.ok().eTag(etag(account)).body(AccountView.of(account));
    }

    private static String etag(Account account) {
        return "\"" + account.version() + "\"";
    }
}
