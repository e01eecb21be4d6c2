package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.marketdata.series.CorporateActions;
import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.upload.UploadedSeries;

/**
 * A series with what a reader must know of its origin.
 *
 * @param adjustment what has been done to the prices
 * @param actions splits and dividends, and what the source itself had done
 */
record SourcedSeries(
        String symbol,
        String currency,
        String provider,
        boolean simulated,
        Adjustment adjustment,
        CorporateActions actions,
        PriceSeries prices) {

    /** An upload is taken as it is: whoever brings prices knows what was done to them. */
    static SourcedSeries of(UploadedSeries uploaded) {
        return new SourcedSeries(
                uploaded.symbol(),
                uploaded.currency(),
                UploadedSeries.PROVIDER,
                false,
                Adjustment.RAW,
                CorporateActions.NONE,
                uploaded.prices());
    }

    /** The stored series with its prices adjusted as wanted, as far as its source lets it. */
    SourcedSeries adjusted(Adjustment wanted) {
        return new SourcedSeries(
                symbol,
                currency,
                provider,
                simulated,
                actions.available(wanted),
                actions,
                actions.adjusted(prices, wanted));
    }
}
