package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one day did to a security, its bookings taken together. Units are after the day's split, money is in the currency
 * the security is booked in and without fees.
 *
 * @param split new units per old one, 1 on most days; it holds from the morning
 * @param bought units
 * @param paid for them
 * @param sold units
 * @param received for them
 * @param in units transferred in
 * @param out units transferred out
 * @param released money of a corporate action: capital that came back, a merger's cash, cash in lieu of a fraction
 * @param fees of all of them, not negative
 * @param into the security that a spin-off or a merger brought for this one; {@code null} on most days
 */
public record Trade(
        LocalDate date,
        double split,
        double bought,
        double paid,
        double sold,
        double received,
        double in,
        double out,
        double released,
        double fees,
        @Nullable String into) {

    /** A day that moved nothing by itself: what came, another security brought. */
    static Trade nothing(LocalDate date) {
        return new Trade(date, 1, 0, 0, 0, 0, 0, 0, 0, 0, null);
    }

    static Trade of(Booking booking) {
        return nothing(booking.date()).and(booking);
    }

    /** This day with one more booking of it. */
    Trade and(Booking booking) {
        var units = booking.quantity() == null ? 0 : booking.quantity().doubleValue();
        var fee = booking.fee().doubleValue();
        var money = booking.cashFlow().getAmount().doubleValue() + fee;
        return switch (booking.type()) {
            case BUY -> with(split, bought + units, paid - money, sold, received, in, out, released, fees + fee, into);
            case SELL -> with(split, bought, paid, sold + units, received + money, in, out, released, fees + fee, into);
            case TRANSFER_IN -> with(split, bought, paid, sold, received, in + units, out, released, fees + fee, into);
            case TRANSFER_OUT -> with(split, bought, paid, sold, received, in, out + units, released, fees + fee, into);
            // what was withheld of the dividend is with the income
            case DRIP ->
                with(split, bought + units, paid + reinvested(booking), sold, received, in, out, released, fees, into);
            default ->
                with(
                        split * ratio(booking, units),
                        bought,
                        paid,
                        sold,
                        received,
                        in,
                        out,
                        released + money,
                        fees + fee,
                        booking.terms().newSymbol() == null
                                ? into
                                : booking.terms().newSymbol());
        };
    }

    private Trade with(
            double newSplit,
            double newBought,
            double newPaid,
            double newSold,
            double newReceived,
            double newIn,
            double newOut,
            double newReleased,
            double newFees,
            @Nullable String newInto) {
        return new Trade(
                date, newSplit, newBought, newPaid, newSold, newReceived, newIn, newOut, newReleased, newFees, newInto);
    }

    /** What a reinvested dividend bought units for. */
    static double reinvested(Booking booking) {
        return booking.amount() == null
                ? Objects.requireNonNull(booking.quantity()).doubleValue()
                        * Objects.requireNonNull(booking.price()).doubleValue()
                : booking.amount().subtract(booking.fee()).doubleValue();
    }

    private static double ratio(Booking booking, double units) {
        var per = Objects.requireNonNullElse(booking.quantityPer(), BigDecimal.ONE)
                .doubleValue();
        return booking.type() == TransactionType.SPLIT
                ? units / per
                : booking.type() == TransactionType.STOCK_DIVIDEND ? (per + units) / per : 1;
    }

    /** Whether a booking belongs to what a security did, and not only to its income or costs. */
    static boolean isOne(Booking booking) {
        return booking.symbol() != null
                && (booking.type().movesSecurity() || booking.type() == TransactionType.RETURN_OF_CAPITAL);
    }
}
