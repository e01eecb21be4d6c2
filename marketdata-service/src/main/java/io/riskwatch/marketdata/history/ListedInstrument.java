package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.marketdata.series.CorporateActions;
import io.riskwatch.marketdata.series.PriceSeries;

/**
 * An instrument of a provider, found by a key.
 *
 * @param key as it was asked for
 * @param stored what its provider has done to its prices
 */
record ListedInstrument(String key, int id, String currency, String provider, Adjustment stored) {

    SourcedSeries with(PriceSeries prices, CorporateActions actions) {
        return new SourcedSeries(key, currency, provider, provider.equals("xsim"), stored, actions, prices);
    }
}
