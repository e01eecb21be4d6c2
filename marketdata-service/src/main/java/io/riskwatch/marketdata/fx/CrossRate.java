package io.riskwatch.marketdata.fx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

/**
 * What one unit of a currency is in another, by one told rate or two over a pivot.
 *
 * <p>A told rate is kept as it is: where it runs the other way it is divided by once, at the end, never inverted and
 * rounded before. With legs a/b and c/b the cross a/c is exactly a/b over c/b.
 *
 * @param numerator product of the legs that run our way
 * @param denominator product of the legs that run the other way
 * @param day of the older leg
 * @param stale whether a leg is not of the day asked for, nor of the last weekday before a weekend
 */
record CrossRate(
        String from,
        String to,
        BigDecimal numerator,
        BigDecimal denominator,
        LocalDate day,
        boolean stale,
        List<Leg> legs) {

    CrossRate {
        legs = List.copyOf(legs);
    }

    /** The rate to 34 digits; exact where no division is needed. */
    BigDecimal rate() {
        return denominator.compareTo(BigDecimal.ONE) == 0
                ? numerator
                : numerator.divide(denominator, MathContext.DECIMAL128);
    }
}
