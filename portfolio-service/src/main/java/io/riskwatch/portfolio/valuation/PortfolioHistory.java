package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.holding.HoldingHistory;
import io.riskwatch.portfolio.portfolio.Portfolio;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A portfolio's past as far as it was asked for.
 *
 * @param values by day; absent when nothing was booked until the end of the range
 * @param marketDataAway whether prices or rates may be missing only because nobody answered
 */
public record PortfolioHistory(
        Portfolio portfolio, HoldingHistory holdings, Optional<DailyValues> values, boolean marketDataAway) {

    /** The day of the first booking; only of a history that has values. */
    public LocalDate inception() {
        return holdings.first().orElseThrow();
    }
}
