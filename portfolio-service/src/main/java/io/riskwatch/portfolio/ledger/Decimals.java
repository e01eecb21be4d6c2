package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The ledger's numbers: exact decimals that fit {@code numeric(28,10)}, held without trailing zeros. */
public final class Decimals {

    /** Digits behind the point that the ledger keeps. */
    public static final int SCALE = 10;

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(18);

    private Decimals() {}

    /** The value in the ledger's one form, or a refusal naming the field when it would have to be rounded to fit. */
    public static BigDecimal exact(String field, BigDecimal value) {
        var plain = normal(value);
        if (plain.scale() > SCALE) {
            throw new BookingRefused(field, "%s has more than %d decimals".formatted(shown(value), SCALE));
        }
        if (plain.abs().compareTo(LIMIT) >= 0) {
            throw new BookingRefused(
                    field, "%s is too large: the ledger keeps 18 digits before the point".formatted(shown(value)));
        }
        return plain;
    }

    static @Nullable BigDecimal exactOrNull(String field, @Nullable BigDecimal value) {
        return value == null ? null : exact(field, value);
    }

    /** Without trailing zeros and never in exponent form, so that equal values are equal objects. */
    public static BigDecimal normal(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /** A quotient at the ledger's scale, rounded half to even. */
    static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return normal(dividend.divide(divisor, SCALE, RoundingMode.HALF_EVEN));
    }

    private static String shown(BigDecimal value) {
        var text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
