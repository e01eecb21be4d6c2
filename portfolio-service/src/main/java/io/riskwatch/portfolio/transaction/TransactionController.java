package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The transactions of a portfolio over HTTP, the newest first. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}/transactions")
class TransactionController {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;
    private final TransactionService service;

    TransactionController(
            Portfolios portfolios, PortfolioAccounts accounts, Transactions transactions, TransactionService service) {
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.transactions = transactions;
        this.service = service;
    }

    @GetMapping
    Page<TransactionView> list(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "Only what changes this account") @RequestParam(required = false) @Nullable
                    UUID accountId) {
        portfolios.require(portfolioId);
        var account = Optional.ofNullable(accountId)
                .map(id -> accounts.require(portfolioId, id).id());
        var before = Cursor.parse(
                cursor, 2, key -> new Transactions.Place(LocalDate.parse(key.get(0)), Long.parseLong(key.get(1))));
        return Page.of(
                transactions.list(portfolioId, account, before, limit + 1),
                limit,
                TransactionView::of,
                transaction -> Cursor.of(transaction.booking().date(), transaction.sequence()));
    }

    @PostMapping
    ResponseEntity<TransactionView> record(
            @PathVariable("id") UUID portfolioId, @RequestBody @Valid TransactionRequest request) {
        var recorded = service.record(portfolioId, request);
        return ResponseEntity.created(
                        URI.create("/api/v1/portfolios/%s/transactions/%s".formatted(portfolioId, recorded.id())))
                .eTag(etag(recorded))
                .body(TransactionView.of(recorded));
    }

    @GetMapping("/{transactionId}")
    ResponseEntity<TransactionView> get(@PathVariable("id") UUID portfolioId, @PathVariable UUID transactionId) {
        return answer(transactions.require(portfolioId, transactionId));
    }

    @PutMapping("/{transactionId}")
    ResponseEntity<TransactionView> put(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID transactionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid TransactionRequest request) {
        return answer(service.change(portfolioId, transactionId, expected(ifMatch), request));
    }

    @DeleteMapping("/{transactionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable("id") UUID portfolioId,
            @PathVariable UUID transactionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        service.delete(portfolioId, transactionId, expected(ifMatch));
    }

    @Operation(
            summary = "What happened to a transaction, the newest first",
            description =
                    "Who changed it when, with what it said before and afterwards; a deleted one keeps its history.")
    @GetMapping("/{transactionId}/history")
    TransactionHistoryView history(@PathVariable("id") UUID portfolioId, @PathVariable UUID transactionId) {
        return service.history(portfolioId, transactionId);
    }

    private static Predicate<RecordedTransaction> expected(@Nullable String ifMatch) {
        return before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before));
    }

    private static ResponseEntity<TransactionView> answer(RecordedTransaction transaction) {
        return ResponseEntity.ok().eTag(etag(transaction)).body(TransactionView.of(transaction));
    }

    private static String etag(RecordedTransaction transaction) {
        return "\"" + transaction.version() + "\"";
    }
}
