package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.upload.UploadedSeries;

/** A series with what a reader must know of its origin. */
record SourcedSeries(String symbol, String currency, String provider, boolean simulated, PriceSeries prices) {

    static SourcedSeries of(UploadedSeries uploaded) {
        return new SourcedSeries(
                uploaded.symbol(), uploaded.currency(), UploadedSeries.PROVIDER, false, uploaded.prices());
    }
}
