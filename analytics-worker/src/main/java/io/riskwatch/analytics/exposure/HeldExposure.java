package io.riskwatch.analytics.exposure;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.AnalysisJob.Holding;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.history.History;
import io.riskwatch.analytics.history.HistoryRequest;
import io.riskwatch.analytics.history.HistorySource;
import io.riskwatch.quant.series.Returns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The exposure of things held: quantity times the last close of the window times the exchange rate of that day, over the
 * total with cash. Cash in a foreign currency is a position whose price is its exchange rate; cash in the base currency
 * earns nothing.
 *
 * <p>Here, once, decimal quantities and amounts become doubles.
 */
final class HeldExposure {

    /** The symbol of cash in the base currency among holdings given by weight. */
    static final String CASH = "CASH";

    private static final String DOLLAR = "USD";

    private final AnalysisJob job;
    private final List<Holding> holdings;
    private final Map<String, BigDecimal> cash;
    private final @Nullable String benchmark;

    private HeldExposure(
            AnalysisJob job, List<Holding> holdings, Map<String, BigDecimal> cash, @Nullable String benchmark) {
        this.job = job;
        this.holdings = holdings;
        this.cash = cash;
        this.benchmark = benchmark;
    }

    static Exposure of(
            AnalysisJob job, Window window, @Nullable String benchmark, boolean leaveOutMissing, HistorySource source) {
        List<Holding> holdings = merged(Objects.requireNonNull(job.holdings()));
        if (holdings.getFirst().weight() != null) {
            InlineExposure.requireWhole(
                    holdings.stream()
                            .mapToDouble(h -> Objects.requireNonNullElse(h.weight(), 0.0))
                            .sum(),
                    "holdings");
        }
        Map<String, BigDecimal> cash = new LinkedHashMap<>();
        if (job.cash() != null) {
            job.cash().forEach(c -> cash.merge(c.currency(), c.amount(), BigDecimal::add));
        }
        cash.values().removeIf(amount -> amount.signum() == 0);
        HeldExposure exposure = new HeldExposure(job, holdings, cash, benchmark);
        exposure.refuseNothing();
        History history = exposure.fetch(window, source);
        List<String> leftOut = exposure.missing(history, leaveOutMissing);
        HeldExposure known = exposure.without(leftOut);
        known.refuseNothing();
        return known.combine(history, window, leftOut);
    }

    private void refuseNothing() {
        if (holdings.stream().allMatch(h -> h.symbol().equals(CASH))
                && cash.keySet().stream().allMatch(job.baseCurrency()::equals)) {
            throw new BadInputException(
                    "holdings", "Nothing but cash in " + job.baseCurrency() + " is held: it has no price risk.");
        }
    }

    /** The same symbol twice is one holding. */
    private static List<Holding> merged(List<Holding> holdings) {
        boolean weighted = holdings.stream().anyMatch(h -> h.weight() != null);
        if (weighted && holdings.stream().anyMatch(h -> h.weight() == null)) {
            throw new BadInputException(
                    "holdings", "Give every holding a quantity or every holding a weight, not both.");
        }
        Map<String, Holding> bySymbol = new LinkedHashMap<>();
        holdings.forEach(holding -> bySymbol.merge(
                holding.symbol(),
                holding,
                (a, b) -> new Holding(
                        a.symbol(),
                        a.quantity() == null || b.quantity() == null
                                ? null
                                : a.quantity().add(b.quantity()),
                        a.weight() == null || b.weight() == null ? null : Double.valueOf(a.weight() + b.weight()))));
        return List.copyOf(bySymbol.values());
    }

    private HeldExposure without(List<String> symbols) {
        return new HeldExposure(
                job,
                holdings.stream().filter(h -> !symbols.contains(h.symbol())).toList(),
                cash,
                benchmark);
    }

    /** One call when everything is in the base currency; a second one when the first shows that exchange rates are needed. */
    private History fetch(Window window, HistorySource source) {
        Set<String> symbols = new LinkedHashSet<>();
        holdings.stream().map(Holding::symbol).filter(s -> !s.equals(CASH)).forEach(symbols::add);
        if (benchmark != null) {
            symbols.add(benchmark);
        }
        cash.keySet().forEach(currency -> addRates(currency, symbols));
        var request = new HistoryRequest(
                job.organisationId(), List.copyOf(symbols), window.from(), window.to(), window.lastCommonDays());
        History history = source.fetch(request);
        Set<String> withRates = new LinkedHashSet<>(symbols);
        history.series().forEach(series -> addRates(series.currency(), withRates));
        if (!withRates.equals(symbols)) {
            request = request.withSymbols(List.copyOf(withRates));
            history = source.fetch(request);
        }
        // too few common days: the refusal names who lacks them, which only all days can tell
        return request.lastCommonDays() != null && history.epochDays().length <= Window.FEWEST_RETURNS
                ? source.fetch(request.withAllDays())
                : history;
    }

    private void addRates(String currency, Set<String> symbols) {
        if (!currency.equals(job.baseCurrency())) {
            for (String side : List.of(currency, job.baseCurrency())) {
                if (!side.equals(DOLLAR)) {
                    symbols.add(side + DOLLAR);
                }
            }
        }
    }

    private List<String> missing(History history, boolean leaveOut) {
        List<String> held = holdings.stream().map(Holding::symbol).toList();
        List<String> missing = history.missing().stream().filter(held::contains).toList();
        List<String> others =
                history.missing().stream().filter(s -> !held.contains(s)).toList();
        if (others.contains(benchmark)) {
            throw new BadInputException("parameters.benchmark", "There is no price history for " + benchmark + ".");
        }
        if (!others.isEmpty()) {
            throw new BadInputException(
                    "baseCurrency", "There are no exchange rates for " + String.join(", ", others) + ".");
        }
        if (!missing.isEmpty() && !leaveOut) {
            throw new BadInputException(
                    "holdings",
                    "There is no price history for " + String.join(", ", missing)
                            + ". Upload one, or ask again with missingHistory LEAVE_OUT to leave it out.");
        }
        return missing;
    }

    private Exposure combine(History history, Window window, List<String> leftOut) {
        CommonWindow common = CommonWindow.of(history, window.from() == null ? Window.DEFAULT_DAYS : Integer.MAX_VALUE);
        List<Leg> legs = legs(history, common);
        boolean weighted = legs.getFirst().quantity == null;
        double baseCash = weighted ? weightOfCash() : amountOfBaseCash();
        double total = baseCash + legs.stream().mapToDouble(Leg::worth).sum();
        if (!(total > 0)) {
            throw new BadInputException(
                    "holdings",
                    "The holdings are worth " + total + " " + job.baseCurrency()
                            + " with cash and loans; shares of the whole need a positive worth.");
        }
        double[] weights = legs.stream().mapToDouble(leg -> leg.worth() / total).toArray();
        double[][] returns = new double[common.days().length - 1][legs.size()];
        List<Exposure.Position> positions = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            Leg leg = legs.get(i);
            double[] column = Returns.simple(leg.path);
            for (int t = 0; t < column.length; t++) {
                returns[t][i] = column[t];
            }
            positions.add(leg.position(weights[i]));
        }
        return new Exposure(
                positions,
                returns,
                weights,
                baseCash / total,
                legs.stream().mapToDouble(leg -> leg.path[leg.path.length - 1]).toArray(),
                weighted ? null : Double.valueOf(total),
                common.days(),
                common.droppedDates(),
                leftOut,
                benchmark == null ? null : Returns.simple(inBase(history, common, benchmark)));
    }

    private List<Leg> legs(History history, CommonWindow common) {
        double[] last = common.lastPrices();
        List<Leg> legs = new ArrayList<>();
        for (Holding holding : holdings) {
            if (!holding.symbol().equals(CASH)) {
                int column = history.column(holding.symbol());
                legs.add(new Leg(
                        history.series().get(column),
                        holding.quantity() == null
                                ? null
                                : Double.valueOf(holding.quantity().doubleValue()),
                        holding.weight(),
                        last[column],
                        inBase(history, common, holding.symbol())));
            }
        }
        for (var foreign : cash.entrySet()) {
            if (!foreign.getKey().equals(job.baseCurrency())) {
                double[] rate = rate(history, common, foreign.getKey());
                legs.add(new Leg(
                        new History.Series(
                                CASH + ":" + foreign.getKey(),
                                foreign.getKey(),
                                rateSeries(history, foreign.getKey()).provider(),
                                rateSeries(history, foreign.getKey()).simulated()),
                        foreign.getValue().doubleValue(),
                        null,
                        1,
                        rate));
            }
        }
        return legs;
    }

    private History.Series rateSeries(History history, String currency) {
        return history.series().get(history.column((currency.equals(DOLLAR) ? job.baseCurrency() : currency) + DOLLAR));
    }

    private double[] inBase(History history, CommonWindow common, String symbol) {
        int column = history.column(symbol);
        double[] path = common.pricesOf(column);
        String currency = history.series().get(column).currency();
        if (!currency.equals(job.baseCurrency())) {
            double[] rate = rate(history, common, currency);
            for (int t = 0; t < path.length; t++) {
                path[t] *= rate[t];
            }
        }
        return path;
    }

    /** Units of the base currency per unit of the currency, through the dollar. */
    private double[] rate(History history, CommonWindow common, String currency) {
        double[] rate = dollars(history, common, currency);
        double[] base = dollars(history, common, job.baseCurrency());
        for (int t = 0; t < rate.length; t++) {
            rate[t] /= base[t];
        }
        return rate;
    }

    private static double[] dollars(History history, CommonWindow common, String currency) {
        if (currency.equals(DOLLAR)) {
            double[] ones = new double[common.days().length];
            Arrays.fill(ones, 1);
            return ones;
        }
        return common.pricesOf(history.column(currency + DOLLAR));
    }

    private double amountOfBaseCash() {
        BigDecimal amount = cash.get(job.baseCurrency());
        return amount == null ? 0 : amount.doubleValue();
    }

    private double weightOfCash() {
        return holdings.stream()
                .filter(h -> h.symbol().equals(CASH))
                .mapToDouble(h -> Objects.requireNonNullElse(h.weight(), 0.0))
                .sum();
    }

    /** One thing held with its prices in the base currency. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Leg(
            History.Series series,
            @Nullable Double quantity,
            @Nullable Double weight,
            double lastClose,
            double[] path) {

        /** In the base currency on the last day; of a weight, the weight. */
        double worth() {
            return quantity == null ? Objects.requireNonNullElse(weight, 0.0) : quantity * path[path.length - 1];
        }

        Exposure.Position position(double share) {
            return new Exposure.Position(
                    series.symbol(),
                    series.currency(),
                    share,
                    quantity,
                    lastClose,
                    series.provider(),
                    series.simulated());
        }
    }
}
