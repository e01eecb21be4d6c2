package io.riskwatch.marketdata.quote;

import java.time.Instant;
import java.util.Set;

/**
 * How a provider's socket stands.
 *
 * @param live whether prices flow, or would if there were any
 * @param since since when
 * @param refused whether the provider will not have us: a wrong key, a plan without a socket
 * @param symbols what it delivers
 */
public record FeedState(String provider, boolean live, Instant since, boolean refused, Set<String> symbols) {
    public FeedState {
        symbols = Set.copyOf(symbols);
    }

    /** The same socket, taken for silent from this instant on. */
    FeedState silent(Instant from) {
        return live ? new FeedState(provider, false, from, refused, symbols) : this;
    }
}
