package io.riskwatch.marketdata.upload;

import io.riskwatch.marketdata.series.PriceSeries;

/** What an organisation's committed files say about a symbol. */
public record UploadedSeries(String symbol, String currency, PriceSeries prices) {
    /** The provider's name in quotes, history and results. */
    public static final String PROVIDER = "upload";

    /** Stands where an exchange's code stands. */
    public static final String EXCHANGE = "UPLOAD";
}
