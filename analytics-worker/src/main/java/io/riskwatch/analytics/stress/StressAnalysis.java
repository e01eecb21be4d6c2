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
public class StressAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;

    private final Exposures exposures;
    private final JsonMapper json;

    public StressAnalysis(Exposures exposures, JsonMapper json) {
        this.exposures = exposures;
        this.json = json;
    }

    @Override
    public String kind() {
        return "stress";
    }

    @Override
    public ObjectNode run(AnalysisJob asked, Run run) {
        StressParameters parameters = StressParameters.of(asked.parameters());
        AnalysisJob job = Repriced.withUnderlyings(asked, parameters);
        run.reached(5);
        Exposures priced = parameters.classes().isEmpty()
                ? exposures
                : exposures.over(prices -> new ModelledHistory(prices, parameters, job.baseCurrency()));
        Basis basis = Basis.of(job, priced, parameters.common(), null, parameters.filled(json), json);
        run.reached(40);
        List<Stressed> holdings = Stressed.of(job, basis.exposure(), parameters);
        Repriced repriced = Repriced.of(basis.exposure(), parameters);
        List<Crisis> crises = parameters.chosen();
        PastPrices past = exposures.past(
                job,
                basis.exposure(),
                crises.stream().map(Crisis::from).min(Comparator.naturalOrder()).orElseThrow());
        run.reached(60);
        double value = basis.value().amount();
        Scenarios scenarios = new Scenarios(holdings, repriced, past, value, job.baseCurrency());
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
                new ReverseStress(holdings, repriced, basis.exposure()).of(parameters.reverseLoss(), value, absent);
        StressResult result = new StressResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                Told.assumptions(basis, holdings, repriced, parameters),
                Told.sentences(basis, historical, all, reverse, repriced),
                basis.inputs(),
                all,
                reverse,
                holdings.stream()
                        .map(h -> new StressResult.Classified(
                                h.symbol(), h.assetClass(), h.region(), h.guessed(), h.duration()))
                        .toList(),
                repriced.told().isEmpty() ? null : repriced.told(),
                absent);
        return json.valueToTree(result);
    }
}
