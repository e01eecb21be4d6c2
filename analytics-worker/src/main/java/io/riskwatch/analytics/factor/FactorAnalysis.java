package io.riskwatch.analytics.factor;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.factor.Exposure;
import io.riskwatch.quant.factor.FactorRegression;
import io.riskwatch.quant.factor.StatisticalFactors;
import io.riskwatch.quant.stat.Covariance;
import io.riskwatch.quant.stat.LinearRegression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kind {@code factor}: the value of the holdings explained by factors. */
@Component
class FactorAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;
    private static final int MOST_POINTS = 250;
    private static final int MOST_MEMBERS = 10;

    private final Exposures exposures;
    private final JsonMapper json;

    FactorAnalysis(Exposures exposures, JsonMapper json) {
        this.exposures = exposures;
        this.json = json;
    }

    @Override
    public String kind() {
        return "factor";
    }

    @Override
    public ObjectNode run(AnalysisJob job, Run run) {
        FactorParameters parameters = FactorParameters.of(job.parameters());
        run.reached(5);
        Basis basis = Basis.of(job, exposures, parameters.common(), null, parameters.filled(json), json);
        run.reached(40);
        Map<String, String> absent = new LinkedHashMap<>();
        Aligned aligned = aligned(basis, parameters);
        LinearRegression fit = fit(aligned);
        int lags = parameters.lags() == null ? fit.advisedLags() : parameters.lags();
        List<FactorResult.Loading> all = loadings(aligned, fit, lags, absent);
        run.reached(60);
        FactorResult result = new FactorResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                Told.assumptions(basis, parameters, aligned, lags),
                Told.sentences(basis, aligned, all, fit.rSquared()),
                basis.inputs(),
                aligned.dates().getFirst(),
                aligned.dates().getLast(),
                aligned.dates().size(),
                aligned.periodsPerYear(),
                lags,
                all.getFirst(),
                all.getFirst().beta() * aligned.periodsPerYear(),
                all.subList(1, all.size()),
                fit.rSquared(),
                fit.adjustedRSquared(),
                fit.residualStandardDeviation() * Math.sqrt(aligned.periodsPerYear()),
                rolling(aligned, parameters, absent, run),
                components(aligned, basis),
                absent);
        return json.valueToTree(result);
    }

    private static Aligned aligned(Basis basis, FactorParameters parameters) {
        try {
            return Aligned.of(basis, parameters);
        } catch (UndefinedMeasureException e) {
            throw new BadInputException("holdings", "There are no factors to find: " + e.getMessage() + ".");
        }
    }

    private static LinearRegression fit(Aligned aligned) {
        try {
            return LinearRegression.of(aligned.returns(), aligned.factors());
        } catch (IllegalArgumentException e) {
            throw new BadInputException("parameters.csv", "The factors cannot be told apart: " + e.getMessage() + ".");
        }
    }

    /** Alpha first; without errors where the factors explain everything. */
    private static List<FactorResult.Loading> loadings(
            Aligned aligned, LinearRegression fit, int lags, Map<String, String> absent) {
        List<FactorResult.Loading> all = new ArrayList<>();
        double[] betas = fit.coefficients();
        List<Exposure> judged = new ArrayList<>();
        try {
            FactorRegression regression = FactorRegression.neweyWest(aligned.returns(), aligned.factors(), lags);
            judged.add(regression.alpha());
            judged.addAll(regression.loadings());
        } catch (UndefinedMeasureException e) {
            absent.put("loadings.standardError", "The factors explain the value exactly: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new BadInputException("parameters.lags", e.getMessage() + ".");
        }
        double variance = Covariance.between(aligned.returns(), aligned.returns());
        for (int k = 0; k < betas.length; k++) {
            Exposure exposure = judged.isEmpty() ? null : judged.get(k);
            all.add(new FactorResult.Loading(
                    k == 0 ? "alpha" : aligned.names().get(k - 1),
                    betas[k],
                    exposure == null ? null : (Double) exposure.standardError(),
                    exposure == null ? null : (Double) exposure.tStatistic(),
                    exposure == null ? null : (Double) exposure.pValue(),
                    k == 0 || variance == 0
                            ? null
                            : (Double) (betas[k]
                                    * Covariance.between(column(aligned.factors(), k - 1), aligned.returns())
                                    / variance)));
        }
        return all;
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    /** A regression on every window, as few of them as a chart needs. */
    private static FactorResult.@Nullable Rolling rolling(
            Aligned aligned, FactorParameters parameters, Map<String, String> absent, Run run) {
        int periods = aligned.dates().size();
        int window = parameters.window() == null
                ? (int) Math.max(aligned.periodsPerYear(), 2.0 * aligned.names().size() + 12)
                : parameters.window();
        if (window < aligned.names().size() + 3 || window > periods) {
            absent.put(
                    "rolling",
                    "A window of " + window + " periods does not fit: "
                            + (aligned.names().size() + 3) + " to " + periods + " do.");
            return null;
        }
        int windows = periods - window + 1;
        int step = Math.max(1, (windows + MOST_POINTS - 1) / MOST_POINTS);
        List<LocalDate> dates = new ArrayList<>();
        List<double[]> betas = new ArrayList<>();
        List<Double> explained = new ArrayList<>();
        for (int end = periods - step * ((windows - 1) / step); end <= periods; end += step) {
            try {
                LinearRegression part = LinearRegression.of(
                        Arrays.copyOfRange(aligned.returns(), end - window, end),
                        Arrays.copyOfRange(aligned.factors(), end - window, end));
                dates.add(aligned.dates().get(end - 1));
                double[] coefficients = part.coefficients();
                betas.add(Arrays.copyOfRange(coefficients, 1, coefficients.length));
                explained.add(part.rSquared());
            } catch (IllegalArgumentException e) {
                absent.put("rolling." + aligned.dates().get(end - 1), String.valueOf(e.getMessage()));
            }
            run.reached(60 + (int) (35L * (end - window) / Math.max(1, windows)));
        }
        return new FactorResult.Rolling(
                window,
                dates,
                betas.toArray(double[][]::new),
                explained.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static @Nullable List<FactorResult.Component> components(Aligned aligned, Basis basis) {
        StatisticalFactors found = aligned.found();
        if (found == null) {
            return null;
        }
        List<FactorResult.Component> components = new ArrayList<>();
        for (int k = 0; k < aligned.names().size(); k++) {
            double[] loadings = column(found.loadings(), k);
            components.add(new FactorResult.Component(
                    aligned.names().get(k),
                    found.explained()[k],
                    IntStream.range(0, loadings.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble(i -> -Math.abs(loadings[i])))
                            .limit(MOST_MEMBERS)
                            .map(i -> new FactorResult.Member(
                                    basis.exposure().symbols().get(i), loadings[i]))
                            .toList()));
        }
        return components;
    }
}
