package io.riskwatch.marketdata.quote;

import java.util.List;

/** Hears of new quotes, in order and on one thread; must be quick. */
@FunctionalInterface
public interface QuoteListener {
    void quotesArrived(List<Quote> quotes);
}
