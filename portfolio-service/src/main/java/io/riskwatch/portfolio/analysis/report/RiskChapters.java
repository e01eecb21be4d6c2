package io.riskwatch.portfolio.analysis.report;

import static io.riskwatch.portfolio.analysis.report.Tables.number;
import static io.riskwatch.portfolio.analysis.report.Tables.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What could be lost, how it did, where the risk comes from and what moves together: kind {@code risk}. */
final class RiskChapters {

    private static final int MOST_CORRELATED = 10;
    private static final int SAMPLES = 14;

    private final JsonNode risk;
    private final Reading reading;
    private final Numbers numbers;

    private RiskChapters(JsonNode risk, Reading reading) {
        this.risk = risk;
        this.reading = reading;
        this.numbers = reading.numbers();
    }

    static List<Report.Part> of(JsonNode risk, Reading reading) {
        RiskChapters chapters = new RiskChapters(risk, reading);
        List<Report.Part> parts = new ArrayList<>();
        parts.add(chapters.losses());
        parts.add(chapters.performance());
        if (!risk.path("contributions").isEmpty()) {
            parts.add(chapters.sources());
        }
        if (risk.path("correlation").path("symbols").size() > 1) {
            parts.add(chapters.together());
        }
        return parts;
    }

    private Report.Part losses() {
        return new Report.Part(
                "What you could lose",
                "value at risk and expected shortfall",
                "The loss that only the worst days or months exceed, and what it is on average when they do. It is not the"
                        + " most that can be lost.",
                List.of(),
                List.of(Tables.of(
                        reading.caption("Loss of what is held today, by method"),
                        risk.path("valueAtRisk"),
                        text("Method", row -> Reading.words(row.path("method"))),
                        number("How sure", "/confidence", numbers::percentTick),
                        number("Days", "/horizonDays", numbers::count),
                        number("Loss or more", "/amount", numbers::money),
                        number("of the value", "/fraction", numbers::percent),
                        number("Then on average", "/expectedShortfall/amount", numbers::money),
                        number("of the value", "/expectedShortfall/fraction", numbers::percent))));
    }

    private Report.Part performance() {
        JsonNode did = risk.path("performance");
        JsonNode series = risk.path("series");
        double[] worth = Arrays.stream(DateChart.values(series.path("wealth")))
                .map(wealth -> wealth * 100)
                .toArray();
        List<Report.Fact> figures = new ArrayList<>(List.of(
                new Report.Fact("Growth per year (CAGR)", numbers.percent(did.path("cagr"))),
                new Report.Fact("Ups and downs per year (volatility)", numbers.percent(did.path("annualVolatility"))),
                new Report.Fact("Deepest fall (maximum drawdown)", numbers.percent(did.path("maxDrawdown"))),
                new Report.Fact("Return per risk (Sharpe ratio)", numbers.ratio(did.path("sharpe")))));
        return new Report.Part(
                "How it would have done",
                "performance and drawdown",
                "Today's holdings in today's proportions, held through the past.",
                figures,
                List.of(
                        Report.Block.of(new Report.Chart(
                                DateChart.over(series.path("dates"))
                                        .line("Worth of 100 at the start", worth, Svg.BLUE)
                                        .drawn("Line of what 100 became", numbers::tick),
                                reading.caption(
                                        "What 100 invested at the start became, today's weights on every day"))),
                        Report.Block.of(new Report.Chart(
                                DateChart.over(series.path("dates"))
                                        .height(140)
                                        .band(
                                                "Below the highest value before",
                                                DateChart.values(series.path("drawdown")),
                                                new double[series.path("dates").size()],
                                                Svg.SKY)
                                        .drawn("How far below its former peak", numbers::percentTick),
                                reading.caption("How far the value was below its former peak (drawdown)"))),
                        further(did),
                        sampled(series, worth),
                        falls()));
    }

    private Report.Block further(JsonNode did) {
        List<Report.Fact> facts = new ArrayList<>();
        for (String[] figure : new String[][] {
            {"annualReturn", "Mean return per year (arithmetic)", "%"},
            {"currentDrawdown", "Below the peak on the last day", "%"},
            {"ulcerIndex", "Depth and length of falls (ulcer index)", "%"},
            {"sortino", "Return per bad risk (Sortino ratio)", ""},
            {"calmar", "Growth per deepest fall (Calmar ratio)", ""},
            {"omega", "Gains per losses (Omega ratio)", ""},
            {"skewness", "Lopsidedness of returns (skewness)", ""},
            {"excessKurtosis", "Weight of the extremes (excess kurtosis)", ""},
            {"beta", "Moves with the benchmark (beta)", ""},
            {"alpha", "Beyond the benchmark per year (alpha)", "%"},
            {"benchmarkCorrelation", "Correlation with the benchmark", ""}
        }) {
            JsonNode value = did.path(figure[0]);
            if (value.isNumber()) {
                facts.add(new Report.Fact(
                        figure[1], figure[2].isEmpty() ? numbers.ratio(value) : numbers.percent(value)));
            }
        }
        return Tables.facts(reading.caption("Further figures of the past"), facts);
    }

    private Report.Block sampled(JsonNode series, double[] worth) {
        List<Integer> places = Tables.sampled(worth.length, SAMPLES);
        List<JsonNode> rows = new ArrayList<>();
        for (int place : places) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.set("date", series.path("dates").path(place));
            row.put("worth", worth[place]);
            row.set("drawdown", series.path("drawdown").path(place));
            rows.add(row);
        }
        return Tables.of(
                "Behind the two charts, at some of their days",
                rows,
                text("Day", "/date"),
                number("Worth of 100", "/worth", numbers::ratio),
                number("Below the peak", "/drawdown", numbers::percent));
    }

    private Report.Block falls() {
        return Tables.of(
                reading.caption("The deepest falls (drawdowns)"),
                risk.path("drawdowns"),
                text("From", "/peak"),
                text("To", "/trough"),
                text("Recovered", row -> row.path("recovery").asString("not yet")),
                number("Fall", "/depth", numbers::percent),
                number("Trading days", "/days", numbers::count));
    }

    private Report.Part sources() {
        List<JsonNode> all =
                new ArrayList<>(risk.path("contributions").valueStream().toList());
        all.sort(Comparator.comparingDouble(one -> -one.path("share").doubleValue()));
        return new Report.Part(
                "Where the risk comes from",
                "risk contributions",
                "A holding whose share of the risk is greater than its share of the value is what makes the whole swing.",
                List.of(),
                List.of(
                        Report.Block.of(new Report.Chart(
                                BarChart.drawn(
                                        all.stream()
                                                .map(one -> new BarChart.Bar(
                                                        one.path("symbol").asString(""),
                                                        one.path("weight").doubleValue(),
                                                        one.path("share").doubleValue()))
                                                .toList(),
                                        List.of("Share of the value", "Share of the risk"),
                                        "Bars of each holding's share of value and of risk",
                                        numbers::percent),
                                reading.caption("Shares of the annual volatility, sample covariance"))),
                        Tables.of(
                                "Behind the chart",
                                all,
                                text("Holding", "/symbol"),
                                number("Share of the value", "/weight", numbers::percent),
                                number("Share of the risk", "/share", numbers::percent),
                                number("Part of the volatility", "/component", numbers::percent))));
    }

    private Report.Part together() {
        JsonNode correlation = risk.path("correlation");
        int size = Math.min(MOST_CORRELATED, correlation.path("symbols").size());
        List<JsonNode> rows = IntStream.range(0, size)
                .mapToObj(i -> (JsonNode) JsonNodeFactory.instance
                        .objectNode()
                        .put("symbol", correlation.path("symbols").path(i).asString(""))
                        .set("row", correlation.path("matrix").path(i)))
                .toList();
        List<Tables.Column> columns = new ArrayList<>();
        columns.add(text("", "/symbol"));
        IntStream.range(0, size)
                .forEach(j -> columns.add(
                        number(correlation.path("symbols").path(j).asString(""), "/row/" + j, numbers::ratio)));
        return new Report.Part(
                "What moves together",
                "correlation",
                "1: two holdings rise and fall as one; 0: each goes its own way; below 0: one tends to fall when the other"
                        + " rises, and spreads the risk.",
                List.of(),
                List.of(Tables.of(
                        reading.caption("Correlation of daily returns"), rows, columns.toArray(Tables.Column[]::new))));
    }
}
