package io.riskwatch.portfolio.margin;

import io.riskwatch.quant.pricing.OptionKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an option contract promises.
 *
 * @param strike per unit of the underlying, in the option's currency
 * @param multiplier units of the underlying per contract
 * @param underlyingPrice absent when nobody quotes it
 * @param broadIndex whether the underlying is a broad-based index
 */
public record OptionTerms(
        String underlying,
        OptionKind kind,
        BigDecimal strike,
        LocalDate expiry,
        int multiplier,
        @Nullable BigDecimal underlyingPrice,
        boolean broadIndex) {

    private static final BigDecimal EQUITY_RATE = new BigDecimal("0.20");
    private static final BigDecimal INDEX_RATE = new BigDecimal("0.15");
    private static final BigDecimal FLOOR_RATE = new BigDecimal("0.10");

    public OptionTerms {
        if (strike.signum() <= 0 || multiplier < 1 || (underlyingPrice != null && underlyingPrice.signum() < 0)) {
            throw new IllegalArgumentException("an option has a strike above 0, a multiplier of at least 1 and an"
                    + " underlying price of at least 0");
        }
    }

    public OptionTerms at(BigDecimal price) {
        return new OptionTerms(underlying, kind, strike, expiry, multiplier, price, broadIndex);
    }

    public OptionTerms withBroadIndex(boolean broad) {
        return new OptionTerms(underlying, kind, strike, expiry, multiplier, underlyingPrice, broad);
    }

    /**
     * What writing one unit uncovered requires on top of the option's own value: 20 % of the underlying (15 % of a broad
     * index) less what the option is out of the money, at least 10 % of the underlying for a call, of the strike for a put.
     *
     * <p>Source: FINRA Rule 4210(f)(2)(E).
     */
    BigDecimal naked(BigDecimal spot) {
        var rate = broadIndex ? INDEX_RATE : EQUITY_RATE;
        return rate.multiply(spot).subtract(outOfTheMoney(spot)).max(floor(spot));
    }

    BigDecimal floor(BigDecimal spot) {
        return FLOOR_RATE.multiply(kind == OptionKind.CALL ? spot : strike);
    }

    private BigDecimal outOfTheMoney(BigDecimal spot) {
        var distance = kind == OptionKind.CALL ? strike.subtract(spot) : spot.subtract(strike);
        return distance.max(BigDecimal.ZERO);
    }
}
