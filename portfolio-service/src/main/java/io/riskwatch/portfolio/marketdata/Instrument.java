package io.riskwatch.portfolio.marketdata;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument is called and what it is, as marketdata-service tells it.
 *
 * @param exchange the market's MIC (ISO 10383), whose calendar it follows
 * @param lotSize the smallest number that trades, and the step between numbers; absent when nobody says
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
        @Nullable String region,
        @Nullable String exchange,
        @Nullable BigDecimal lotSize) {}
