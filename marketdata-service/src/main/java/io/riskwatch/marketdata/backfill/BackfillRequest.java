package io.riskwatch.marketdata.backfill;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for histories to be fetched.
 *
 * @param symbols {@code AAPL} or {@code AAPL:XNAS}
 * @param from the first day; twenty years before the last one where absent
 * @param to the last day; yesterday where absent
 */
record BackfillRequest(
        @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 64) String> symbols,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
