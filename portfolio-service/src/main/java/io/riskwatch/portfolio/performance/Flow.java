package io.riskwatch.portfolio.performance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the cash-flow table that the returns are made of.
 *
 * @param day counted from the start of the period
 * @param symbol of the security that moved; {@code null} for money, and at the start and the end
 * @param amount positive: of money in {@code currency}, of a security in units
 * @param payment in the base currency with the investor's sign: what is paid in is negative, what comes back positive
 * @param weight the share of the period that the flow was invested, (D - d) / D, as modified Dietz counts it
 */
record Flow(
        LocalDate date,
        int day,
        Kind kind,
        @Nullable String symbol,
        @Nullable String currency,
        @Nullable BigDecimal amount,
        double payment,
        double weight) {

    enum Kind {
        /** The value at the start, as if it had been paid in then. */
        START,
        DEPOSIT,
        WITHDRAWAL,
        TRANSFER_IN,
        TRANSFER_OUT,
        /** The value at the end, as if it had been paid out then. */
        END
    }

    /** Whether it crossed the border of the portfolio within the period. */
    boolean external() {
        return kind != Kind.START && kind != Kind.END;
    }
}
