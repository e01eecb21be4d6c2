package io.riskwatch.portfolio.analysis.report;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The chapters of a result of any kind. */
final class Chapters {

    private Chapters() {}

    static List<Report.Part> of(JsonNode document, Reading reading) {
        return switch (document.path("kind").asString("")) {
            case "risk" -> RiskChapters.of(document, reading);
            case "var-backtest" -> List.of(ForecastChapter.of(document, reading));
            case "stress" -> StressChapters.of(document, reading);
            case "monte-carlo", "goal" -> List.of(FutureChapter.of(document, reading));
            case "optimization" -> OptimizationChapter.of(document, reading);
            case "backtest" -> List.of(BacktestChapter.of(document, reading));
            case "factor" -> List.of(FactorChapter.of(document, reading));
            case "leverage" -> List.of(LeverageChapter.of(document, reading));
            case "portfolio-report" -> all(document, reading);
            default -> List.of();
        };
    }

    private static List<Report.Part> all(JsonNode document, Reading reading) {
        List<Report.Part> parts = new ArrayList<>();
        document.path("sections").forEach(section -> parts.addAll(of(section, reading)));
        return parts;
    }

    /** What was asked, in words for who did not ask it. */
    static String title(String kind) {
        return switch (kind) {
            case "risk" -> "Risk check";
            case "var-backtest" -> "Test of the value at risk";
            case "stress" -> "Stress test";
            case "monte-carlo" -> "Simulation";
            case "goal" -> "Goal";
            case "optimization" -> "Other weights";
            case "backtest" -> "Backtest";
            case "factor" -> "Factor analysis";
            case "leverage" -> "Borrowing to invest";
            case "portfolio-report" -> "Portfolio report";
            default -> "Result";
        };
    }
}
