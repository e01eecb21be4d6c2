package io.riskwatch.marketdata.series;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Cash per share, in the currency and on the basis of the prices it comes with.
 *
 * @param day the ex-date: whoever holds the share at the close before gets it
 */
public record Dividend(LocalDate day, BigDecimal amount) {
    public Dividend {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a dividend is above 0, was " + amount);
        }
    }
}
