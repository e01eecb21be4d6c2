package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.exposure.PastPrices;
import io.riskwatch.analytics.report.Basis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kind {@code stress}: past crises and the caller's shocks on today's holdings, and the way to a given loss. */
@Component
class StressAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;

    private final Exposures exposures;
    private final JsonMapper json;

    StressAnalysis(Exposures exposures, JsonMapper json) {
        this.exposures = exposures;
        this.json = json;
    }

    @Override
    public String kind() {
        return "stress";
    }

    @Override
    public ObjectNode run(AnalysisJob job, Run run) {
        StressParameters parameters = StressParameters.of(job.parameters());
        run.reached(5);
        Basis basis = Basis.of(job, exposures, parameters.common(), null, parameters.filled(json), json);
        run.reached(40);
        List<Stressed> holdings = Stressed.of(job, basis.exposure(), parameters);
        List<Crisis> crises = parameters.chosen();
        PastPrices past = exposures.past(
                job,
                basis.exposure(),
                crises.stream().map(Crisis::from).min(Comparator.naturalOrder()).orElseThrow());
        run.reached(60);
        double value = basis.value().amount();
        Scenarios scenarios = new Scenarios(holdings, past, value, job.baseCurrency());
        List<StressResult.Scenario> all = new ArrayList<>();
        for (int i = 0; i < parameters.shocks().size(); i++) {
            all.add(scenarios.of(parameters.shocks().get(i), i));
        }
        List<StressResult.Scenario> historical =
                new ArrayList<>(crises.stream().map(scenarios::of).toList());
        historical.sort(Comparator.comparingDouble(s -> -s.loss().fraction()));
        all.addAll(historical);
        run.reached(80);
        Map<String, String> absent = new LinkedHashMap<>();
        StressResult.Reverse reverse =
                ReverseStress.of(holdings, basis.exposure(), parameters.reverseLoss(), value, absent);
        StressResult result = new StressResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                Told.assumptions(basis, holdings, parameters),
                Told.sentences(basis, historical, all, reverse),
                basis.inputs(),
                all,
                reverse,
                holdings.stream()
                        .map(h -> new StressResult.Classified(
                                h.symbol(), h.assetClass(), h.region(), h.guessed(), h.duration()))
                        .toList(),
                absent);
        return json.valueToTree(result);
    }
}
