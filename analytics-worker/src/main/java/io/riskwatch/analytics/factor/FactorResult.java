package io.riskwatch.analytics.factor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result document of kind factor, as {@code contract/result} says. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FactorResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        LocalDate from,
        LocalDate to,
        int periods,
        double periodsPerYear,
        int lags,
        Loading alpha,
        double annualAlpha,
        List<Loading> loadings,
        double rSquared,
        double adjustedRSquared,
        double specificVolatility,
        @Nullable Rolling rolling,
        @Nullable List<Component> components,
        Map<String, String> absent) {

    /**
     * How strongly the value follows a factor.
     *
     * @param beta return per 1.00 of the factor's return; of alpha a return per period
     * @param share of the value's variance that goes with the factor; all sum to R squared; absent for alpha
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Loading(
            String factor,
            double beta,
            @Nullable Double standardError,
            @Nullable Double tStat,
            @Nullable Double pValue,
            @Nullable Double share) {}

    /** Betas in time, one row per date and one column per factor. */
    @SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
    record Rolling(int window, List<LocalDate> dates, double[][] betas, double[] rSquared) {}

    /** What a factor found in the holdings is made of. */
    record Component(String factor, double explained, List<Member> members) {}

    record Member(String symbol, double loading) {}
}
