package io.riskwatch.portfolio.income;

import io.riskwatch.portfolio.holding.Income;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was received on a day, in the base currency at the rate of that day.
 *
 * @param symbol who paid; {@code null} for interest on cash
 * @param gross before what was withheld; negative for interest that was paid, or a payment that was taken back
 * @param withheld kept back before it arrived, not negative
 */
record Payment(LocalDate date, Income.Kind kind, @Nullable String symbol, double gross, double withheld) {

    boolean isDividend() {
        return kind == Income.Kind.DIVIDEND;
    }

    double net() {
        return gross - withheld;
    }
}
