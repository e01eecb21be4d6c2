package io.riskwatch.portfolio.margin.rate;

import io.riskwatch.portfolio.margin.intraday.IntradayMarginRule.Regime;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Terms as an organisation sets them, all of them. */
record MarginTermsRequest(
        @Schema(
                type = "string",
                format = "decimal",
                description = "Share of the account above which a position is concentrated")
        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        BigDecimal concentratedFrom,

        @Schema(
                type = "string",
                format = "decimal",
                description = "Added to the maintenance rate of such a position; 0 for none")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        BigDecimal concentrationAddOn,

        @Schema(type = "string", format = "decimal", description = "Of loans, per year")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 8)
        BigDecimal interestRate,

        @Schema(
                description = "Days of the year the interest rate is for: 360 (when left out) or 365",
                allowableValues = {"360", "365"})
        @Nullable
        Integer dayCount,

        @Schema(
                description =
                        "Which intraday rule the broker applies while it may choose; the one in force when left out")
        @Nullable
        Regime intradayRegime) {

    MarginTerms from(LocalDate day) {
        return new MarginTerms(
                day,
                concentratedFrom,
                concentrationAddOn,
                interestRate,
                dayCount == null ? 360 : dayCount,
                intradayRegime == null ? Regime.INTRADAY_DEFICIT : intradayRegime);
    }
}
