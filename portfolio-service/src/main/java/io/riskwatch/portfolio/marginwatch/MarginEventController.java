package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a margin account, over HTTP. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}/margin/events")
class MarginEventController {

    private final Portfolios portfolios;
    private final MarginEvents events;

    MarginEventController(Portfolios portfolios, MarginEvents events) {
        this.portfolios = portfolios;
        this.events = events;
    }

    @Operation(
            summary = "The changes of the margin state, the newest first",
            description =
                    "An event is written once when the account comes from one state into another, whether by a price,"
                            + " a booking or because its prices have become too old, and is never changed. Figures are in"
                            + " the account's currency.")
    @GetMapping
    Page<MarginEventView> list(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var before = Cursor.parse(
                cursor, 2, key -> new MarginEvents.Place(Instant.parse(key.get(0)), UUID.fromString(key.get(1))));
        portfolios.require(portfolioId);
        return Page.of(
                events.list(portfolioId, before, limit + 1),
                limit,
                MarginEventView::of,
                event -> Cursor.of(event.at(), event.id()));
    }
}
