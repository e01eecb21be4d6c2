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
    private final Repriced repriced;

    Scenarios(List<Stressed> holdings, Repriced repriced, PastPrices past, double value, String baseCurrency) {
        this.holdings = holdings;
        this.repriced = repriced;
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
        if (repriced.isOption(holding.symbol())) {
            RepricedOption option = repriced.option(holding.symbol());
            StressResult.HoldingLoss underlying = inCrisis(underlying(option), crisis);
            return loss(
                    holding,
                    option.change(underlying.shock(), 0, 0),
                    underlying.shock(),
                    option.terms().underlying() + " by " + underlying.source()
                            + (underlying.proxy() == null ? "" : " (" + underlying.proxy() + ")"));
        }
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
                holdings.stream().map(holding -> asked(holding, shock)).toList());
    }

    private StressResult.HoldingLoss asked(Stressed holding, StressParameters.Shock shock) {
        double currency = 1 + shock.currencies().getOrDefault(holding.currency(), 0.0);
        Double own = shock.symbols().get(holding.symbol());
        if (own == null && repriced.isOption(holding.symbol())) {
            RepricedOption option = repriced.option(holding.symbol());
            double underlying = price(underlying(option), shock) - 1;
            double price = 1 + option.change(underlying, shock.volatility(), shock.rates());
            return loss(
                    holding, price * currency - 1, underlying, option.terms().underlying() + " by ASKED");
        }
        boolean priced = own == null && shock.rates() != 0 && repriced.bonds().containsKey(holding.symbol());
        return loss(
                holding,
                price(holding, shock) * currency - 1,
                priced ? StressResult.Source.REPRICED : StressResult.Source.ASKED,
                proxy(holding, shock));
    }

    /** What is left of a price: by the holding's own shock, else by its class's and by what a rise of rates does to a bond. */
    private double price(Stressed holding, StressParameters.Shock shock) {
        Double own = shock.symbols().get(holding.symbol());
        return own == null
                ? (1 + shock.classes().getOrDefault(holding.assetClass(), 0.0)) * bondFactor(holding, shock.rates())
                : 1 + own;
    }

    /** From its yield where the bond's terms are known; else e^(-duration x rise), which is never below nothing. */
    private double bondFactor(Stressed holding, double rise) {
        RepricedBond bond = repriced.bonds().get(holding.symbol());
        return bond == null ? Math.exp(-holding.duration() * rise) : 1 + bond.change(rise);
    }

    private Stressed underlying(RepricedOption option) {
        return holdings.stream()
                .filter(holding -> holding.symbol().equals(option.terms().underlying()))
                .findFirst()
                .orElseThrow();
    }

    /** Of an option that is priced anew. */
    private StressResult.HoldingLoss loss(Stressed holding, double change, double underlying, String from) {
        double loss = change == 0 ? 0 : -holding.weight() * change;
        return new StressResult.HoldingLoss(
                holding.symbol(), change, loss, loss * value, StressResult.Source.REPRICED, from, underlying);
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
