package io.riskwatch.portfolio.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import in the list of a portfolio's imports.
 *
 * @param booked how many rows it put into the ledger
 */
record ImportSummary(
        UUID importId,
        StatementFormat format,
        String formatName,
        ImportState state,
        int booked,
        Instant committedAt,
        @Nullable Instant undoneAt) {}
