package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.valuation.PortfolioHistory;
import io.riskwatch.portfolio.valuation.ValueHistories;
import io.riskwatch.service.problem.ProblemException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Measures portfolios of the current organisation over any range of days. */
@Service
class Performances {

    private final ValueHistories histories;

    Performances(ValueHistories histories) {
        this.histories = histories;
    }

    /**
     * The past of the portfolio, or of one account of it, within the range.
     *
     * @param from else the first booking
     * @param to else today
     */
    PortfolioHistory history(Scope scope, @Nullable LocalDate from, @Nullable LocalDate to) {
        var end = end(to);
        if (end.isAfter(histories.today())) {
            throw ProblemException.badRequest("to", "%s lies in the future".formatted(end));
        }
        if (from != null && from.isAfter(end)) {
            throw ProblemException.badRequest("from", "%s lies after the end of the range, %s".formatted(from, end));
        }
        return histories.of(scope, Optional.ofNullable(from), end);
    }

    /** The portfolio beside an instrument; a symbol nobody knows is refused. */
    Figure<Benchmark> benchmark(String symbol, Performance performance, PortfolioHistory history) {
        if (history.marketDataAway()) {
            return Figure.refused("Market data did not answer. Try again shortly.");
        }
        return histories
                .units(symbol, history)
                .map(units -> Benchmark.of(performance, units))
                .orElseThrow(() -> ProblemException.unprocessable(
                        "benchmark", "'%s' is not known; search for it".formatted(symbol)));
    }

    /** The last day of a range. */
    LocalDate end(@Nullable LocalDate to) {
        return to == null ? histories.today() : to;
    }
}
