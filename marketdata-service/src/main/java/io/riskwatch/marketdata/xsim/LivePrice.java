package io.riskwatch.marketdata.xsim;

import java.time.Instant;

/**
 * The price of a listing at an instant, beside the close of the trading day before.
 *
 * @param at when it was made; outside of trading hours the end of the last session
 * @param drilled whether a crash drill has changed it
 */
public record LivePrice(Listing listing, double price, double previousClose, Instant at, boolean drilled) {}
