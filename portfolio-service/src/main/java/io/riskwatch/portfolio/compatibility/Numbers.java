package io.riskwatch.portfolio.compatibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts as earlier clients write and read them. */
final class Numbers {

    /** Decimals of the columns they are kept in. */
    private static final int SCALE = 10;

    private Numbers() {}

    /** A given number at the column's scale. */
    static BigDecimal kept(BigDecimal given) {
        return given.setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    static @Nullable BigDecimal keptOrNull(@Nullable BigDecimal given) {
        return given == null ? null : kept(given);
    }

    /** Of an amount, which has a decimal even when it is whole: 150.0. */
    static BigDecimal amount(BigDecimal value) {
        return value.setScale(Math.max(1, value.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
    }

    static @Nullable BigDecimal amountOrNull(@Nullable BigDecimal value) {
        return value == null ? null : amount(value);
    }

    /** Of units, which are an integer when they are whole: 100. */
    static BigDecimal units(BigDecimal value) {
        return value.setScale(Math.max(0, value.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
    }
}
