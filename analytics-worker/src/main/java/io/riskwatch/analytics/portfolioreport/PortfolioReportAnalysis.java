package io.riskwatch.analytics.portfolioreport;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.report.Basis;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Kind {@code portfolio-report}: risk, crises, an outlook and the test of the value at risk, all on one history. A part that what is
 * held does not allow is left out with its reason; only where none can be told there is no report.
 */
@Component
class PortfolioReportAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;
    private static final int FETCHED = 20;
    private static final int WRITTEN = 95;

    private final Exposures exposures;
    private final JsonMapper json;

    PortfolioReportAnalysis(Exposures exposures, JsonMapper json) {
        this.exposures = exposures;
        this.json = json;
    }

    @Override
    public String kind() {
        return "portfolio-report";
    }

    @Override
    public ObjectNode run(AnalysisJob job, Run run) {
        ReportParameters parameters = ReportParameters.of((ObjectNode) job.parameters());
        run.reached(5);
        String benchmark = parameters.filled().path("benchmark").asString("");
        Basis basis = Basis.of(
                job, exposures, parameters.common(), benchmark.isEmpty() ? null : benchmark, parameters.filled(), json);
        run.reached(FETCHED);
        Map<String, String> absent = new LinkedHashMap<>();
        ObjectNode sections = sections(job, parameters, basis, absent, run);
        run.reached(WRITTEN);
        return json.valueToTree(new ReportResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                Told.assumptions(sections),
                Told.sentences(sections, basis.exposure().simulated()),
                basis.inputs(),
                sections,
                absent));
    }

    private ObjectNode sections(
            AnalysisJob job, ReportParameters parameters, Basis basis, Map<String, String> absent, Run run) {
        ObjectNode sections = json.createObjectNode();
        Exposures known = exposures.knowing(basis.exposure());
        int all = parameters.sections().size();
        int done = 0;
        for (Section section : parameters.sections()) {
            int before = FETCHED + (WRITTEN - FETCHED) * done++ / all;
            int after = FETCHED + (WRITTEN - FETCHED) * done / all;
            Analysis analysis = section.over(known, json);
            AnalysisJob part = job.asking(analysis.kind(), section.parameters(parameters, basis.seed()));
            try {
                ObjectNode document =
                        analysis.run(part, percent -> run.reached(before + (after - before) * percent / 100));
                sections.set(section.member(), Excerpt.of(section, document));
            } catch (BadInputException e) {
                if (parameters.causes(e)) {
                    throw e;
                }
                absent.put("sections." + section.member(), String.valueOf(e.getMessage()));
            }
        }
        if (sections.isEmpty()) {
            throw new BadInputException("parameters.sections", String.join(" ", absent.values()));
        }
        return sections;
    }
}
