package io.riskwatch.marketdata.xsim;

import java.time.Instant;

/** The price of a listing at an instant, beside the close of the trading day before. */
public record LivePrice(Listing listing, double price, double previousClose, Instant at) {}
