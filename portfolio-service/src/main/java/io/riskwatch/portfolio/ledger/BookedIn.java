package io.riskwatch.portfolio.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a booking stands.
 *
 * @param account whose lots and cash it changes; of a TRANSFER the one that gives
 * @param toAccount only of a TRANSFER: the one that receives
 */
public record BookedIn(UUID account, @Nullable UUID toAccount) {

    /** Of a ledger whose bookings all stand in one account that has no name. */
    public static final BookedIn THE_ONLY_ACCOUNT = new BookedIn(new UUID(0, 0), null);

    /** In one account. */
    public static BookedIn one(UUID account) {
        return new BookedIn(account, null);
    }

    /** Refuses what cannot be: a TRANSFER goes from one account to another, everything else stays in one. */
    public BookedIn checkedFor(Booking booking) {
        var transfer = booking.type() == TransactionType.TRANSFER;
        if (transfer && toAccount == null) {
            throw new BookingRefused("toAccountId", "a TRANSFER says which account receives");
        }
        if (!transfer && toAccount != null) {
            throw new BookingRefused("toAccountId", "a %s stays in one account".formatted(booking.type()));
        }
        if (account.equals(toAccount)) {
            throw new BookingRefused("toAccountId", "the account that receives is another one than the one that gives");
        }
        return this;
    }

    /** Whether the booking changes the account. */
    public boolean touches(UUID one) {
        return account.equals(one) || one.equals(toAccount);
    }
}
