package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.document.CanonicalJson;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.exposure.Window;
import io.riskwatch.quant.Engine;
import io.riskwatch.quant.risk.Scaling;
import io.riskwatch.quant.risk.TailRisk;
import io.riskwatch.quant.series.Returns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kind {@code risk}: what today's holdings could lose, judged by how they would have moved in the window. */
@Component
class RiskAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;
    private static final int CHART_POINTS = 500;

    private final Exposures exposures;
    private final JsonMapper json;

    RiskAnalysis(Exposures exposures, JsonMapper json) {
        this.exposures = exposures;
        this.json = json;
    }

    @Override
    public String kind() {
        return "risk";
    }

    @Override
    public ObjectNode run(AnalysisJob job, Run run) {
        RiskParameters parameters = RiskParameters.of(job.parameters());
        run.reached(5);
        Exposure exposure = exposures.of(
                job,
                new Window(parameters.from(), parameters.to()),
                parameters.benchmark(),
                parameters.leaveOutMissing());
        run.reached(40);
        double[] returns = Returns.ofPortfolio(exposure.returns(), exposure.weights());
        refuseRuin(returns, exposure);
        RiskResult.Amount value = value(job, parameters, exposure);
        List<RiskResult.LossFigure> losses = losses(returns, parameters, value.amount(), run);
        Map<String, String> absent = new LinkedHashMap<>();
        Performance performance = Performance.of(returns, exposure, parameters, absent);
        run.reached(75);
        Concentration concentration = Concentration.of(exposure, absent);
        run.reached(90);
        RiskResult.Inputs inputs = new RiskResult.Inputs(
                job.baseCurrency(),
                value,
                exposure.positions(),
                exposure.cashWeight(),
                exposure.leftOut(),
                Defaults.filled(parameters, json));
        String inputsHash = inputsHash(inputs, exposure);
        RiskResult result = new RiskResult(
                SCHEMA_VERSION,
                kind(),
                provenance(exposure, inputsHash, parameters),
                Assumptions.of(exposure, parameters, concentration.truncated()),
                Sentences.of(exposure, losses, performance, concentration, value),
                inputs,
                losses,
                performance.figures(),
                concentration.contributions(),
                concentration.correlation(),
                performance.spells(),
                performance.chart(CHART_POINTS),
                absent);
        return json.valueToTree(result);
    }

    /** With loans a day can lose more than there is; measures of growth have no meaning then. */
    private static void refuseRuin(double[] returns, Exposure exposure) {
        for (int t = 0; t < returns.length; t++) {
            if (returns[t] <= -1) {
                throw new BadInputException(
                        "holdings",
                        "With these weights everything would have been lost on "
                                + exposure.dates().get(t + 1) + " (a return of " + returns[t]
                                + "): reduce the loans or the short positions.");
            }
        }
    }

    private static List<RiskResult.LossFigure> losses(
            double[] returns, RiskParameters parameters, double value, Run run) {
        List<RiskResult.LossFigure> losses = new ArrayList<>();
        int done = 0;
        for (RiskMethod method : parameters.methods()) {
            for (double confidence : parameters.confidence()) {
                for (int horizon : parameters.horizonDays()) {
                    TailRisk tail = method.measure(returns, confidence, horizon, parameters);
                    losses.add(new RiskResult.LossFigure(
                            method,
                            confidence,
                            horizon,
                            tail.valueAtRisk(),
                            tail.valueAtRisk() * value,
                            new RiskResult.Loss(tail.expectedShortfall(), tail.expectedShortfall() * value),
                            tail.scaling() == Scaling.NONE ? List.of() : List.of("SCALED")));
                }
            }
            run.reached(40 + 25 * ++done / parameters.methods().size());
        }
        return losses;
    }

    private static RiskResult.Amount value(AnalysisJob job, RiskParameters parameters, Exposure exposure) {
        AnalysisJob.Amount asked = job.value();
        if (asked != null && !asked.currency().equals(job.baseCurrency())) {
            throw new BadInputException(
                    "value.currency", "The value must be in the base currency " + job.baseCurrency() + ".");
        }
        if (asked != null && asked.amount().signum() <= 0) {
            throw new BadInputException("value.amount", "The value must be positive, was " + asked.amount() + ".");
        }
        double amount = 1;
        if (parameters.value() != null) {
            amount = parameters.value();
        } else if (asked != null) {
            amount = asked.amount().doubleValue();
        } else if (exposure.worth() != null) {
            amount = exposure.worth();
        }
        return new RiskResult.Amount(amount, job.baseCurrency());
    }

    private String inputsHash(RiskResult.Inputs inputs, Exposure exposure) {
        ObjectNode node = json.valueToTree(inputs);
        node.set("days", json.valueToTree(exposure.days()));
        node.set("returns", json.valueToTree(exposure.returns()));
        return CanonicalJson.sha256(node);
    }

    private static RiskResult.Provenance provenance(Exposure exposure, String inputsHash, RiskParameters parameters) {
        long seed =
                parameters.seed() == null ? Long.parseUnsignedLong(inputsHash.substring(0, 13), 16) : parameters.seed();
        return new RiskResult.Provenance(
                Engine.VERSION,
                Engine.kernel(),
                seed,
                exposure.firstDay(),
                exposure.lastDay(),
                exposure.observations(),
                exposure.droppedDates(),
                exposure.provider(),
                exposure.simulated(),
                inputsHash);
    }
}
