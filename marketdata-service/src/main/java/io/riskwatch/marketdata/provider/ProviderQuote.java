package io.riskwatch.marketdata.provider;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A latest price as a provider told it, in whole units of an ISO currency.
 *
 * @param provider who told it
 * @param symbol as it was asked for
 * @param exchange the market's MIC, where told
 * @param name of the instrument, where told
 * @param asOf when the price was made
 * @param previousClose the close of the trading day before, where told
 */
public record ProviderQuote(
        String provider,
        SourceSymbol symbol,
        @Nullable String exchange,
        @Nullable String name,
        String currency,
        BigDecimal price,
        @Nullable BigDecimal previousClose,
        Instant asOf) {

    public ProviderQuote {
        Prices.requirePlausible(price, "price");
        if (previousClose != null) {
            Prices.requirePlausible(previousClose, "previousClose");
        }
        if (!Currencies.isIso(currency)) {
            throw new IllegalArgumentException("currency is three capital letters, was " + currency);
        }
    }
}
