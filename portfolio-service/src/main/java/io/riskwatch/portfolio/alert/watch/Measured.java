package io.riskwatch.portfolio.alert.watch;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a rule about a portfolio compares, or why there is nothing to compare.
 *
 * @param problem in words for who made the rule
 */
record Measured(@Nullable BigDecimal value, @Nullable String problem) {

    static Measured of(BigDecimal value) {
        return new Measured(value, null);
    }

    static Measured not(String problem) {
        return new Measured(null, problem);
    }
}
