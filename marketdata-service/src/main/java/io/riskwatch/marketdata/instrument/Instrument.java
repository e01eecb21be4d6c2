package io.riskwatch.marketdata.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something with a price, known as {@code symbol:exchange}.
 *
 * @param exchange the market's MIC (ISO 10383), whose trading calendar it follows
 * @param currency of its prices, ISO 4217
 * @param quoteUnit the unit its market quotes it in where that is a hundredth of the currency, such as GBX
 * @param lotSize the smallest number that trades
 * @param delistedOn the day of its last price; absent while it trades
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
        @Nullable String isin,
        @Nullable String quoteUnit,
        BigDecimal lotSize,
        @Nullable LocalDate delistedOn,
        String provider,
        boolean simulated) {}
