package io.riskwatch.portfolio.analysis.report;

import static io.riskwatch.portfolio.analysis.report.Tables.number;
import static io.riskwatch.portfolio.analysis.report.Tables.text;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What may become of it: kinds {@code monte-carlo} and {@code goal}. */
final class FutureChapter {

    private static final List<String> FAN = List.of("p5", "p25", "p50", "p75", "p95");
    private static final int SAMPLES = 12;

    private FutureChapter() {}

    static Report.Part of(JsonNode future, Reading reading) {
        Numbers numbers = reading.numbers();
        JsonNode fan = future.path("fan").path("percentiles");
        String how = numbers.count(future.path("paths")) + " simulated futures of "
                + numbers.count(future.path("years")) + " years, " + Reading.words(future.path("model"));
        return new Report.Part(
                "What may become of it",
                "Monte Carlo simulation",
                "Not a forecast: the spread of what could happen if the future has the same ups and downs as the past.",
                figures(future, numbers),
                List.of(
                        Report.Block.of(new Report.Chart(
                                DateChart.over(future.path("fan").path("dates"))
                                        .height(220)
                                        .band("9 of 10", values(fan, "p5"), values(fan, "p95"), Svg.PALE)
                                        .band("Half of the futures", values(fan, "p25"), values(fan, "p75"), Svg.SKY)
                                        .line("Middle one (median)", values(fan, "p50"), Svg.BLUE)
                                        .drawn("Fan of simulated values", numbers::tick),
                                reading.caption(how))),
                        sampled(future, numbers),
                        ends(future, numbers)));
    }

    private static double[] values(JsonNode fan, String share) {
        return DateChart.values(fan.path(share));
    }

    private static List<Report.Fact> figures(JsonNode future, Numbers numbers) {
        List<Report.Fact> all = new ArrayList<>();
        all.add(new Report.Fact(
                "Middle value at the end (median)",
                numbers.money(future.path("terminal").path("median"))));
        all.add(new Report.Fact(
                "Chance to reach " + numbers.money(future.path("target")),
                numbers.percent(future.path("goalProbability").path("value"))));
        all.add(new Report.Fact(
                "Chance to end below the " + numbers.money(future.path("paidIn")) + " paid in",
                numbers.percent(future.path("lossProbability").path("value"))));
        if (future.path("neededContribution").isObject()) {
            all.add(new Report.Fact(
                    "To put in each month for a chance of "
                            + numbers.percent(future.path("neededContribution").path("probability")),
                    numbers.money(future.path("neededContribution").path("monthly"))));
        }
        return all;
    }

    private static Report.Block sampled(JsonNode future, Numbers numbers) {
        JsonNode dates = future.path("fan").path("dates");
        List<JsonNode> rows = new ArrayList<>();
        for (int place : Tables.sampled(dates.size(), SAMPLES)) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.set("date", dates.path(place));
            FAN.forEach(share -> row.set(
                    share, future.path("fan").path("percentiles").path(share).path(place)));
            rows.add(row);
        }
        return Tables.of(
                "Behind the chart: values that a share of the futures does not exceed",
                rows,
                text("Day", "/date"),
                number("5 %", "/p5", numbers::money),
                number("25 %", "/p25", numbers::money),
                number("half", "/p50", numbers::money),
                number("75 %", "/p75", numbers::money),
                number("95 %", "/p95", numbers::money));
    }

    private static Report.Block ends(JsonNode future, Numbers numbers) {
        JsonNode terminal = future.path("terminal");
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact("Mean", numbers.money(terminal.path("mean"))));
        facts.add(new Report.Fact("Standard error of the mean", numbers.money(terminal.path("standardError"))));
        facts.add(new Report.Fact(
                "Mean of the worst 5 % of the futures", numbers.money(terminal.path("meanOfWorst5Percent"))));
        terminal.path("percentiles")
                .properties()
                .forEach(entry -> facts.add(new Report.Fact(
                        "Not exceeded in " + entry.getKey().substring(1) + " % of the futures",
                        numbers.money(entry.getValue()))));
        facts.add(new Report.Fact(
                "Growth of the mean per year (drift)",
                numbers.percent(future.path("trend").path("drift"))));
        facts.add(new Report.Fact(
                "Volatility per year", numbers.percent(future.path("trend").path("volatility"))));
        return Tables.facts("The value at the end, and what it was simulated from", facts);
    }
}
