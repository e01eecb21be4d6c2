package io.riskwatch.portfolio.marketdata;

/** marketdata-service did not answer, or not with what it promises. */
public final class MarketDataAway extends RuntimeException {

    MarketDataAway(Throwable cause) {
        super("marketdata-service did not answer", cause);
    }
}
