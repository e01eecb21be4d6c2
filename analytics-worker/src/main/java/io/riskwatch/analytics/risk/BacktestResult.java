package io.riskwatch.analytics.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import io.riskwatch.quant.risk.backtest.Coverage;
import io.riskwatch.quant.risk.backtest.ExceptionSeries;
import io.riskwatch.quant.risk.backtest.LikelihoodRatio;
import io.riskwatch.quant.risk.backtest.TrafficLight;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result document of kind var-backtest, as {@code contract/result/var-backtest.schema.json} says. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BacktestResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        RiskMethod method,
        double confidence,
        int days,
        int estimationDays,
        int exceptions,
        double expected,
        Kupiec kupiec,
        Christoffersen christoffersen,
        CoverageTest conditionalCoverage,
        TrafficLight.Zone baselZone,
        double baselProbability,
        @Nullable PlusFactor plusFactor,
        Series series) {

    private static final double SIGNIFICANCE = 0.05;

    /** Whether a hypothesis about the exceptions is rejected at 5 %. */
    record CoverageTest(double lr, int degreesOfFreedom, double pValue, boolean rejected) {
        static CoverageTest of(LikelihoodRatio ratio) {
            return new CoverageTest(
                    ratio.statistic(), ratio.degreesOfFreedom(), ratio.probability(), ratio.rejects(SIGNIFICANCE));
        }
    }

    /** Were there as many exceptions as announced? */
    record Kupiec(double lr, int degreesOfFreedom, double pValue, boolean rejected, Coverage.Accepted accepted) {
        static Kupiec of(LikelihoodRatio ratio, int days, double tail) {
            return new Kupiec(
                    ratio.statistic(),
                    ratio.degreesOfFreedom(),
                    ratio.probability(),
                    ratio.rejects(SIGNIFICANCE),
                    Coverage.accepted(days, tail, SIGNIFICANCE));
        }
    }

    /** Does an exception make the next one likelier? */
    record Christoffersen(
            double lr, int degreesOfFreedom, double pValue, boolean rejected, ExceptionSeries.Transitions transitions) {
        static Christoffersen of(LikelihoodRatio ratio, ExceptionSeries.Transitions transitions) {
            return new Christoffersen(
                    ratio.statistic(),
                    ratio.degreesOfFreedom(),
                    ratio.probability(),
                    ratio.rejects(SIGNIFICANCE),
                    transitions);
        }
    }

    /** What the supervisor adds to the capital multiplier. */
    record PlusFactor(double basel1996, double basel3) {}

    /** The days tested as a chart; the exceptions are all there. */
    @SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
    record Series(List<LocalDate> dates, double[] returns, double[] valueAtRisk, List<LocalDate> exceptions) {}
}
