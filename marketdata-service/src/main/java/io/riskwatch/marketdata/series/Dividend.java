package io.riskwatch.marketdata.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Cash per share, in the currency and on the basis of the prices it comes with.
 *
 * @param day the ex-date: whoever holds the share at the close before gets it
 * @param payDay when the money comes; {@code null} where the source does not say
 * @param announcedDay when it was promised; {@code null} where the source does not say
 */
public record Dividend(
        LocalDate day,
        BigDecimal amount,
        @Nullable LocalDate payDay,
        @Nullable LocalDate announcedDay) {
    public Dividend {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a dividend is above 0, was " + amount);
        }
        if (payDay != null && payDay.isBefore(day)) {
            throw new IllegalArgumentException("payDay is not before the ex-date %s, was %s".formatted(day, payDay));
        }
    }

    /** One of which only the ex-date is known. */
    public Dividend(LocalDate day, BigDecimal amount) {
        this(day, amount, null, null);
    }
}
