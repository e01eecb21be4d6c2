package io.riskwatch.portfolio.valuation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What a portfolio was worth at the close of days, in its base currency. */
record ValueHistoryView(
        UUID portfolioId,
        String baseCurrency,
        boolean simulated,
        List<PointView> points,

        @Schema(description = "Held then, but without a price history: valued at their last trade")
        List<String> unpricedSymbols,

        @Schema(description = "Currencies without a rate on some day; what is in them is not in the value of that day")
        List<String> missingRates) {

    ValueHistoryView {
        points = List.copyOf(points);
        unpricedSymbols = List.copyOf(unpricedSymbols);
        missingRates = List.copyOf(missingRates);
    }

    static ValueHistoryView of(PortfolioHistory history, int maxPoints) {
        var portfolio = history.portfolio();
        var base = portfolio.baseCurrency();
        return history.values()
                .map(values -> new ValueHistoryView(
                        portfolio.id(),
                        base.getCode(),
                        values.simulated(),
                        Arrays.stream(Decimation.keepingExtremes(values.shownDays(), values::value, maxPoints))
                                .mapToObj(day -> new PointView(
                                        values.days().date(day),
                                        HoldingsView.rounded(BigDecimal.valueOf(values.value(day)), base)))
                                .toList(),
                        values.unpriced(),
                        List.copyOf(values.missingRates().keySet())))
                .orElseGet(() ->
                        new ValueHistoryView(portfolio.id(), base.getCode(), false, List.of(), List.of(), List.of()));
    }

    /** The value at the close of a day. */
    record PointView(LocalDate date, String value) {}
}
