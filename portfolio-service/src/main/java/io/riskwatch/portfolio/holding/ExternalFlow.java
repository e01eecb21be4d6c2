package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What crossed the border of the portfolio: money paid in or out, or securities that came or went. Buying, selling,
 * income and costs stay inside.
 *
 * @param symbol of the security that moved; {@code null} when it was money
 * @param amount positive, of money in {@code currency} and before the fee, of a security in units
 */
public record ExternalFlow(
        LocalDate date, TransactionType type, @Nullable String symbol, String currency, BigDecimal amount) {

    private static final Set<TransactionType> EXTERNAL = EnumSet.of(
            TransactionType.DEPOSIT,
            TransactionType.WITHDRAWAL,
            TransactionType.TRANSFER_IN,
            TransactionType.TRANSFER_OUT);

    /** What of a booking crossed the border; empty for most. */
    static Optional<ExternalFlow> of(Booking booking) {
        if (!EXTERNAL.contains(booking.type())) {
            return Optional.empty();
        }
        var amount = booking.symbol() == null ? booking.amount() : booking.quantity();
        return Optional.of(new ExternalFlow(
                booking.date(),
                booking.type(),
                booking.symbol(),
                booking.currency().getCode(),
                Objects.requireNonNull(amount)));
    }

    /** Whether it came in. */
    public boolean inward() {
        return type == TransactionType.DEPOSIT || type == TransactionType.TRANSFER_IN;
    }
}
