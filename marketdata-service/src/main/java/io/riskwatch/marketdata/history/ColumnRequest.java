package io.riskwatch.marketdata.history;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for closes as one matrix.
 *
 * @param organisationId whose uploads count first
 * @param lastCommonDays keep only the last so many days on which every found symbol has a price
 */
record ColumnRequest(
        @NotNull UUID organisationId,
        @NotEmpty @Size(max = 2_000) List<@NotBlank @Size(max = 64) String> symbols,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable @Min(1) Integer lastCommonDays) {}
