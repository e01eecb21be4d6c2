package io.riskwatch.marketdata.upload;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The newest uploaded price of a symbol.
 *
 * @param previousClose the price before it, absent when there is only one
 */
public record UploadedClose(
        String symbol,
        String currency,
        LocalDate day,
        double close,
        @Nullable Double previousClose) {}
