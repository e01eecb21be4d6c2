package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.Matcher;
import io.riskwatch.portfolio.paper.order.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is kept.
 *
 * @param sequence counts up with every order entered
 * @param currency of its prices and fees
 * @param lotSize the step of quantities when it was entered
 * @param enteredBy absent when the platform made it to meet a margin call
 * @param version counts commands and trades, for {@code ETag}; a trailing stop that follows does not count
 */
record PaperOrder(
        UUID portfolioId,
        long sequence,
        Order order,
        CurrencyUnit currency,
        BigDecimal lotSize,
        @Nullable UUID enteredBy,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    UUID id() {
        return order.id();
    }

    Matcher.Rules rules() {
        return new Matcher.Rules(lotSize, currency.getDecimalPlaces());
    }
}
