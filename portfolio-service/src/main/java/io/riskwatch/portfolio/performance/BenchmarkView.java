package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.performance.PerformanceView.MoneyWeightedView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A portfolio beside an instrument, in the portfolio's currency, dividends reinvested. */
record BenchmarkView(
        String symbol,

        @Schema(description = "The first day on which both have a value: both indices are 100 there") @Nullable
        LocalDate from,

        @Schema(description = "What the instrument returned from there to the end, as a fraction") @Nullable
        Double period,

        @Schema(description = "The same per year; absent below 365 days") @Nullable
        Double annual,

        @Nullable BoughtView bought,
        @Nullable ComparisonView comparison,
        boolean simulated,
        @Nullable String unavailable) {

    /** What the same deposits and withdrawals would have become in the instrument, bought and sold at the day's close. */
    record BoughtView(
            @Nullable String endValue,
            @Nullable String gain,

            @Schema(
                    description =
                            "End value less that of the portfolio: above zero the instrument would have been better")
            @Nullable
            String difference,

            @Nullable MoneyWeightedView moneyWeighted,

            @Schema(description = "The day on which withdrawals would have used it up") @Nullable
            LocalDate ranOut,

            @Nullable String unavailable) {}

    /** On simple returns of common trading days, per year by 252; the riskless return counts as 0. */
    record ComparisonView(
            int observations,
            @Nullable Double beta,
            @Nullable Double alpha,
            @Nullable Double correlation,
            @Nullable Double activeReturn,
            @Nullable Double trackingError,
            @Nullable Double informationRatio,
            @Nullable Double upCapture,
            @Nullable Double downCapture,
            @Nullable String unavailable) {}

    static BenchmarkView of(String symbol, Figure<Benchmark> figure, Period period, CurrencyUnit base) {
        return figure.value()
                .map(benchmark -> of(benchmark, period, base))
                .orElseGet(() -> new BenchmarkView(
                        symbol,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        figure.refusal().orElse(null)));
    }

    private static BenchmarkView of(Benchmark benchmark, Period period, CurrencyUnit base) {
        var days = period.days() - benchmark.start();
        return new BenchmarkView(
                benchmark.units().symbol(),
                period.start().plusDays(benchmark.start()),
                benchmark.total(),
                days >= PeriodReturns.DAYS_PER_YEAR ? PeriodReturns.annual(benchmark.total(), days) : null,
                bought(benchmark.bought(), period, base),
                comparison(benchmark.comparison()),
                benchmark.units().simulated(),
                null);
    }

    private static BoughtView bought(Figure<Benchmark.Bought> figure, Period period, CurrencyUnit base) {
        return figure.value()
                .map(bought -> new BoughtView(
                        PerformanceView.money(bought.endValue(), base),
                        PerformanceView.money(bought.gain(), base),
                        PerformanceView.money(bought.endValue() - period.endValue(), base),
                        PerformanceView.moneyWeighted(bought.moneyWeighted(), period.days()),
                        bought.ranOut().orElse(null),
                        null))
                .orElseGet(() -> new BoughtView(
                        null, null, null, null, null, figure.refusal().orElse(null)));
    }

    private static ComparisonView comparison(Figure<Comparison> figure) {
        return figure.value()
                .map(found -> new ComparisonView(
                        found.observations(),
                        found.beta(),
                        found.alpha(),
                        found.correlation(),
                        found.activeReturn(),
                        found.trackingError(),
                        found.informationRatio().orElse(null),
                        found.upCapture().orElse(null),
                        found.downCapture().orElse(null),
                        null))
                .orElseGet(() -> new ComparisonView(
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        figure.refusal().orElse(null)));
    }

    /** The sentences of the comparison, if there is one. */
    static List<String> sentences(Figure<Benchmark> figure, Period period, CurrencyUnit base) {
        return figure.value()
                .map(benchmark -> benchmark.sentences(period, base.getCode()))
                .orElse(List.of());
    }
}
