package io.riskwatch.marketdata.provider.stream;

import io.riskwatch.marketdata.provider.Prices;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SourceSymbol;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider said on its socket. */
public sealed interface StreamEvent {

    /**
     * A trade or a new last price.
     *
     * @param unit the currency, or a hundredth of it, where told
     */
    record Price(SourceSymbol symbol, @Nullable String unit, BigDecimal price, Instant asOf) implements StreamEvent {
        public Price {
            if (!Prices.plausible(price)) {
                throw new IllegalArgumentException("price must lie in [1E-10, 1E15], was " + price);
            }
        }
    }

    /** The provider does not deliver this symbol. */
    record Rejected(SourceSymbol symbol) implements StreamEvent {}

    /** Messages of this symbol were lost: subscribe again for a fresh start. */
    record Gap(SourceSymbol symbol) implements StreamEvent {}

    /** The provider is about to end the connection. */
    record Farewell() implements StreamEvent {}

    /** The provider refuses. */
    record Failure(ProviderError error) implements StreamEvent {}
}
