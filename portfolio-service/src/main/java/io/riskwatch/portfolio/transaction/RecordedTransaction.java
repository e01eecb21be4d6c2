package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it stands in a portfolio's ledger.
 *
 * @param importId the import it came with, absent when entered by hand
 * @param version counts its changes, for {@code ETag}
 */
public record RecordedTransaction(
        UUID id,
        long sequence,
        BookedIn in,
        Booking booking,
        @Nullable String note,
        @Nullable UUID importId,
        long version) {}
