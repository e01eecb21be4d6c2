package io.riskwatch.marketdata.provider;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.credit.Budget;
import io.riskwatch.marketdata.provider.stream.StreamProtocol;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A source of real prices. An adapter asks once and answers what it was told: it keeps no credits, tries nothing again and
 * throws nothing for what the other side did; that is for {@link Providers}.
 */
public interface MarketDataProvider {

    /** The name in configuration, quotes and the list of providers, such as {@code twelve-data}. */
    String name();

    /** Whether it has what it needs, a key or a word of consent. One without is never called. */
    boolean configured();

    /** What kinds of instrument it prices. */
    Set<InstrumentType> assetClasses();

    /** What the plan behind the key allows. */
    Budget budget();

    /** Whether it can be asked for single quotes. */
    default boolean quotes() {
        return false;
    }

    /** The latest price. */
    default ProviderAnswer<ProviderQuote> quote(SourceSymbol symbol) {
        return ProviderAnswer.unasked(new ProviderError.Plan(name() + " answers no single quotes"));
    }

    /** Whether it can be asked for daily bars. */
    default boolean bars() {
        return false;
    }

    /** The credits a question for these days costs, as far as is known before it is asked. */
    default int barCredits(LocalDate from, LocalDate to) {
        return 1;
    }

    /** The daily bars of a span, both days included, in the order of their days. */
    default ProviderAnswer<DailyBars> dailyBars(SourceSymbol symbol, LocalDate from, LocalDate to) {
        return ProviderAnswer.unasked(new ProviderError.Plan(name() + " has no daily bars"));
    }

    /** How to speak on its socket; empty where it has none. */
    default Optional<StreamProtocol> stream() {
        return Optional.empty();
    }

    /** What it can be asked for. */
    default Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        if (quotes()) {
            capabilities.add(Capability.QUOTE);
        }
        if (bars()) {
            capabilities.add(Capability.DAILY_BARS);
        }
        if (stream().isPresent()) {
            capabilities.add(Capability.STREAM);
        }
        return capabilities;
    }
}
