package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.valuation.Days;
import io.riskwatch.portfolio.valuation.Decimation;
import io.riskwatch.quant.performance.cashflow.InternalRate;
import io.riskwatch.quant.performance.cashflow.TimeWeightedReturn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** How a portfolio did, as clients see it. Amounts are in the base currency, returns are fractions. */
record PerformanceView(
        UUID portfolioId,
        String baseCurrency,

        @Schema(description = "The period starts at this day's close; with the first booking, on that day's morning")
        LocalDate from,

        LocalDate to,
        int days,
        String startValue,
        String endValue,
        String paidIn,
        String paidOut,

        @Schema(description = "Change in value less what was paid in, and what was paid out")
        String gain,

        TimeWeightedView timeWeighted,
        ReturnView modifiedDietz,
        MoneyWeightedView moneyWeighted,

        @Schema(description = "What the returns are and why they differ, with the user's numbers")
        List<String> sentences,

        @Schema(description = "What to know before believing the figures")
        List<String> notes,

        @Nullable DrawdownView drawdown,

        @Schema(description = "Only when one was asked for") @Nullable
        BenchmarkView benchmark,

        @Schema(description = "The cash-flow table the returns are made of: its first lines and the end")
        List<FlowView> flows,

        @Schema(description = "How many lines the whole table has; all of them at performance/flows")
        int flowCount,

        List<PerformancePointView> points,
        List<String> unpricedSymbols,
        List<MissingRateView> missingRates,

        @Schema(description = "Symbols and exchange rates whose last price was old at the end of the period")
        List<String> staleSymbols,

        boolean simulated) {

    /** As many lines of the cash-flow table as the answer holds. */
    static final int FLOWS = 200;

    PerformanceView {
        sentences = List.copyOf(sentences);
        notes = List.copyOf(notes);
        flows = List.copyOf(flows);
        points = List.copyOf(points);
        unpricedSymbols = List.copyOf(unpricedSymbols);
        missingRates = List.copyOf(missingRates);
        staleSymbols = List.copyOf(staleSymbols);
    }

    /** A return, or why there is none. */
    record ReturnView(@Nullable Double period, @Nullable String unavailable) {}

    /** The return of the holdings. */
    record TimeWeightedView(
            @Nullable Double period,

            @Schema(description = "Compounded over calendar days; absent below 365 days, where it would mislead")
            @Nullable
            Double annual,

            @Nullable String unavailable) {}

    /** The return of the owner's money (XIRR). */
    record MoneyWeightedView(
            @Nullable Double period,
            @Nullable Double annual,

            @Schema(
                    description =
                            "Whether the flows change sign more than once, so that another rate may solve them too")
            boolean severalRates,

            @Nullable String unavailable) {}

    /** The deepest fall of the holdings below a former peak, as a negative fraction. */
    record DrawdownView(
            double depth,
            LocalDate peak,
            LocalDate trough,

            @Schema(description = "Absent while it lasts") @Nullable
            LocalDate recovery) {}

    /** The close of a day: the value, and what 100 in the holdings at the start had become. */
    record PerformancePointView(
            LocalDate date,
            String value,

            @Schema(description = "Absent when the time-weighted return is") @Nullable
            Double index,

            @Schema(description = "The benchmark beside it, 100 on the first day that both have") @Nullable
            Double benchmarkIndex,

            @Schema(description = "What the same deposits would have been worth in the benchmark") @Nullable
            String benchmarkValue) {}

    /** A currency without a rate, from the first to the last day something in it is left out of the value. */
    record MissingRateView(String currency, LocalDate from, LocalDate to) {}

    /**
     * The view.
     *
     * @param benchmark the symbol that was asked for, if any, and what came of it
     */
    static PerformanceView of(
            Performance performance, @Nullable String symbol, Optional<Figure<Benchmark>> benchmark, int maxPoints) {
        var base = performance.portfolio().baseCurrency();
        var period = performance.period();
        var values = performance.values();
        return new PerformanceView(
                performance.portfolio().id(),
                base.getCode(),
                period.start(),
                period.end(),
                period.days(),
                money(period.startValue(), base),
                money(period.endValue(), base),
                money(period.paidIn(), base),
                money(period.paidOut(), base),
                money(period.gain(), base),
                timeWeighted(performance.returns().timeWeighted(), period.days()),
                new ReturnView(
                        performance.returns().modifiedDietz().value().orElse(null),
                        performance.returns().modifiedDietz().refusal().orElse(null)),
                moneyWeighted(performance.returns().moneyWeighted(), period.days()),
                Stream.concat(
                                performance.sentences().stream(),
                                benchmark.stream()
                                        .flatMap(found -> BenchmarkView.sentences(found, period, base).stream()))
                        .toList(),
                performance.notes(),
                performance.deepestFall().map(PerformanceView::drawdown).orElse(null),
                benchmark
                        .map(found -> BenchmarkView.of(String.valueOf(symbol), found, period, base))
                        .orElse(null),
                flows(period.flows(), base),
                period.flows().size(),
                points(performance, benchmark.flatMap(Figure::value), base, maxPoints),
                values.unpriced(),
                missingRates(values.missingRates()),
                values.stale(period.end()),
                values.simulated());
    }

    /** Of a portfolio in which nothing was booked until the end of the range. */
    static PerformanceView ofNothing(UUID portfolioId, CurrencyUnit base, LocalDate day) {
        var nothing = "Nothing was booked until %s: there is no return yet.".formatted(day);
        var zero = money(0, base);
        return new PerformanceView(
                portfolioId,
                base.getCode(),
                day,
                day,
                0,
                zero,
                zero,
                zero,
                zero,
                zero,
                new TimeWeightedView(null, null, nothing),
                new ReturnView(null, nothing),
                new MoneyWeightedView(null, null, false, nothing),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    private static TimeWeightedView timeWeighted(Figure<TimeWeightedReturn> figure, int days) {
        var total = figure.value().map(TimeWeightedReturn::total);
        return new TimeWeightedView(
                total.orElse(null),
                total.filter(found -> days >= PeriodReturns.DAYS_PER_YEAR)
                        .map(found -> PeriodReturns.annual(found, days))
                        .orElse(null),
                figure.refusal().orElse(null));
    }

    static MoneyWeightedView moneyWeighted(Figure<InternalRate> figure, int days) {
        return new MoneyWeightedView(
                figure.value()
                        .map(found -> PeriodReturns.ofPeriod(found.rate(), days))
                        .orElse(null),
                figure.value().map(InternalRate::rate).orElse(null),
                figure.value().map(InternalRate::severalSignChanges).orElse(false),
                figure.refusal().orElse(null));
    }

    private static DrawdownView drawdown(Performance.Fall fall) {
        return new DrawdownView(
                fall.depth(), fall.peak(), fall.trough(), fall.recovery().orElse(null));
    }

    private static List<FlowView> flows(List<Flow> flows, CurrencyUnit base) {
        var shown = flows.size() <= FLOWS ? flows : flows.subList(0, FLOWS - 1);
        var views = new java.util.ArrayList<>(
                shown.stream().map(flow -> FlowView.of(flow, base)).toList());
        if (shown.size() < flows.size()) {
            views.add(FlowView.of(flows.getLast(), base));
        }
        return views;
    }

    private static List<PerformancePointView> points(
            Performance performance, Optional<Benchmark> benchmark, CurrencyUnit base, int maxPoints) {
        var values = performance.values();
        var growth = performance.growth();
        return Arrays.stream(Decimation.keepingExtremes(
                        values.shownDays(),
                        growth.<java.util.function.IntToDoubleFunction>map(found -> day -> found[day])
                                .orElse(values::value),
                        maxPoints))
                .mapToObj(day -> new PerformancePointView(
                        values.days().date(day),
                        money(values.value(day), base),
                        growth.map(found -> 100 * found[day]).orElse(null),
                        benchmark.flatMap(found -> found.index(day)).orElse(null),
                        benchmark
                                .flatMap(found -> found.bought().value())
                                .map(bought -> money(bought.valueAt().applyAsDouble(day), base))
                                .orElse(null)))
                .toList();
    }

    private static List<MissingRateView> missingRates(Map<String, Days> missing) {
        return missing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new MissingRateView(
                        entry.getKey(),
                        entry.getValue().first(),
                        entry.getValue().last()))
                .toList();
    }

    static String money(double amount, CurrencyUnit currency) {
        return BigDecimal.valueOf(amount)
                .setScale(currency.getDecimalPlaces(), RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
