package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a paper portfolio has, did and may do over HTTP. */
@RestController
@RequestMapping("/api/v1/paper/portfolios/{id}")
@Tag(name = "Paper trading")
class PaperAccountController {

    private final PaperPortfolios paper;
    private final PaperLedger ledger;
    private final PaperExecutions executions;
    private final PaperEvents events;
    private final OrderCheck check;
    private final PaperSettings settings;
    private final Clock clock;

    PaperAccountController(
            PaperPortfolios paper,
            PaperLedger ledger,
            PaperExecutions executions,
            PaperEvents events,
            OrderCheck check,
            PaperSettings settings,
            Clock clock) {
        this.paper = paper;
        this.ledger = ledger;
        this.executions = executions;
        this.events = events;
        this.check = check;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(summary = "Cash, equity, buying power and margin at the latest ticks")
    @GetMapping("/account")
    PaperAccountView account(@PathVariable("id") UUID portfolioId) {
        Portfolio portfolio = paper.require(portfolioId);
        PaperAccount account = ledger.account(portfolio);
        return PaperAccountView.of(
                portfolio,
                account,
                settings.margin(),
                check.claims(portfolio, account),
                paper.startingCash(portfolioId),
                clock.instant());
    }

    @Operation(summary = "The trades, the newest first; each is a transaction of the portfolio as well")
    @GetMapping("/executions")
    Page<ExecutionView> executions(
            @PathVariable("id") UUID portfolioId,
            @Parameter(description = "Only of this order") @RequestParam(required = false) @Nullable UUID orderId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        paper.require(portfolioId);
        return Page.of(
                executions.list(
                        portfolioId, Optional.ofNullable(orderId), PaperOrderController.before(cursor), limit + 1),
                limit,
                ExecutionView::of,
                execution -> Cursor.of(execution.sequence()));
    }

    @Operation(summary = "The audit trail of all orders and of the account, the newest first")
    @GetMapping("/events")
    Page<PaperEventView> events(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        paper.require(portfolioId);
        return Page.of(
                events.list(portfolioId, PaperOrderController.before(cursor), limit + 1),
                limit,
                PaperEventView::of,
                event -> Cursor.of(event.sequence()));
    }
}
