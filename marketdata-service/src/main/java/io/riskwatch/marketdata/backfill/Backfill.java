package io.riskwatch.marketdata.backfill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an organisation asked for at a time. */
record Backfill(UUID id, List<String> symbols, Span wanted, Instant createdAt) {
    Backfill {
        symbols = List.copyOf(symbols);
    }
}
