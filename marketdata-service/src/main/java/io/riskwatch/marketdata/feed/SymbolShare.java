package io.riskwatch.marketdata.feed;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.quote.FeedState;
import io.riskwatch.marketdata.quote.FeedStates;
import io.riskwatch.marketdata.quote.SymbolInterest;
import io.riskwatch.marketdata.xsim.Exchange;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Of all symbols anybody listens to, on any replica, those that one provider's socket is to deliver. */
final class SymbolShare {
    private final String provider;
    private final SymbolInterest interest;
    private final Providers providers;
    private final KnownInstruments instruments;
    private final Exchange exchange;
    private final FeedStates states;

    SymbolShare(
            String provider,
            SymbolInterest interest,
            Providers providers,
            KnownInstruments instruments,
            Exchange exchange,
            FeedStates states) {
        this.provider = provider;
        this.interest = interest;
        this.providers = providers;
        this.instruments = instruments;
        this.exchange = exchange;
        this.states = states;
    }

    /** The share as things stand: what is simulated needs no provider, and who is refused carries nothing. */
    Set<SourceSymbol> now() {
        Map<SourceSymbol, InstrumentType> all = new LinkedHashMap<>();
        for (String key : interest.everybodys()) {
            SourceSymbol.parse(key)
                    .filter(symbol -> exchange.listing(key).isEmpty())
                    .ifPresent(symbol -> all.put(symbol, type(symbol)));
        }
        Set<String> unusable = states.all().stream()
                .filter(state -> state.refused() && !state.provider().equals(provider))
                .map(FeedState::provider)
                .collect(Collectors.toSet());
        return new LinkedHashSet<>(providers.shareOut(all, unusable).getOrDefault(provider, List.of()));
    }

    private InstrumentType type(SourceSymbol symbol) {
        return instruments.type(
                symbol.symbol(), symbol.exchange(), symbol.pair().isPresent());
    }
}
