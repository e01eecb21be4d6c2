package io.riskwatch.portfolio.marketdata;

/** What an instrument is called and what it is, as marketdata-service tells it. */
public record Instrument(String symbol, String name, String type, String currency, boolean simulated) {}
