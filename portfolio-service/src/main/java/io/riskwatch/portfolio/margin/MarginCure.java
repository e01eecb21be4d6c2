package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One way to end a call.
 *
 * @param amount in the account's currency, rounded up; absent when this way does not end it
 * @param buyBack what is bought back of short positions besides; absent when nothing is
 * @param debtLeft what would still be owed after everything is sold; absent unless something would
 */
public record MarginCure(
        Action action,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal buyBack,
        @Nullable BigDecimal debtLeft) {

    /** What is done. */
    public enum Action {
        DEPOSIT_CASH,
        /** Securities that are paid for in full, at the rate of the account's own or the standard one if that is higher. */
        ADD_SECURITIES,
        /**
         * What is not lent against first, then of everything else the same share, short positions included; the proceeds
         * repay the loan.
         */
        SELL
    }

    public boolean possible() {
        return amount != null;
    }
}
