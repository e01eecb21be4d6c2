package io.riskwatch.portfolio.alert.rule;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new rule, or what one becomes. Which members go together is said by the kind; others are refused. */
record AlertRuleRequest(
        @NotBlank @Size(max = 120) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
        String name,

        @NotNull AlertKind kind,

        @Schema(description = "PRICE, PERCENT_MOVE, STALE_DATA", example = "ORBX")
        @Size(min = 1, max = 40)
        @Pattern(regexp = "[A-Z0-9.:_-]*", message = "must be a symbol such as ORBX")
        @Nullable
        String symbol,

        @Schema(description = "DRAWDOWN, VALUE_AT_RISK, DRIFT, MARGIN_DISTANCE, STALE_DATA") @Nullable
        UUID portfolioId,

        @Schema(description = "PRICE: ABOVE or BELOW; PERCENT_MOVE: ABOVE a rise, BELOW a fall, or EITHER") @Nullable
        Direction direction,

        @Schema(description = "VALUE_AT_RISK: LOSS_BEYOND or LIMIT; MARGIN_DISTANCE: DISTANCE or STATE") @Nullable
        Measure measure,

        @Schema(
                type = "string",
                description = "PRICE: a price; PERCENT_MOVE, DRAWDOWN, DRIFT, DISTANCE, LIMIT: a fraction; LOSS_BEYOND:"
                        + " how many times the VaR; STALE_DATA: minutes",
                example = "0.05")
        @Digits(integer = 18, fraction = 10)
        @Nullable
        BigDecimal threshold,

        @Schema(description = "MARGIN_DISTANCE by STATE: this state or a worse one") @Nullable
        MarginLevel marginState,

        @Schema(type = "string", description = "VALUE_AT_RISK: 0.95 (unless said otherwise) or 0.99")
        @Digits(integer = 1, fraction = 4)
        @Nullable
        BigDecimal confidence,

        @Schema(description = "PERCENT_MOVE: within this many minutes; absent: since the previous close")
        @Min(1)
        @Max(1_440)
        @Nullable
        Integer windowMinutes,

        @Schema(description = "DRAWDOWN: the day the peak counts from; today unless said otherwise") @Nullable
        LocalDate since,

        @Schema(
                type = "string",
                description =
                        "How far the value must fall back before the rule can fire again, in the threshold's unit")
        @Digits(integer = 18, fraction = 10)
        @Nullable
        BigDecimal rearmMargin,

        @Schema(
                description =
                        "Whether its alerts may pass quiet hours; of margin calls true unless said otherwise, else"
                                + " false")
        @Nullable
        Boolean urgent,

        @Schema(description = "Whether it watches; true unless said otherwise") @Nullable
        Boolean enabled) {

    boolean watches() {
        return enabled == null || enabled;
    }

    boolean isUrgent() {
        return urgent == null ? marginState == MarginLevel.CALL : urgent;
    }
}
