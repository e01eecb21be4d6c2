package io.riskwatch.marketdata.provider;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.credit.Budget;
import io.riskwatch.marketdata.provider.stream.StreamProtocol;
import java.util.Optional;
import java.util.Set;

/** A provider that only has a socket, which costs no credits. */
public record StreamOnly(String name, boolean configured, Set<InstrumentType> assetClasses, StreamProtocol protocol)
        implements MarketDataProvider {

    public StreamOnly {
        assetClasses = Set.copyOf(assetClasses);
    }

    @Override
    public Budget budget() {
        return Budget.of(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public Optional<StreamProtocol> stream() {
        return Optional.of(protocol);
    }
}
