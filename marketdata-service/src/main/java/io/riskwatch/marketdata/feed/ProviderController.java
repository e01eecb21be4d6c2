package io.riskwatch.marketdata.feed;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.Capability;
import io.riskwatch.marketdata.provider.MarketDataProvider;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.credit.Budget;
import io.riskwatch.marketdata.provider.credit.CreditLedger.Standing;
import io.riskwatch.marketdata.quote.FeedState;
import io.riskwatch.marketdata.quote.FeedStates;
import io.riskwatch.marketdata.quote.LatestQuotes;
import io.riskwatch.marketdata.xsim.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How every source of prices stands. */
@RestController
class ProviderController {
    private final Providers providers;
    private final FeedStates feeds;
    private final LatestQuotes latest;

    ProviderController(Providers providers, FeedStates feeds, LatestQuotes latest) {
        this.providers = providers;
        this.feeds = feeds;
        this.latest = latest;
    }

    @GetMapping("/api/v1/providers")
    List<ProviderView> providers() {
        List<ProviderView> views = new ArrayList<>();
        views.add(simulated());
        providers.all().forEach(provider -> views.add(view(provider)));
        return views;
    }

    private ProviderView simulated() {
        boolean stale = latest.stale();
        return new ProviderView(
                Listing.PROVIDER,
                stale ? State.DELAYED : State.READY,
                true,
                List.of(Capability.QUOTE, Capability.DAILY_BARS, Capability.STREAM),
                List.of(
                        InstrumentType.EQUITY,
                        InstrumentType.ETF,
                        InstrumentType.BOND,
                        InstrumentType.COMMODITY,
                        InstrumentType.CRYPTO,
                        InstrumentType.FX,
                        InstrumentType.INDEX,
                        InstrumentType.FACTOR),
                null,
                null,
                null,
                null,
                null,
                stale ? latest.lastArrival() : null);
    }

    private ProviderView view(MarketDataProvider provider) {
        List<Capability> capabilities =
                provider.capabilities().stream().sorted().toList();
        List<InstrumentType> classes = provider.assetClasses().stream().sorted().toList();
        if (!provider.configured()) {
            return new ProviderView(
                    provider.name(),
                    State.NOT_CONFIGURED,
                    false,
                    capabilities,
                    classes,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        Standing standing = providers.standing(provider);
        Optional<FeedState> feed = feeds.find(provider.name());
        return new ProviderView(
                provider.name(),
                state(provider, standing, feed),
                false,
                capabilities,
                classes,
                credits(provider, standing),
                standing.lastError(),
                standing.lastErrorAt(),
                standing.lastSuccessAt(),
                standing.blockedUntil(),
                feed.filter(state -> !state.live()).map(FeedState::since).orElse(null));
    }

    private State state(MarketDataProvider provider, Standing standing, Optional<FeedState> feed) {
        if (standing.blockedUntil() != null) {
            return standing.lastError() == ProviderError.Kind.AUTH ? State.REFUSED : State.RATE_LIMITED;
        }
        if (feed.filter(FeedState::refused).isPresent()) {
            return State.REFUSED;
        }
        if (providers.broken(provider)) {
            return State.DOWN;
        }
        return feed.filter(state -> !state.live()).isPresent() ? State.DELAYED : State.READY;
    }

    private static @Nullable Credits credits(MarketDataProvider provider, Standing standing) {
        Budget budget = provider.budget();
        return provider.quotes() || provider.bars()
                ? new Credits(standing.leftThisMinute(), budget.perMinute(), standing.leftToday(), budget.perDay())
                : null;
    }

    /** In words. */
    enum State {
        /** No key, or not switched on. */
        NOT_CONFIGURED,
        READY,
        /** Its live prices do not flow. */
        DELAYED,
        /** Its budget, ours or theirs, is spent until {@code retryAt}. */
        RATE_LIMITED,
        /** It does not accept the key or the plan. */
        REFUSED,
        /** It does not answer. */
        DOWN
    }

    /** Credits that are left, and of how many. */
    record Credits(int leftThisMinute, int perMinute, int leftToday, int perDay) {}

    /**
     * One source of prices.
     *
     * @param credits absent where calls cost none
     * @param lastError the class of the last error: AUTH, RATE_LIMITED, NOT_FOUND, PLAN, UPSTREAM or CONTRACT
     * @param retryAt until when it is left alone
     * @param delayedSince since when its live prices do not flow
     */
    record ProviderView(
            String name,
            State state,
            boolean simulated,
            List<Capability> capabilities,
            List<InstrumentType> assetClasses,
            @Nullable Credits credits,
            ProviderError.@Nullable Kind lastError,
            @Nullable Instant lastErrorAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant retryAt,
            @Nullable Instant delayedSince) {

        ProviderView {
            capabilities = List.copyOf(capabilities);
            assetClasses = List.copyOf(assetClasses);
        }
    }
}
