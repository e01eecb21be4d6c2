package io.riskwatch.portfolio.analysis.report;

import static io.riskwatch.portfolio.analysis.report.Tables.number;
import static io.riskwatch.portfolio.analysis.report.Tables.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A way of investing on the past: kind {@code backtest}. */
final class BacktestChapter {

    private static final int SAMPLES = 14;

    private BacktestChapter() {}

    static Report.Part of(JsonNode tried, Reading reading) {
        Numbers numbers = reading.numbers();
        JsonNode metrics = tried.path("metrics");
        String how = Reading.words(tried.path("strategy")) + ", "
                + Reading.words(tried.path("variant")).toLowerCase(Locale.ENGLISH) + ", after costs";
        List<Report.Block> blocks = new ArrayList<>();
        blocks.add(Report.Block.of(new Report.Chart(chart(tried, numbers), reading.caption(how))));
        blocks.add(sampled(tried.path("equity"), numbers));
        blocks.add(sideBySide(tried, reading));
        if (!tried.path("trades").isEmpty()) {
            blocks.add(Tables.of(
                    "Days with trades (" + numbers.count(tried.path("tradesInAll")) + " in all)",
                    tried.path("trades"),
                    text("Day", "/date"),
                    number("Moved (turnover)", "/turnover", numbers::percent),
                    number("Cost", "/cost", numbers::money)));
        }
        return new Report.Part(
                "How this way of investing would have done",
                "backtest",
                "Rules that fit the past well need not fit the future: the more of them are tried, the better the best looks by"
                        + " chance.",
                List.of(
                        new Report.Fact("Growth per year (CAGR)", numbers.percent(metrics.path("cagr"))),
                        new Report.Fact("Ups and downs per year", numbers.percent(metrics.path("annualVolatility"))),
                        new Report.Fact("Deepest fall", numbers.percent(metrics.path("maxDrawdown"))),
                        new Report.Fact(
                                "Costs", numbers.money(tried.path("costs").path("amount")))),
                blocks);
    }

    private static String chart(JsonNode tried, Numbers numbers) {
        JsonNode equity = tried.path("equity");
        DateChart chart = DateChart.over(equity.path("dates"))
                .line("This way", DateChart.values(equity.path("value")), Svg.BLUE)
                .dashed("Bought once and held", DateChart.values(equity.path("buyAndHold")), Svg.VERMILION);
        if (!equity.path("benchmark").isEmpty()) {
            chart.line(
                    "Benchmark " + tried.path("benchmark").path("symbol").asString(""),
                    DateChart.values(equity.path("benchmark")),
                    Svg.SKY);
        }
        return chart.drawn("Lines of what the value would have become", numbers::tick);
    }

    private static Report.Block sampled(JsonNode equity, Numbers numbers) {
        List<JsonNode> rows = new ArrayList<>();
        for (int place : Tables.sampled(equity.path("dates").size(), SAMPLES)) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            for (String member : List.of("dates", "value", "buyAndHold", "drawdown")) {
                row.set(member, equity.path(member).path(place));
            }
            rows.add(row);
        }
        return Tables.of(
                "Behind the chart, at some of its days",
                rows,
                text("Day", "/dates"),
                number("This way", "/value", numbers::money),
                number("Bought once and held", "/buyAndHold", numbers::money),
                number("Below the peak", "/drawdown", numbers::percent));
    }

    private static Report.Block sideBySide(JsonNode tried, Reading reading) {
        Numbers numbers = reading.numbers();
        List<JsonNode> rows = new ArrayList<>();
        rows.add(named("This way", tried.path("metrics")));
        rows.add(named("Bought once and held", tried.path("buyAndHold")));
        if (tried.path("benchmark").isObject()) {
            rows.add(named("Benchmark", tried.path("benchmark").path("metrics")));
        }
        if (tried.path("walkForward").isObject()) {
            rows.add(named(
                    "Chosen without hindsight (walk-forward)",
                    tried.path("walkForward").path("metrics")));
        }
        return Tables.of(
                reading.caption("Side by side"),
                rows,
                text("", "/name"),
                number("In all", "/of/totalReturn", numbers::percent),
                number("Per year", "/of/cagr", numbers::percent),
                number("Volatility", "/of/annualVolatility", numbers::percent),
                number("Sharpe ratio", "/of/sharpe", numbers::ratio),
                number("Deepest fall", "/of/maxDrawdown", numbers::percent));
    }

    private static JsonNode named(String name, JsonNode metrics) {
        return JsonNodeFactory.instance.objectNode().put("name", name).set("of", metrics);
    }
}
