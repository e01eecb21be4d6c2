package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.UndefinedMeasureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kind {@code risk}: what today's holdings could lose, judged by how they would have moved in the window. */
@Component
public class RiskAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;
    private static final int CHART_POINTS = 500;

    private final Exposures exposures;
    private final JsonMapper json;

    public RiskAnalysis(Exposures exposures, JsonMapper json) {
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
        Basis basis = Basis.of(
                job, exposures, parameters.common(), parameters.benchmark(), Defaults.filled(parameters, json), json);
        Exposure exposure = basis.exposure();
        double[] returns = basis.returns();
        run.reached(40);
        Map<String, String> absent = new LinkedHashMap<>();
        List<RiskResult.LossFigure> losses = losses(
                new Tails(returns, parameters, basis.seed()),
                parameters,
                basis.value().amount(),
                absent,
                run);
        Performance performance = Performance.of(returns, exposure, parameters, absent);
        performance.keep(returns, run);
        run.reached(75);
        Concentration concentration = Concentration.of(exposure, absent);
        run.reached(90);
        RiskResult result = new RiskResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                Assumptions.of(basis, parameters, concentration.truncated()),
                Sentences.of(exposure, losses, performance, concentration, basis.value()),
                basis.inputs(),
                losses,
                performance.figures(),
                concentration.contributions(),
                concentration.correlation(),
                performance.spells(),
                performance.chart(CHART_POINTS),
                absent);
        return json.valueToTree(result);
    }

    private static List<RiskResult.LossFigure> losses(
            Tails tails, RiskParameters parameters, double value, Map<String, String> absent, Run run) {
        List<RiskResult.LossFigure> losses = new ArrayList<>();
        int done = 0;
        for (RiskMethod method : parameters.methods()) {
            for (double confidence : parameters.confidence()) {
                for (int horizon : parameters.horizonDays()) {
                    try {
                        losses.add(loss(tails, method, confidence, horizon, value));
                    } catch (UndefinedMeasureException | NumericalFailureException e) {
                        absent.put("valueAtRisk." + method, String.valueOf(e.getMessage()));
                    }
                    run.reached(40 + 25 * done / parameters.methods().size());
                }
            }
            done++;
        }
        if (losses.isEmpty()) {
            throw new BadInputException("parameters.methods", String.join("; ", absent.values()) + ".");
        }
        return losses;
    }

    private static RiskResult.LossFigure loss(
            Tails tails, RiskMethod method, double confidence, int horizonDays, double value) {
        Tails.Tail tail = method.measure(tails, confidence, horizonDays);
        return new RiskResult.LossFigure(
                method,
                confidence,
                horizonDays,
                tail.valueAtRisk(),
                tail.valueAtRisk() * value,
                new RiskResult.Loss(tail.expectedShortfall(), tail.expectedShortfall() * value),
                tail.standardError(),
                tail.flags());
    }
}
