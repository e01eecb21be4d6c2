package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.exposure.PastPrices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What each scenario does to each holding. */
final class Scenarios {

    private static final int MOST_LISTED = 100;

    private final List<Stressed> holdings;
    private final PastPrices past;
    private final double value;
    private final String baseCurrency;

    Scenarios(List<Stressed> holdings, PastPrices past, double value, String baseCurrency) {
        this.holdings = holdings;
        this.past = past;
        this.value = value;
        this.baseCurrency = baseCurrency;
    }

    StressResult.Scenario of(Crisis crisis) {
        return scenario(
                crisis.id(),
                crisis.name(),
                StressResult.Type.HISTORICAL,
                crisis,
                holdings.stream().map(holding -> inCrisis(holding, crisis)).toList());
    }

    private StressResult.HoldingLoss inCrisis(Stressed holding, Crisis crisis) {
        OptionalDouble own = past.change(holding.symbol(), crisis.from(), crisis.to());
        if (own.isPresent()) {
            return loss(holding, own.getAsDouble(), StressResult.Source.OWN_HISTORY, null);
        }
        if (holding.assetClass() == StressClass.CASH) {
            return loss(holding, 0, StressResult.Source.CLASS, "CASH keeps its amount");
        }
        Optional<Crisis.Row> row = crisis.row(holding.assetClass(), holding.region());
        return row.map(found -> loss(holding, found.change(), StressResult.Source.CLASS, found.named()))
                .orElseGet(() -> loss(
                        holding,
                        0,
                        StressResult.Source.UNCHANGED,
                        "no figure of " + holding.assetClass() + " is known for this crisis"));
    }

    StressResult.Scenario of(StressParameters.Shock shock, int number) {
        for (String symbol : shock.symbols().keySet()) {
            if (holdings.stream().noneMatch(h -> h.symbol().equals(symbol))) {
                throw new BadInputException(
                        "parameters.shocks[" + number + "].symbols." + symbol, symbol + " is not among the holdings.");
            }
        }
        if (shock.currencies().containsKey(baseCurrency)) {
            throw new BadInputException(
                    "parameters.shocks[" + number + "].currencies." + baseCurrency,
                    "Everything is counted in " + baseCurrency + ": shock the other currencies against it.");
        }
        return scenario(
                "shock-" + (number + 1),
                shock.name(),
                StressResult.Type.SHOCK,
                null,
                holdings.stream()
                        .map(holding ->
                                loss(holding, change(holding, shock), StressResult.Source.ASKED, proxy(holding, shock)))
                        .toList());
    }

    /** The holding's own shock or its class's, a bond's price by its duration, and the currency on top. */
    private static double change(Stressed holding, StressParameters.Shock shock) {
        Double own = shock.symbols().get(holding.symbol());
        double price = own == null
                ? (1 + shock.classes().getOrDefault(holding.assetClass(), 0.0)) * bondFactor(holding, shock.rates())
                : 1 + own;
        return price * (1 + shock.currencies().getOrDefault(holding.currency(), 0.0)) - 1;
    }

    /** e^(-duration x rise): never below nothing, and -duration x rise for small rises. */
    private static double bondFactor(Stressed holding, double rise) {
        return Math.exp(-holding.duration() * rise);
    }

    private static @Nullable String proxy(Stressed holding, StressParameters.Shock shock) {
        return shock.symbols().containsKey(holding.symbol())
                ? null
                : holding.assetClass().toString();
    }

    private StressResult.HoldingLoss loss(
            Stressed holding, double change, StressResult.Source source, @Nullable String proxy) {
        double loss = change == 0 ? 0 : -holding.weight() * change;
        return new StressResult.HoldingLoss(holding.symbol(), change, loss, loss * value, source, proxy);
    }

    private StressResult.Scenario scenario(
            String id,
            String name,
            StressResult.Type type,
            @Nullable Crisis crisis,
            List<StressResult.HoldingLoss> losses) {
        double total =
                losses.stream().mapToDouble(StressResult.HoldingLoss::loss).sum();
        List<StressResult.HoldingLoss> listed = listed(losses);
        double shown =
                listed.stream().mapToDouble(StressResult.HoldingLoss::loss).sum();
        return new StressResult.Scenario(
                id,
                name,
                type,
                crisis == null ? null : crisis.from(),
                crisis == null ? null : crisis.to(),
                new StressResult.Loss(total, total * value),
                listed,
                losses.size() > MOST_LISTED ? total - shown : 0);
    }

    /** Greatest loss first; of more than a hundred, those that matter most. */
    static List<StressResult.HoldingLoss> listed(List<StressResult.HoldingLoss> losses) {
        List<StressResult.HoldingLoss> sorted = new ArrayList<>(losses);
        sorted.sort(Comparator.comparingDouble(h -> -Math.abs(h.loss())));
        List<StressResult.HoldingLoss> kept = new ArrayList<>(sorted.subList(0, Math.min(MOST_LISTED, sorted.size())));
        kept.sort(Comparator.comparingDouble(h -> -h.loss()));
        return kept;
    }
}
