package io.riskwatch.portfolio.marketdata;

import org.jspecify.annotations.Nullable;

/**
 * What an instrument is called and what it is, as marketdata-service tells it.
 *
 * @param sector the industry, absent when nobody says
 * @param region where the company is, absent when nobody says
 */
public record Instrument(
        String symbol,
        String name,
        String type,
        String currency,
        boolean simulated,
        @Nullable String sector,
        @Nullable String region) {}
