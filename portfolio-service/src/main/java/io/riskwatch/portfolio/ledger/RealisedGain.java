package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What closing a lot, or a part of it, brought: gain = proceeds - cost, in the position's currency. Of a lot sold short the
 * proceeds were there first and the cost is what buying it back took. A sale has one per lot it consumes.
 *
 * @param date of the closing booking
 * @param transaction the closing booking's
 * @param type of the closing booking: BUY closes a short lot, a corporate action what it pays out
 * @param account in which it was realised
 * @param lot the transaction that opened the lot
 * @param opened the day the lot was bought, or sold short
 * @param quantity units closed, positive; zero when only cost was taken out, as a return of capital does
 * @param proceeds money received, fees deducted
 * @param cost of these units, fees included; {@code null} when nobody said what the lot cost
 */
public record RealisedGain(
        LocalDate date,
        UUID transaction,
        TransactionType type,
        UUID account,
        String symbol,
        CurrencyUnit currency,
        UUID lot,
        LocalDate opened,
        BigDecimal quantity,
        BigDecimal proceeds,
        @Nullable BigDecimal cost) {

    /** Held longer than that many days is held long. */
    public static final int LONG_TERM_DAYS = 365;

    /** Proceeds less cost; empty when the cost is not known. */
    public Optional<BigDecimal> gain() {
        return Optional.ofNullable(cost).map(known -> Decimals.normal(proceeds.subtract(known)));
    }

    /** Calendar days from opening to closing. */
    public long holdingDays() {
        return ChronoUnit.DAYS.between(opened, date);
    }

    /** Whether the lot was held for more than {@value #LONG_TERM_DAYS} days. */
    public boolean longTerm() {
        return holdingDays() > LONG_TERM_DAYS;
    }
}
