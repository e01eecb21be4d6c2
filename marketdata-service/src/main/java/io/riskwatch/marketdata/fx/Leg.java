package io.riskwatch.marketdata.fx;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate as it was told: one unit of base costs {@code rate} of quote.
 *
 * @param day whose rate it is
 * @param provider who told it
 * @param simulated whether the simulated market made it up
 */
record Leg(String base, String quote, BigDecimal rate, LocalDate day, String provider, boolean simulated) {

    Leg {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("rate must be positive, was " + rate);
        }
    }
}
