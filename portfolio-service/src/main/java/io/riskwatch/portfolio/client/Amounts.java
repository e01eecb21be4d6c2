package io.riskwatch.portfolio.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts that may be unknown. */
final class Amounts {

    private Amounts() {}

    /** Whether both are the same number, whatever their scale, or both unknown. */
    static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
