package io.riskwatch.portfolio.client;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a user says of a new position. */
record PositionRequest(
        @NotBlank @Size(max = 32) String symbol,

        @Schema(type = "string", format = "decimal", description = "Above 0; fractions of a unit are fine") @NotNull
        BigDecimal quantity,

        @Schema(type = "string", format = "decimal", description = "Per unit; absent when nobody knows") @Nullable
        BigDecimal averageCost,

        @Schema(description = "What averageCost is in; when absent the one the symbol is held or traded in")
        @Nullable
        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of three capital letters")
        String currency,

        @Schema(description = "When it came in; today when absent") @Nullable
        LocalDate date) {

    /** What is said of a position that is there already. */
    record Change(
            @Schema(type = "string", format = "decimal", description = "Above 0") @NotNull
            BigDecimal quantity,

            @Schema(
                    type = "string",
                    format = "decimal",
                    description = "Per unit, in the position's currency; when absent it stays what it is")
            @Nullable
            BigDecimal averageCost) {}

    String normalSymbol() {
        return symbol.strip().toUpperCase(Locale.ROOT);
    }
}
