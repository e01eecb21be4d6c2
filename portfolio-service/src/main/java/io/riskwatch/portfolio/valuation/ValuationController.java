package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.portfolio.Scope;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Holdings and their value over HTTP. */
@RestController
@RequestMapping("/api/v1/portfolios/{id}")
class ValuationController {

    private final Valuer valuer;
    private final ValueHistories histories;
    private final MarketData marketData;

    ValuationController(Valuer valuer, ValueHistories histories, MarketData marketData) {
        this.valuer = valuer;
        this.histories = histories;
        this.marketData = marketData;
    }

    @Operation(
            summary = "What the portfolio holds",
            description =
                    "Now and at the latest prices, or at the close of asOf. The lot method decides only what of a gain"
                            + " is realised and what is not yet: quantities and values are the same under each.")
    @GetMapping("/holdings")
    HoldingsView holdings(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(defaultValue = "FIFO") LotMethod lotMethod,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID accountId) {
        var scope = new Scope(portfolioId, accountId);
        var valuation = asOf == null ? valuer.value(scope, lotMethod) : valuer.value(scope, lotMethod, asOf);
        return HoldingsView.of(
                valuation, lotMethod, marketData.instruments(valuation.symbols(valued -> !valued.unpriced())));
    }

    @Operation(summary = "What the portfolio is worth at the latest prices")
    @GetMapping("/valuation")
    ValuationView valuation(
            @PathVariable("id") UUID portfolioId, @RequestParam(required = false) @Nullable UUID accountId) {
        return ValuationView.of(valuer.value(new Scope(portfolioId, accountId), LotMethod.FIFO));
    }

    @Operation(
            summary = "What the portfolio was worth at the close of days, from its first transaction until today",
            description =
                    "Of the days on which a market was open or the value changed, at most maxPoints: the first, the"
                            + " last, and of equal stretches between them the lowest and the highest.")
    @GetMapping("/valuation/history")
    ValueHistoryView history(
            @PathVariable("id") UUID portfolioId,
            @RequestParam(defaultValue = "400") @Min(4) @Max(2_000) int maxPoints,
            @RequestParam(required = false) @Nullable UUID accountId) {
        return ValueHistoryView.of(
                histories.of(new Scope(portfolioId, accountId), Optional.empty(), histories.today()), maxPoints);
    }
}
