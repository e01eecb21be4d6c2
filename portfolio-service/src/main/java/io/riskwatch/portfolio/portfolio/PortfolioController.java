package io.riskwatch.portfolio.portfolio;

import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
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

/** Portfolios over HTTP. */
@RestController
@RequestMapping("/api/v1/portfolios")
class PortfolioController {

    private final Portfolios portfolios;
    private final Entitlements entitlements;

    PortfolioController(Portfolios portfolios, Entitlements entitlements) {
        this.portfolios = portfolios;
        this.entitlements = entitlements;
    }

    @GetMapping
    Page<PortfolioView> list(
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(
                cursor, 2, key -> new Portfolios.Place(Instant.parse(key.get(0)), UUID.fromString(key.get(1))));
        return Page.of(
                portfolios.list(after, limit + 1),
                limit,
                PortfolioView::of,
                portfolio -> Cursor.of(portfolio.createdAt(), portfolio.id()));
    }

    @PostMapping
    ResponseEntity<PortfolioView> create(@RequestBody @Valid PortfolioRequest request) {
        entitlements.current().require("portfolios", portfolios.count() + 1, "portfolios");
        var portfolio = portfolios.create(request.trimmedName(), request.currency(), false);
        return ResponseEntity.created(URI.create("/api/v1/portfolios/" + portfolio.id()))
                .eTag(etag(portfolio))
                .body(PortfolioView.of(portfolio));
    }

    @GetMapping("/{id}")
    ResponseEntity<PortfolioView> get(@PathVariable("id") UUID portfolioId) {
        return answer(portfolios.require(portfolioId));
    }

    @PutMapping("/{id}")
    ResponseEntity<PortfolioView> put(
            @PathVariable("id") UUID portfolioId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid PortfolioRequest request) {
        return answer(portfolios.change(
                portfolioId,
                before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before)),
                request.trimmedName(),
                request.currency()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("id") UUID portfolioId) {
        portfolios.delete(portfolioId);
    }

    private static ResponseEntity<PortfolioView> answer(Portfolio portfolio) {
        return ResponseEntity.ok().eTag(etag(portfolio)).body(PortfolioView.of(portfolio));
    }

    private static String etag(Portfolio portfolio) {
        return "\"" + portfolio.version() + "\"";
    }
}
