package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.holding.HeldPortfolio;
import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.ledger.Lot;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.valuation.DailyRates;
import io.riskwatch.portfolio.valuation.Days;
import io.riskwatch.portfolio.valuation.ValueHistories;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The lots a portfolio's holdings were bought in, for the kinds that end in trades: what a sale would realise depends on them. Asked
 * before the transaction that stores the job, since costs in other currencies need the market's rates of their days.
 */
@Component
class AskedLots {

    private static final Set<String> KINDS = Set.of("optimization");

    /** For each method of a holding. */
    private static final int MOST_OF_A_HOLDING = 100;

    /** Over all holdings and methods: the message stays under two megabytes. */
    private static final int MOST_OF_A_JOB = 20_000;

    private final Holdings holdings;
    private final ValueHistories past;

    AskedLots(Holdings holdings, ValueHistories past) {
        this.holdings = holdings;
        this.past = past;
    }

    /** By symbol; nothing for kinds that do not care and for holdings without a ledger. */
    Map<String, OpenLots> of(AnalysisRequest request) {
        if (request.portfolioId() == null || !KINDS.contains(request.kind())) {
            return Map.of();
        }
        Map<LotMethod, HeldPortfolio> byMethod = byMethod(request.portfolioId());
        HeldPortfolio held = Objects.requireNonNull(byMethod.get(LotMethod.FIFO));
        List<Position> positions =
                held.positions().stream().filter(OpenLots::oneSided).toList();
        if (positions.isEmpty()) {
            return Map.of();
        }
        String base = Objects.requireNonNullElse(
                request.baseCurrency(), held.portfolio().baseCurrency().getCode());
        DailyRates rates = rates(base, positions);
        int most = Math.clamp(MOST_OF_A_JOB / (LotMethod.values().length * positions.size()), 1, MOST_OF_A_HOLDING);
        Map<String, OpenLots> lots = new LinkedHashMap<>();
        positions.forEach(position -> lots.put(
                position.symbol(),
                OpenLots.of(
                        of(position.symbol(), byMethod),
                        ratesOf(position.currency().getCode(), base, rates),
                        most)));
        return lots;
    }

    private Map<LotMethod, HeldPortfolio> byMethod(UUID portfolioId) {
        Map<LotMethod, HeldPortfolio> byMethod = new EnumMap<>(LotMethod.class);
        for (LotMethod method : LotMethod.values()) {
            byMethod.put(method, holdings.of(Scope.all(portfolioId), method, LocalDate.MAX));
        }
        return byMethod;
    }

    private static Map<LotMethod, Position> of(String symbol, Map<LotMethod, HeldPortfolio> byMethod) {
        Map<LotMethod, Position> positions = new EnumMap<>(LotMethod.class);
        byMethod.forEach((method, held) -> held.positions().stream()
                .filter(position -> position.symbol().equals(symbol))
                .findFirst()
                .ifPresent(position -> positions.put(method, position)));
        return positions;
    }

    private DailyRates rates(String base, List<Position> positions) {
        TreeSet<String> currencies = new TreeSet<>();
        positions.forEach(position -> currencies.add(position.currency().getCode()));
        LocalDate first = positions.stream()
                .flatMap(position -> position.lots().stream())
                .map(Lot::opened)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate today = past.today();
        return past.rates(base, currencies, new Days(first, today.isBefore(first) ? first : today));
    }

    private static OpenLots.Rates ratesOf(String currency, String base, DailyRates rates) {
        return new OpenLots.Rates() {
            @Override
            public OptionalDouble on(LocalDate day) {
                double rate = rates.on(currency, day);
                return Double.isNaN(rate) ? OptionalDouble.empty() : OptionalDouble.of(rate);
            }

            @Override
            public boolean areOne() {
                return currency.equals(base);
            }
        };
    }
}
