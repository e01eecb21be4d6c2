package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Performance over HTTP. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}/performance")
class PerformanceController {

    private final Performances performances;

    PerformanceController(Performances performances) {
        this.performances = performances;
    }

    @Operation(
            summary = "How the portfolio did: time-weighted and money-weighted return, and why they differ",
            description = """
                    Without a range, from the first booking until today. The time-weighted return links the days: deposits count
                    from the start of their day, withdrawals until its end. The money-weighted return is the internal rate of the
                    dated flows (XIRR), per year and for the period. A return that cannot be told says why. The points are thinned
                    to maxPoints, the extremes kept.""")
    @GetMapping
    PerformanceView performance(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "400") @Min(4) @Max(2_000) int maxPoints) {
        var history = performances.history(portfolioId, from, to);
        return history.values()
                .map(values -> PerformanceView.of(Performance.of(history), maxPoints))
                .orElseGet(() -> PerformanceView.ofNothing(
                        portfolioId, history.portfolio().baseCurrency(), performances.end(to)));
    }

    @Operation(
            summary = "The cash-flow table of a range, in the order of its days",
            description = "The value at the start counts as paid in, the value at the end as paid out.")
    @GetMapping("/flows")
    Page<PerformanceView.FlowView> flows(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(cursor, 1, key -> place(key.getFirst()));
        var history = performances.history(portfolioId, from, to);
        var base = history.portfolio().baseCurrency();
        var flows = history.values().map(values -> Period.of(history).flows()).orElse(List.of());
        var places = IntStream.range(after.orElse(0), flows.size())
                .limit(limit + 1L)
                .boxed()
                .toList();
        return Page.of(
                places,
                limit,
                place -> PerformanceView.FlowView.of(flows.get(place), base),
                place -> Cursor.of(place + 1));
    }

    private static int place(String key) {
        var place = Integer.parseInt(key);
        if (place < 0) {
            throw new IllegalArgumentException("a place is not negative, was " + place);
        }
        return place;
    }
}
