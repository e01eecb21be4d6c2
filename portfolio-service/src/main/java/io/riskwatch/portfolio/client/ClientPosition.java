package io.riskwatch.portfolio.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * What a client holds of one security.
 *
 * @param number for who addresses it; that of the symbol within the client
 * @param quantity units, negative when sold short
 * @param cost of all units in {@code currency}; empty when the cost of a lot is not known
 */
public record ClientPosition(
        long number,
        UUID clientId,
        String symbol,
        CurrencyUnit currency,
        BigDecimal quantity,
        Optional<BigDecimal> cost) {

    private static final int SCALE = 10;

    /** Cost per unit, of ten decimals. */
    public Optional<BigDecimal> averageCost() {
        return cost.filter(all -> quantity.signum() != 0)
                .map(all -> all.divide(quantity, SCALE, RoundingMode.HALF_EVEN));
    }
}
