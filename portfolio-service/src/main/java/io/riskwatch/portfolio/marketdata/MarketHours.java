package io.riskwatch.portfolio.marketdata;

import java.time.Instant;

/**
 * When a market trades, as marketdata-service tells it.
 *
 * @param open whether its main session is under way
 * @param nextClose when the session under way ends, else the next one
 */
public record MarketHours(String mic, boolean open, Instant nextClose) {}
