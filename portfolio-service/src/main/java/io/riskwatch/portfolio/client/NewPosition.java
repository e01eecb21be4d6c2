package io.riskwatch.portfolio.client;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Units that come into a client's account without being paid for there.
 *
 * @param averageCost what one of them cost, in {@code currency}; {@code null} when nobody knows
 */
public record NewPosition(
        String symbol, BigDecimal quantity, @Nullable BigDecimal averageCost, CurrencyUnit currency, LocalDate date) {}
