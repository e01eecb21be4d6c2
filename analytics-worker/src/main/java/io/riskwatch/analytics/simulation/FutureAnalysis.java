package io.riskwatch.analytics.simulation;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.ResultArray;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.analytics.report.Words;
import io.riskwatch.quant.stat.Moments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What may become of today's holdings in some years, and the chance that they reach a sum. */
public final class FutureAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;
    private static final int[] FAN = {5, 25, 50, 75, 95};
    private static final int[] TERMINAL = {1, 5, 10, 25, 50, 75, 90, 95, 99};

    private final boolean goal;
    private final Exposures exposures;
    private final JsonMapper json;

    private FutureAnalysis(boolean goal, Exposures exposures, JsonMapper json) {
        this.goal = goal;
        this.exposures = exposures;
        this.json = json;
    }

    /** Kind {@code monte-carlo}: the futures. */
    public static FutureAnalysis monteCarlo(Exposures exposures, JsonMapper json) {
        return new FutureAnalysis(false, exposures, json);
    }

    /** Kind {@code goal}: the futures, and what must be saved each month to reach the target. */
    static FutureAnalysis goal(Exposures exposures, JsonMapper json) {
        return new FutureAnalysis(true, exposures, json);
    }

    @Override
    public String kind() {
        return goal ? "goal" : "monte-carlo";
    }

    @Override
    public ObjectNode run(AnalysisJob job, Run run) {
        FutureParameters parameters = FutureParameters.of(job.parameters());
        run.reached(5);
        Basis basis = Basis.of(job, exposures, parameters.common(), null, parameters.filled(json, goal), json);
        run.reached(40);
        Trend trend = Trend.of(basis.returns(), parameters);
        double start = basis.value().amount();
        double target = parameters.target() == null ? 2 * start : parameters.target();
        Futures futures = Futures.simulate(
                parameters.model().monthly(parameters, trend, basis.returns()), parameters, start, basis.seed(), run);
        run.reached(95);
        keep(futures, basis.exposure().lastDay(), run);
        double paidIn = start + parameters.contributions() * parameters.years() * 12;
        FutureResult result = new FutureResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                assumptions(basis, parameters, trend),
                sentences(basis, parameters, futures, target),
                basis.inputs(),
                parameters.model(),
                parameters.paths(),
                parameters.years(),
                trend,
                paidIn,
                fan(futures, basis.exposure().lastDay()),
                terminal(futures),
                FutureResult.Chance.of(futures.reaching(target), futures.paths()),
                target,
                FutureResult.Chance.of(futures.paths() - futures.reaching(paidIn), futures.paths()),
                FutureResult.Chance.of(futures.ruined(), futures.paths()),
                goal ? needed(futures, parameters, target, start) : null);
        return json.valueToTree(result);
    }

    private static void keep(Futures futures, LocalDate today, Run run) {
        run.keep(ResultArray.of(
                "terminal",
                "Value at the end of each path in the base currency, path k at place k: as many as paths were asked for",
                futures.finalsInOrder()));
        run.keep(ResultArray.ofRows(
                "paths",
                "Value in the base currency of the first 1,000 paths (rows) at each of dates (columns)",
                futures.firstPaths()));
        run.keep(ResultArray.ofDates(
                "The columns of paths",
                IntStream.of(futures.months()).mapToObj(today::plusMonths).toList()));
    }

    private static FutureResult.NeededContribution needed(
            Futures futures, FutureParameters parameters, double target, double start) {
        return new FutureResult.NeededContribution(
                parameters.confidence(), futures.contributionFor(target, start, parameters.confidence()));
    }

    private static FutureResult.Fan fan(Futures futures, LocalDate today) {
        Map<String, double[]> percentiles = new LinkedHashMap<>();
        for (int percent : FAN) {
            percentiles.put("p" + percent, futures.percentile(percent / 100.0));
        }
        return new FutureResult.Fan(
                IntStream.of(futures.months()).mapToObj(today::plusMonths).toList(), percentiles);
    }

    private static FutureResult.Terminal terminal(Futures futures) {
        Moments moments = Moments.of(futures.finals());
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (int percent : TERMINAL) {
            percentiles.put("p" + percent, futures.finalPercentile(percent / 100.0));
        }
        return new FutureResult.Terminal(
                moments.mean(),
                moments.standardDeviation() / Math.sqrt(futures.paths()),
                moments.standardDeviation(),
                futures.finalPercentile(0.5),
                futures.meanOfWorst(),
                percentiles);
    }

    private static List<String> assumptions(Basis basis, FutureParameters parameters, Trend trend) {
        List<String> all = basis.assumptions();
        all.add(
                switch (parameters.model()) {
                    case GBM -> "Log returns are independent and normal (geometric Brownian motion).";
                    case STUDENT_T ->
                        "Days are independent draws of a Student t with " + parameters.degreesOfFreedom()
                                + " degrees of freedom: large moves are commoner than with a normal.";
                    case BLOCK_BOOTSTRAP ->
                        "Futures are stretches of the past, " + parameters.block()
                                + " days long on average, put together anew.";
                    case JUMP_DIFFUSION ->
                        "Log returns are normal with " + parameters.jumpsPerYear()
                                + " jumps a year on average; jumps and the rest together have the volatility named.";
                    case HESTON ->
                        "The variance is random: it returns to its mean at a speed of " + parameters.reversion()
                                + " a year and has a volatility of " + parameters.volatilityOfVariance() + ".";
                });
        if (parameters.model() != FutureModel.BLOCK_BOOTSTRAP) {
            all.add("The mean grows by a continuous " + Words.percent(trend.drift()) + " a year ("
                    + (parameters.drift() == null ? "the window's" : "as asked") + "), the volatility is "
                    + Words.percent(trend.volatility()) + " a year ("
                    + (parameters.volatility() == null ? "the window's" : "as asked") + ").");
        }
        all.add("Contributions are made at the start of each month; taxes, costs and inflation are not counted. The"
                + " standard errors are those of " + parameters.paths() + " simulated paths, not of the model.");
        if (basis.exposure().simulated()) {
            all.add("Prices are simulated: the exchange and its companies are fictional.");
        }
        return all;
    }

    private List<String> sentences(Basis basis, FutureParameters parameters, Futures futures, double target) {
        Words words = basis.words();
        double start = basis.value().amount();
        List<String> all = new ArrayList<>();
        if (basis.exposure().simulated()) {
            all.add(Words.SIMULATED);
        }
        all.add("In half of the futures there is more than " + words.money(futures.finalPercentile(0.5) / start)
                + " after " + parameters.years() + (parameters.years() == 1 ? " year" : " years")
                + "; in 1 of 20 less than "
                + words.money(futures.finalPercentile(0.05) / start) + ", in 1 of 20 more than "
                + words.money(futures.finalPercentile(0.95) / start) + ".");
        FutureResult.Chance chance = FutureResult.Chance.of(futures.reaching(target), futures.paths());
        all.add(String.format(
                Locale.ENGLISH,
                "The chance to reach %s is about %.0f %% (give or take %.1f for the simulation).",
                words.money(target / start),
                100 * chance.value(),
                200 * chance.standardError()));
        if (futures.ruined() > 0) {
            all.add("In " + Words.percent((double) futures.ruined() / futures.paths())
                    + " of the futures the money runs out before the end.");
        }
        if (goal) {
            double monthly = futures.contributionFor(target, start, parameters.confidence());
            all.add(
                    monthly == 0
                            ? "Nothing has to be added to reach it with a chance of "
                                    + Words.percent(parameters.confidence()) + "."
                            : "To reach it with a chance of " + Words.percent(parameters.confidence()) + ", put in "
                                    + words.money(monthly / start) + " each month.");
        }
        return all;
    }
}
