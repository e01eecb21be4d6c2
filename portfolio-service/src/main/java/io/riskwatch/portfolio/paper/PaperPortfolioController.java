package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.PortfolioView;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Portfolios for paper trading over HTTP. */
@RestController
@RequestMapping("/api/v1/paper/portfolios")
@Tag(name = "Paper trading")
class PaperPortfolioController {

    private final PaperPortfolios paper;
    private final Portfolios portfolios;

    PaperPortfolioController(PaperPortfolios paper, Portfolios portfolios) {
        this.paper = paper;
        this.portfolios = portfolios;
    }

    @Operation(summary = "The portfolios for paper trading, the oldest first")
    @GetMapping
    Page<PortfolioView> list(
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(
                cursor, 2, key -> new Portfolios.Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast())));
        return Page.of(
                portfolios.listPaper(after, limit + 1),
                limit,
                PortfolioView::of,
                portfolio -> Cursor.of(portfolio.createdAt(), portfolio.id()));
    }

    @Operation(
            summary = "Begin paper trading",
            description = "A portfolio with a margin account and a deposit of virtual money; every page and analysis of"
                    + " portfolios works on it. To begin anew make another one: the old one stays until it is"
                    + " deleted.")
    @PostMapping
    ResponseEntity<PortfolioView> create(@RequestBody @Valid PaperPortfolioRequest request) {
        var portfolio = paper.create(request.givenName(), request.money());
        return ResponseEntity.created(URI.create("/api/v1/portfolios/" + portfolio.id()))
                .body(PortfolioView.of(portfolio));
    }
}
