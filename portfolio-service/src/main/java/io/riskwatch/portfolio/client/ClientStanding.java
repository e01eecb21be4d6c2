package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.account.MarginReading;
import org.jspecify.annotations.Nullable;

/** Which clients of a list are wanted. */
enum ClientStanding {
    ALL,
    /** Whose account is not simply fine: near a call, in one, or of prices too old to tell. */
    ATTENTION,
    /** In a margin call. */
    CALL;

    boolean wants(@Nullable MarginReading reading) {
        return switch (this) {
            case ALL -> true;
            case ATTENTION -> reading != null && reading.status().state() != MarginState.OK;
            case CALL -> reading != null && reading.status().state() == MarginState.CALL;
        };
    }
}
