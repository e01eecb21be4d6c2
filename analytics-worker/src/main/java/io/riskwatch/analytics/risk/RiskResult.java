package io.riskwatch.analytics.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result document of kind risk, as {@code contract/result/risk.schema.json} says; the runner adds hash and time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RiskResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        List<LossFigure> valueAtRisk,
        PerformanceFigures performance,
        List<Contribution> contributions,
        Correlation correlation,
        List<DrawdownSpell> drawdowns,
        Series series,
        Map<String, String> absent) {

    /** Without a standard error where the method gives none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LossFigure(
            RiskMethod method,
            double confidence,
            int horizonDays,
            double fraction,
            double amount,
            Loss expectedShortfall,
            @Nullable Double standardError,
            List<String> flags) {}

    record Loss(double fraction, double amount) {}

    /** Figures without a value are missing, their reason stands in {@code absent}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PerformanceFigures(
            double annualReturn,
            double cagr,
            double annualVolatility,
            @Nullable Double sharpe,
            @Nullable Double sortino,
            @Nullable Double calmar,
            @Nullable Double omega,
            double maxDrawdown,
            double currentDrawdown,
            double ulcerIndex,
            @Nullable Double skewness,
            @Nullable Double excessKurtosis,
            @Nullable Double beta,
            @Nullable Double alpha,
            @Nullable Double benchmarkCorrelation) {}

    record Contribution(String symbol, double weight, double marginal, double component, double share) {}

    @SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
    record Correlation(List<String> symbols, double[][] matrix) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DrawdownSpell(
            LocalDate peak, LocalDate trough, @Nullable LocalDate recovery, double depth, int days) {}

    /** The window as a chart: wealth of 1 at its start, and how far below its former peak. */
    @SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
    record Series(List<LocalDate> dates, double[] wealth, double[] drawdown) {}
}
