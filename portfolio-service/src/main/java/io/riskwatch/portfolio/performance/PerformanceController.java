package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.valuation.PortfolioHistory;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final Attributions attributions;
    private final MarketData marketData;

    PerformanceController(Performances performances, Attributions attributions, MarketData marketData) {
        this.attributions = attributions;
        this.performances = performances;
        this.marketData = marketData;
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
            @RequestParam(required = false) @Nullable @Size(max = 32) String benchmark,
            @RequestParam(defaultValue = "400") @Min(4) @Max(2_000) int maxPoints,
            @RequestParam(required = false) @Nullable UUID accountId) {
        var history = performances.history(new Scope(portfolioId, accountId), from, to);
        return history.values()
                .map(values -> view(history, benchmark, maxPoints))
                .orElseGet(() -> PerformanceView.ofNothing(
                        portfolioId, history.portfolio().baseCurrency(), performances.end(to)));
    }

    @Operation(
            summary = "The cash-flow table of a range, in the order of its days",
            description = "The value at the start counts as paid in, the value at the end as paid out.")
    @GetMapping("/flows")
    Page<FlowView> flows(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable UUID accountId) {
        var after = Cursor.parse(cursor, 1, key -> place(key.getFirst()));
        var history = performances.history(new Scope(portfolioId, accountId), from, to);
        var base = history.portfolio().baseCurrency();
        var flows = history.values().map(values -> Period.of(history).flows()).orElse(List.of());
        var places = IntStream.range(after.orElse(0), flows.size())
                .limit(limit + 1L)
                .boxed()
                .toList();
        return Page.of(places, limit, place -> FlowView.of(flows.get(place), base), place -> Cursor.of(place + 1));
    }

    private PerformanceView view(PortfolioHistory history, @Nullable String benchmark, int maxPoints) {
        var performance = Performance.of(history);
        var symbol = benchmark == null || benchmark.isBlank()
                ? null
                : benchmark.strip().toUpperCase(Locale.ROOT);
        return PerformanceView.of(
                performance,
                symbol,
                Optional.ofNullable(symbol).map(asked -> performances.benchmark(asked, performance, history)),
                maxPoints);
    }

    @Operation(
            summary = "Where the gain came from: price, currency and both together, income and costs",
            description = """
                    Per security, per currency of the cash, per class and per account; all parts add up to the period's gain. A unit counts
                    from its purchase, or from the start of the range when it was there before, to its sale or the end; first in,
                    first out. price = q (p1 - p0) f0, currency = q p0 (f1 - f0), cross = q (p1 - p0) (f1 - f0).""")
    @GetMapping("/gains")
    GainsView gains(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID accountId) {
        var history = performances.history(new Scope(portfolioId, accountId), from, to);
        var base = history.portfolio().baseCurrency();
        if (history.values().isEmpty()) {
            var end = performances.end(to);
            return GainsView.unavailable(portfolioId, base, end, end, "Nothing was booked until %s.".formatted(end));
        }
        var performance = Performance.of(history);
        if (performance.refusal().isPresent()) {
            return GainsView.unavailable(
                    portfolioId,
                    base,
                    performance.period().start(),
                    performance.period().end(),
                    performance.refusal().get());
        }
        var gains = attributions.of(history, accountId);
        return gains.value()
                .map(found -> GainsView.of(
                        performance,
                        found,
                        marketData.instruments(found.total().holdings().keySet())))
                .orElseGet(() -> GainsView.unavailable(
                        portfolioId,
                        base,
                        performance.period().start(),
                        performance.period().end(),
                        gains.refusal().orElseThrow()));
    }

    private static int place(String key) {
        var place = Integer.parseInt(key);
        if (place < 0) {
            throw new IllegalArgumentException("a place is not negative, was " + place);
        }
        return place;
    }
}
