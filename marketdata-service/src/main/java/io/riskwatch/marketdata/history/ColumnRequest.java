package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
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
 * @param adjustment what is to be done to the closes; SPLITS when absent
 */
record ColumnRequest(
        @NotNull UUID organisationId,
        @NotEmpty @Size(max = 2_000) List<@NotBlank @Size(max = 64) String> symbols,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable @Min(1) Integer lastCommonDays,
        @Nullable Adjustment adjustment) {}
