package io.riskwatch.billing.plan;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What a month of a plan costs.
 *
 * @param amount decimal with the currency's own number of places, for example {@code 19.00}
 * @param currency ISO 4217 code
 */
public record Price(String amount, String currency) {

    public Price {
        int places = Currency.getInstance(currency).getDefaultFractionDigits();
        BigDecimal value = new BigDecimal(amount);
        if (value.scale() != places || value.signum() < 0) {
            throw new IllegalArgumentException(
                    "a price in " + currency + " has " + places + " places and no sign, was " + amount);
        }
    }
}
