package io.riskwatch.analytics.portfolioreport;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.risk.RiskAnalysis;
import io.riskwatch.analytics.risk.VarBacktestAnalysis;
import io.riskwatch.analytics.simulation.FutureAnalysis;
import io.riskwatch.analytics.stress.StressAnalysis;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A part of the report: another kind, with those of the report's parameters that are its own. */
enum Section {
    /** What could be lost, where it comes from, how it did. */
    RISK("risk"),
    /** What past crises would do to it. */
    STRESS("stress"),
    /** What may become of it. */
    OUTLOOK("outlook"),
    /** Whether the loss told for a day was one to rely on. */
    VAR_BACKTEST("varBacktest");

    private final String member;

    Section(String member) {
        this.member = member;
    }

    /** Its name in the document. */
    String member() {
        return member;
    }

    Analysis over(Exposures exposures, JsonMapper json) {
        return switch (this) {
            case RISK -> new RiskAnalysis(exposures, json);
            case STRESS -> new StressAnalysis(exposures, json);
            case OUTLOOK -> FutureAnalysis.monteCarlo(exposures, json);
            case VAR_BACKTEST -> new VarBacktestAnalysis(exposures, json);
        };
    }

    private List<String> shared() {
        return switch (this) {
            case RISK -> List.of("confidence", "horizonDays", "methods", "riskFree", "benchmark", "paths");
            case STRESS -> List.of("crises", "shocks", "reverseLoss", "riskFree", "classes");
            case OUTLOOK -> List.of("model", "paths", "years", "contributions", "target", "drift", "volatility");
            case VAR_BACKTEST -> List.of("paths");
        };
    }

    /** The kind's parameters, as its own schema names them. */
    ObjectNode parameters(ReportParameters report, long seed) {
        ObjectNode filled = report.filled();
        ObjectNode own = filled.objectNode().put("seed", seed);
        shared().stream().filter(filled::has).forEach(name -> own.set(name, filled.path(name)));
        if (filled.has("value")) {
            own.set("value", filled.path("value"));
        }
        if (this == VAR_BACKTEST) {
            own.set("method", filled.path("methods").path(0));
            own.set("confidence", filled.path("confidence").path(0));
        }
        return own;
    }
}
