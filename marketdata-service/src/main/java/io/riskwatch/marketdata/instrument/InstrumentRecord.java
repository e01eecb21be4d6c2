package io.riskwatch.marketdata.instrument;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An instrument as an operator lists it. */
record InstrumentRecord(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9.^=_-]{0,31}")
        String symbol,

        @NotNull @Pattern(regexp = "[A-Z0-9]{4}") String exchange,
        @NotBlank @Size(max = 200) String name,
        @NotNull InstrumentType type,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @Nullable @Pattern(regexp = "[A-Z0-9]{12}") String isin,
        @Nullable @Pattern(regexp = "GBX|ILA|ZAC") String quoteUnit,
        @Nullable @Positive BigDecimal lotSize,
        @NotBlank @Size(max = 50) String provider) {}
