package io.riskwatch.marketdata.provider;

import java.math.BigDecimal;

/** What can be a price at all: positive, and of a size that the database's {@code numeric(28,10)} holds. */
public final class Prices {
    private static final BigDecimal SMALLEST = new BigDecimal("1E-10");
    private static final BigDecimal LARGEST = new BigDecimal("1E15");

    private Prices() {}

    public static boolean plausible(BigDecimal price) {
        return price.compareTo(SMALLEST) >= 0 && price.compareTo(LARGEST) <= 0 && price.scale() <= 30;
    }

    static void requirePlausible(BigDecimal price, String what) {
        if (!plausible(price)) {
            throw new IllegalArgumentException(what + " must lie in [1E-10, 1E15], was " + price);
        }
    }
}
