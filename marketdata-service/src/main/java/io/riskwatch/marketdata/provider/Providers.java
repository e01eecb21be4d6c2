package io.riskwatch.marketdata.provider;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.credit.CreditLedger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All providers as one: asks them in the order set for the asset class until one knows. */
public final class Providers {
    private final Map<String, ProviderGate> gates = new LinkedHashMap<>();
    private final ProvidersProperties properties;
    private final CreditLedger ledger;

    public Providers(List<MarketDataProvider> providers, CreditLedger ledger, ProvidersProperties properties) {
        this.properties = properties;
        this.ledger = ledger;
        providers.forEach(provider -> gates.put(provider.name(), new ProviderGate(provider, ledger, properties)));
        Set<String> unknown = new TreeSet<>(properties.order());
        unknown.addAll(properties.streamOrder());
        properties.orderByClass().values().forEach(unknown::addAll);
        unknown.removeAll(gates.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "riskwatch.providers.order names no provider: " + unknown + "; there are " + gates.keySet());
        }
    }

    /** Whether anybody could be asked for any quote. */
    public boolean anyQuotes() {
        return gates.values().stream()
                .map(ProviderGate::provider)
                .anyMatch(provider -> provider.configured() && provider.quotes());
    }

    /** Whether anybody could be asked for quotes of the class. */
    public boolean canQuote(InstrumentType type) {
        return properties.orderFor(type).stream()
                .map(this::gate)
                .anyMatch(gate -> eligible(gate, type) && gate.provider().quotes());
    }

    /** The latest price from the first provider that has it. */
    public ProviderAnswer<ProviderQuote> quote(InstrumentType type, SourceSymbol symbol) {
        return ask(type, MarketDataProvider::quotes, (gate, provider) -> gate.call(1, () -> provider.quote(symbol)));
    }

    /** Whether anybody could be asked for daily bars of the class. */
    public boolean canTellBars(InstrumentType type) {
        return barProvider(type, name -> true).isPresent();
    }

    /** Who is asked first for daily bars of the class, among those that may be asked. */
    public Optional<MarketDataProvider> barProvider(InstrumentType type, Predicate<String> may) {
        return properties.orderFor(type).stream()
                .map(this::gate)
                .filter(gate -> eligible(gate, type))
                .map(ProviderGate::provider)
                .filter(provider -> provider.bars() && may.test(provider.name()))
                .findFirst();
    }

    /** The daily bars from the first provider that has them; what has been adjusted in them stands with them. */
    public ProviderAnswer<DailyBars> dailyBars(InstrumentType type, SourceSymbol symbol, LocalDate from, LocalDate to) {
        return dailyBars(type, symbol, from, to, name -> true);
    }

    /**
     * The daily bars from the first of some providers that has them.
     *
     * @param may which providers may be asked, by name: bars of two providers do not belong in one series
     */
    public ProviderAnswer<DailyBars> dailyBars(
            InstrumentType type, SourceSymbol symbol, LocalDate from, LocalDate to, Predicate<String> may) {
        return ask(
                type,
                provider -> provider.bars() && may.test(provider.name()),
                (gate, provider) ->
                        gate.call(provider.barCredits(from, to), () -> provider.dailyBars(symbol, from, to)));
    }

    /**
     * Shares symbols out among the sockets: each to the first provider in the order that carries it and has room.
     *
     * @param wanted symbols with their asset class, in an order that is the same on every replica
     * @param unusable names of providers that will not have us
     */
    public Map<String, List<SourceSymbol>> shareOut(Map<SourceSymbol, InstrumentType> wanted, Set<String> unusable) {
        Map<String, List<SourceSymbol>> shares = new LinkedHashMap<>();
        wanted.forEach((symbol, type) -> properties.streamOrder().stream()
                .map(this::gate)
                .filter(gate -> eligible(gate, type)
                        && !unusable.contains(gate.provider().name()))
                .filter(gate -> hasRoom(gate.provider(), symbol, shares))
                .findFirst()
                .ifPresent(gate -> shares.computeIfAbsent(gate.provider().name(), name -> new ArrayList<>())
                        .add(symbol)));
        return shares;
    }

    private static boolean hasRoom(
            MarketDataProvider provider, SourceSymbol symbol, Map<String, List<SourceSymbol>> shares) {
        int taken = shares.getOrDefault(provider.name(), List.of()).size();
        return provider.stream()
                .map(stream -> stream.carries(symbol) && taken < stream.maxSymbols())
                .orElse(false);
    }

    /** Every provider there is an adapter for. */
    public List<MarketDataProvider> all() {
        return gates.values().stream().map(ProviderGate::provider).toList();
    }

    /** How a provider stands. */
    public CreditLedger.Standing standing(MarketDataProvider provider) {
        return ledger.standing(provider.name(), provider.budget());
    }

    /** Whether this replica leaves the provider alone because it does not answer. */
    public boolean broken(MarketDataProvider provider) {
        return gate(provider.name()).broken();
    }

    private <T> ProviderAnswer<T> ask(
            InstrumentType type,
            Predicate<MarketDataProvider> capable,
            BiFunction<ProviderGate, MarketDataProvider, ProviderAnswer<T>> question) {
        @Nullable ProviderError worst = null;
        for (String name : properties.orderFor(type)) {
            ProviderGate gate = gate(name);
            if (eligible(gate, type) && capable.test(gate.provider())) {
                switch (question.apply(gate, gate.provider())) {
                    case ProviderAnswer.Found<T> found -> {
                        return found;
                    }
                    case ProviderAnswer.Refused<T> refused -> worst = worse(worst, refused.error());
                }
            }
        }
        return ProviderAnswer.unasked(
                worst == null ? new ProviderError.NotFound("no provider is configured for " + type) : worst);
    }

    /** The reason that says most about asking again: the soonest end of a limit, then a fault, then a plain "no". */
    private static ProviderError worse(@Nullable ProviderError known, ProviderError next) {
        if (known == null || rank(next) > rank(known)) {
            return next;
        }
        if (known instanceof ProviderError.RateLimited one && next instanceof ProviderError.RateLimited other) {
            Duration sooner = other.retryAfter();
            return sooner.compareTo(one.retryAfter()) < 0 ? other : one;
        }
        return known;
    }

    private static int rank(ProviderError error) {
        return switch (error) {
            case ProviderError.NotFound missing -> 0;
            case ProviderError.Plan plan -> 1;
            case ProviderError.Auth auth -> 2;
            case ProviderError.Contract contract -> 3;
            case ProviderError.Upstream upstream -> 4;
            case ProviderError.RateLimited limited -> 5;
        };
    }

    private static boolean eligible(ProviderGate gate, InstrumentType type) {
        return gate.provider().configured() && gate.provider().assetClasses().contains(type);
    }

    private ProviderGate gate(String name) {
        return Objects.requireNonNull(gates.get(name), name);
    }
}
