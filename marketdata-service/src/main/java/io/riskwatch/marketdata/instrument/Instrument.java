package io.riskwatch.marketdata.instrument;

import org.jspecify.annotations.Nullable;

/**
 * Something with a price, known as {@code symbol:exchange}.
 *
 * @param provider where its prices come from
 * @param simulated whether its company is fictional and its prices are made up
 */
public record Instrument(
        String symbol,
        String exchange,
        String name,
        InstrumentType type,
        String currency,
        @Nullable String sector,
        @Nullable String region,
        String provider,
        boolean simulated) {}
