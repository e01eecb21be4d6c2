package io.riskwatch.portfolio.analysis.report;

import static io.riskwatch.portfolio.analysis.report.Tables.number;
import static io.riskwatch.portfolio.analysis.report.Tables.text;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whether the value at risk kept its promise: kind {@code var-backtest}. */
final class ForecastChapter {

    private ForecastChapter() {}

    static Report.Part of(JsonNode tested, Reading reading) {
        Numbers numbers = reading.numbers();
        JsonNode series = tested.path("series");
        double[] announced = Arrays.stream(DateChart.values(series.path("valueAtRisk")))
                .map(loss -> -loss)
                .toArray();
        String how = Reading.words(tested.path("method")) + ", " + numbers.percentTick(tested.path("confidence"))
                + " sure, one day ahead, estimated from the " + numbers.count(tested.path("estimationDays"))
                + " days before";
        return new Report.Part(
                "Was the warning right?",
                "backtest of the value at risk",
                "Each evening a loss was announced that the next day should rarely exceed. Too many days beyond it, and the"
                        + " figure promises too little.",
                List.of(
                        new Report.Fact("Days beyond it (exceptions)", numbers.count(tested.path("exceptions"))),
                        new Report.Fact("To be expected", numbers.ratio(tested.path("expected"))),
                        new Report.Fact("Days tested", numbers.count(tested.path("days"))),
                        new Report.Fact("Basel colour", Reading.words(tested.path("baselZone")))),
                List.of(
                        Report.Block.of(new Report.Chart(
                                DateChart.over(series.path("dates"))
                                        .line("Return of the day", DateChart.values(series.path("returns")), Svg.SKY)
                                        .dashed("Announced loss", announced, Svg.INK)
                                        .mark("Loss beyond it", series.path("exceptions"))
                                        .drawn(
                                                "Daily returns above and below the announced loss",
                                                numbers::percentTick),
                                reading.caption(how))),
                        tests(tested, numbers),
                        days(series, numbers)));
    }

    private static Report.Block tests(JsonNode tested, Numbers numbers) {
        List<JsonNode> rows = List.of(
                named("Their number (Kupiec)", tested.path("kupiec")),
                named("Whether they come in a row (Christoffersen)", tested.path("christoffersen")),
                named("Both (conditional coverage)", tested.path("conditionalCoverage")));
        return Tables.of(
                "Tests of the exceptions: a p-value below 5 % speaks against the figure",
                rows,
                text("Test of", "/name"),
                number("Likelihood ratio", "/test/lr", numbers::ratio),
                number("p-value", "/test/pValue", numbers::percent));
    }

    private static JsonNode named(String name, JsonNode test) {
        return JsonNodeFactory.instance.objectNode().put("name", name).set("test", test);
    }

    private static Report.Block days(JsonNode series, Numbers numbers) {
        List<String> dates =
                series.path("dates").valueStream().map(day -> day.asString("")).toList();
        List<JsonNode> rows = series.path("exceptions")
                .valueStream()
                .filter(day -> dates.contains(day.asString("")))
                .map(day -> {
                    int place = dates.indexOf(day.asString(""));
                    return (JsonNode) JsonNodeFactory.instance
                            .objectNode()
                            .put("day", day.asString(""))
                            .put("return", series.path("returns").path(place).doubleValue())
                            .put(
                                    "announced",
                                    -series.path("valueAtRisk").path(place).doubleValue());
                })
                .toList();
        return Tables.of(
                "Behind the chart: the days beyond it",
                rows,
                text("Day", "/day"),
                number("Return", "/return", numbers::percent),
                number("Announced", "/announced", numbers::percent));
    }
}
