package io.riskwatch.portfolio.portfolio;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is about.
 *
 * @param account only this account of the portfolio; {@code null}: all of them together
 */
public record Scope(UUID portfolio, @Nullable UUID account) {

    /** All accounts together. */
    public static Scope all(UUID portfolio) {
        return new Scope(portfolio, null);
    }
}
