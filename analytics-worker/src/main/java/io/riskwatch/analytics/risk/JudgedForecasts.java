package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.analysis.ResultArray;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.report.Decimation;
import io.riskwatch.quant.risk.backtest.Coverage;
import io.riskwatch.quant.risk.backtest.ExceptionSeries;
import io.riskwatch.quant.risk.backtest.LikelihoodRatio;
import io.riskwatch.quant.risk.backtest.TrafficLight;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts of value at risk held against what happened.
 *
 * @param dates the days tested
 * @param returns what happened on them
 * @param valueAtRisk what was announced for them, positive for a loss
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record JudgedForecasts(List<LocalDate> dates, double[] returns, double[] valueAtRisk, double confidence) {

    private static final int CHART_POINTS = 500;
    private static final int DAYS_OF_THE_RULES = 250;
    private static final double CONFIDENCE_OF_THE_RULES = 0.99;

    ExceptionSeries exceptions() {
        return ExceptionSeries.of(returns, valueAtRisk);
    }

    double tail() {
        return 1 - confidence;
    }

    LikelihoodRatio number() {
        return Coverage.unconditional(returns.length, exceptions().count(), tail());
    }

    LikelihoodRatio independence() {
        return Coverage.independence(exceptions().transitions());
    }

    TrafficLight light() {
        return TrafficLight.of(returns.length, exceptions().count(), tail());
    }

    /** Only for what the rules are about. */
    BacktestResult.@Nullable PlusFactor plusFactor() {
        return returns.length == DAYS_OF_THE_RULES && confidence == CONFIDENCE_OF_THE_RULES
                ? new BacktestResult.PlusFactor(light().plusFactor1996(), light().plusFactorBasel3())
                : null;
    }

    /** Every day of what the chart shows a part of. */
    void keep(Run run) {
        run.keep(ResultArray.ofDates("The days that were forecast", dates));
        run.keep(ResultArray.of("returns", "Simple return of each of dates", returns));
        run.keep(ResultArray.of(
                "value-at-risk",
                "Announced for each of dates from the days before it, positive for a loss",
                valueAtRisk));
    }

    BacktestResult.Series chart() {
        int[] hits = exceptions().positions();
        int[] kept = returns.length <= CHART_POINTS
                ? IntStream.range(0, returns.length).toArray()
                : IntStream.concat(IntStream.of(Decimation.keep(returns, CHART_POINTS)), IntStream.of(hits))
                        .distinct()
                        .sorted()
                        .toArray();
        return new BacktestResult.Series(
                days(kept),
                IntStream.of(kept).mapToDouble(t -> returns[t]).toArray(),
                IntStream.of(kept).mapToDouble(t -> valueAtRisk[t]).toArray(),
                days(hits));
    }

    private List<LocalDate> days(int[] positions) {
        return IntStream.of(positions).mapToObj(dates::get).toList();
    }
}
