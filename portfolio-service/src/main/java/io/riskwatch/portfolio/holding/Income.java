package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Money that holding something brought or cost on a day, bookings of one kind taken together.
 *
 * @param symbol who paid, or what it was paid for; {@code null} when it was for no security
 * @param gross positive when received: dividends and interest, before what was withheld; negative what a fee or a tax took
 * @param withheld not negative: kept back from a dividend or interest before it arrived
 */
public record Income(
        LocalDate date, Kind kind, @Nullable String symbol, String currency, BigDecimal gross, BigDecimal withheld) {

    public enum Kind {
        DIVIDEND,
        INTEREST,
        FEE,
        TAX
    }

    private static final Set<TransactionType> TYPES = EnumSet.of(
            TransactionType.DIVIDEND,
            TransactionType.DRIP,
            TransactionType.INTEREST,
            TransactionType.FEE,
            TransactionType.TAX);

    static boolean isOne(TransactionType type) {
        return TYPES.contains(type);
    }

    /** Of a booking of one of the kinds; a reinvested dividend is one. */
    static Income of(Booking booking) {
        var kind = booking.type() == TransactionType.DRIP
                ? Kind.DIVIDEND
                : Kind.valueOf(booking.type().name());
        var withheld = kind == Kind.DIVIDEND || kind == Kind.INTEREST ? booking.fee() : BigDecimal.ZERO;
        var arrived = booking.type() == TransactionType.DRIP
                ? BigDecimal.valueOf(Trade.reinvested(booking))
                : booking.cashFlow().getAmount();
        return new Income(
                booking.date(), kind, booking.symbol(), booking.currency().getCode(), arrived.add(withheld), withheld);
    }

    /** The fee of a booking that is a cost and nothing else. */
    static Income feeOf(Booking booking) {
        return new Income(
                booking.date(),
                Kind.FEE,
                null,
                booking.currency().getCode(),
                booking.fee().negate(),
                BigDecimal.ZERO);
    }

    Income and(Income other) {
        return new Income(date, kind, symbol, currency, gross.add(other.gross), withheld.add(other.withheld));
    }

    /** Whether both are of one day, kind, payer and currency. */
    boolean joins(Income other) {
        return date.equals(other.date)
                && kind == other.kind
                && java.util.Objects.equals(symbol, other.symbol)
                && currency.equals(other.currency);
    }

    /** What arrived, or with a minus what was paid. */
    public BigDecimal net() {
        return gross.subtract(withheld);
    }
}
