package io.riskwatch.portfolio.paper.order;

import org.jspecify.annotations.Nullable;

/**
 * Why an order came to where it is.
 *
 * @param code for programs
 * @param message one sentence for its owner
 * @param field of the order's terms that is the cause, when one is
 */
public record Reason(Code code, String message, @Nullable String field) {

    /** Every cause there is. */
    public enum Code {
        UNKNOWN_SYMBOL,
        NOT_TRADABLE,
        NO_PRICE,
        NO_EXCHANGE_RATE,
        QUANTITY_STEP,
        NOT_HELD,
        HELD_LONG,
        INSUFFICIENT_BUYING_POWER,
        MINIMUM_EQUITY,
        TOO_MANY_ORDERS,
        LEDGER_REFUSED,
        OWNER,
        END_OF_DAY,
        MARGIN_LIQUIDATION
    }

    public static Reason of(Code code, String message) {
        return new Reason(code, message, null);
    }

    public static Reason of(Code code, String field, String message) {
        return new Reason(code, message, field);
    }
}
