package io.riskwatch.portfolio.analysis;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is asked: a kind, one source of holdings (portfolioId, holdings or data), parameters. */
public record AnalysisRequest(
        @NotBlank @Size(max = 40) String kind,
        @Nullable UUID portfolioId,
        @Size(min = 1, max = 2000) @Nullable List<@NotNull @Valid HoldingRequest> holdings,
        @Size(max = 100) @Nullable List<@NotNull @Valid CashRequest> cash,
        @Valid @Nullable DataRequest data,

        @Schema(
                description =
                        "Weights of the data's columns: an array in their order, or an object by symbol; CASH is cash",
                type = "object")
        @Nullable
        JsonNode weights,

        @Schema(description = "What amounts are scaled by: a number, or {amount, currency}", type = "object") @Nullable
        JsonNode value,

        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code such as USD") @Nullable
        String baseCurrency,

        @Schema(description = "Parameters of the kind; every one has a default", implementation = Object.class)
        @Nullable
        JsonNode parameters,

        @Schema(
                description = "INTERACTIVE (the default) for an answer somebody waits for; BATCH for work that may take"
                        + " longer and takes no worker from those who wait")
        @Nullable
        AnalysisLane queue) {

    /** The queue it is to wait in. */
    AnalysisLane lane() {
        return queue == null ? AnalysisLane.INTERACTIVE : queue;
    }

    /** The same, waiting in that queue. */
    AnalysisRequest in(AnalysisLane lane) {
        return new AnalysisRequest(
                kind, portfolioId, holdings, cash, data, weights, value, baseCurrency, parameters, lane);
    }

    /** By quantity or by weight; the symbol CASH is cash in the base currency. */
    public record HoldingRequest(
            @NotBlank @Size(max = 64) String symbol,
            @Digits(integer = 18, fraction = 18) @Nullable BigDecimal quantity,
            @Nullable Double weight) {}

    public record CashRequest(
            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code such as USD")
            String currency,

            @NotNull @Digits(integer = 18, fraction = 18) BigDecimal amount) {}

    /** The caller's own prices in the base currency, one row per date, one column per symbol; null where there was none. */
    public record DataRequest(
            @NotEmpty @Size(max = 2000) List<@NotBlank @Size(max = 64) String> symbols,
            @NotEmpty @Size(max = 50_000) List<@NotNull LocalDate> dates,
            @NotEmpty @Size(max = 50_000) List<@NotNull List<@Nullable Double>> prices) {}
}
