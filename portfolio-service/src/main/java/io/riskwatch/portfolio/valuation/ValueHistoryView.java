package io.riskwatch.portfolio.valuation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
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

    /** The value at the close of a day. */
    record PointView(LocalDate date, String value) {}
}
