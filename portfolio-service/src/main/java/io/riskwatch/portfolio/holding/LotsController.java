package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.RealisedGain;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.Scope;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lots over HTTP: what is open, what was realised, and the four methods side by side. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}/lots")
class LotsController {

    private final Lots lots;
    private final MarketData marketData;
    private final Clock clock;

    LotsController(Lots lots, MarketData marketData, Clock clock) {
        this.lots = lots;
        this.marketData = marketData;
        this.clock = clock;
    }

    @Operation(
            summary = "The open lots, by symbol and the oldest first",
            description =
                    "A lot is known by the transaction that opened it; a sale may name the lots it takes. Units sold"
                            + " short are a lot of negative quantity and cost.")
    @GetMapping
    Page<LotView> open(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(defaultValue = "FIFO") LotMethod lotMethod,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(cursor, 4, LotView.Place::parse);
        var day = asOf == null ? LocalDate.now(clock) : asOf;
        var until = asOf == null ? LocalDate.MAX : asOf;
        var wanted = named(symbol);
        var rows = lots.open(new Scope(portfolioId, accountId), lotMethod, until).stream()
                .filter(held -> wanted.test(held.position().symbol()))
                .flatMap(held -> held.position().lots().stream()
                        .map(lot -> new LotView.Row(held.account(), held.position(), lot)))
                .sorted(Comparator.comparing(LotView.Row::place))
                .filter(row -> after.isEmpty() || row.place().compareTo(after.get()) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(
                rows, limit, row -> LotView.of(row, day), row -> row.place().cursor());
    }

    @Operation(
            summary = "The realised gains, in the order they happened",
            description = "One per lot that a sale consumed, or that a purchase closed when it was sold short.")
    @GetMapping("/realised")
    Page<RealisedGainView> realised(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(defaultValue = "FIFO") LotMethod lotMethod,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int after =
                Cursor.parse(cursor, 1, key -> Integer.valueOf(key.getFirst())).orElse(0);
        var wanted = named(symbol);
        Predicate<RealisedGain> which = gain -> wanted.test(gain.symbol())
                && (from == null || !gain.date().isBefore(from))
                && (to == null || !gain.date().isAfter(to));
        var gains = lots.realised(new Scope(portfolioId, accountId), lotMethod, which, after, limit + 1);
        return Page.of(
                IntStream.range(0, gains.size()).boxed().toList(),
                limit,
                index -> RealisedGainView.of(gains.get(index)),
                index -> Cursor.of(after + index + 1));
    }

    @Operation(
            summary = "What each symbol gained under the four lot methods, side by side",
            description = "Realised and unrealised gain differ between the methods, their sum does not.")
    @GetMapping("/methods")
    Page<LotMethodsView> methods(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(cursor, 1, key -> key.getFirst()).orElse("");
        var wanted = named(symbol);
        var rows = LotMethodsView.Row.of(lots.byMethod(new Scope(portfolioId, accountId))).stream()
                .filter(row -> wanted.test(row.symbol()) && row.symbol().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        var held = rows.stream()
                .filter(row -> row.quantity().signum() != 0)
                .map(LotMethodsView.Row::symbol)
                .toList();
        var quotes = marketData.quotes(held);
        return Page.of(
                rows, limit, row -> LotMethodsView.of(row, quotes.of(row.symbol())), row -> Cursor.of(row.symbol()));
    }

    private static Predicate<String> named(@Nullable String symbol) {
        return symbol == null || symbol.isBlank() ? any -> true : symbol.strip().toUpperCase(Locale.ROOT)::equals;
    }
}
