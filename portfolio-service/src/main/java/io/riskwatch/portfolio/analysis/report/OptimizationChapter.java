package io.riskwatch.portfolio.analysis.report;

import static io.riskwatch.portfolio.analysis.report.Tables.number;
import static io.riskwatch.portfolio.analysis.report.Tables.text;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Better weights and the way to them: kind {@code optimization}. */
final class OptimizationChapter {

    private final JsonNode optimal;
    private final Reading reading;
    private final Numbers numbers;

    private OptimizationChapter(JsonNode optimal, Reading reading) {
        this.optimal = optimal;
        this.reading = reading;
        this.numbers = reading.numbers();
    }

    static List<Report.Part> of(JsonNode optimal, Reading reading) {
        OptimizationChapter chapter = new OptimizationChapter(optimal, reading);
        List<Report.Part> parts = new ArrayList<>();
        parts.add(chapter.weights());
        if (!optimal.path("trades").isEmpty()) {
            parts.add(chapter.trades());
        }
        return parts;
    }

    private Report.Part weights() {
        return new Report.Part(
                "Other weights",
                "portfolio optimization",
                "What the same holdings would have to weigh for the wish asked for. The figures of the past are"
                        + " uncertain, and so is what is best by them.",
                List.of(
                        new Report.Fact("Wish", Reading.words(optimal.path("objective"))),
                        new Report.Fact("Ups and downs per year then", numbers.percent(optimal.path("volatility"))),
                        new Report.Fact("Mean return per year then", numbers.percent(optimal.path("expectedReturn"))),
                        new Report.Fact("To be moved (turnover)", numbers.percent(optimal.path("turnover")))),
                List.of(
                        Report.Block.of(new Report.Chart(
                                BarChart.drawn(
                                        optimal.path("weights")
                                                .valueStream()
                                                .map(one -> new BarChart.Bar(
                                                        one.path("symbol").asString(""),
                                                        one.path("today").doubleValue(),
                                                        one.path("target").doubleValue()))
                                                .toList(),
                                        List.of("Today", "Proposed"),
                                        "Bars of today's and the proposed weights",
                                        numbers::percent),
                                reading.caption(Reading.words(optimal.path("objective"))))),
                        Tables.of(
                                "Behind the chart",
                                optimal.path("weights"),
                                text("Holding", "/symbol"),
                                number("Today", "/today", numbers::percent),
                                number("Proposed", "/target", numbers::percent),
                                number("After the trades", "/afterTrades", numbers::percent),
                                number("Share of the risk then", "/riskShare", numbers::percent)),
                        sideBySide(),
                        frontier()));
    }

    private Report.Block sideBySide() {
        List<JsonNode> rows = new ArrayList<>();
        for (String[] state :
                new String[][] {{"today", "Today"}, {"target", "Proposed"}, {"afterTrades", "After the trades"}}) {
            if (optimal.path(state[0]).isObject()) {
                rows.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("state", state[1])
                        .set("of", optimal.path(state[0])));
            }
        }
        return Tables.of(
                reading.caption("Before and after; loss of a month that 1 of 20 exceeds"),
                rows,
                text("", "/state"),
                number("Return per year", "/of/expectedReturn", numbers::percent),
                number("Volatility", "/of/volatility", numbers::percent),
                number("Sharpe ratio", "/of/sharpe", numbers::ratio),
                number("Value at risk", "/of/valueAtRiskAmount", numbers::money),
                number("Expected shortfall", "/of/expectedShortfallAmount", numbers::money));
    }

    private Report.Block frontier() {
        return Tables.of(
                "What the risk buys: the least volatility for each return (efficient frontier)",
                optimal.path("frontier"),
                number("Return per year", "/expectedReturn", numbers::percent),
                number("Volatility", "/volatility", numbers::percent));
    }

    private Report.Part trades() {
        return new Report.Part(
                "The way there",
                "trade list",
                "Whole shares at the last closes. A calculation, not an order and not advice.",
                List.of(
                        new Report.Fact("Cost of all trades", numbers.money(optimal.path("tradeCost"))),
                        new Report.Fact("Cash afterwards", numbers.money(optimal.path("cashAfter")))),
                tradeTables());
    }

    private List<Report.Block> tradeTables() {
        List<Report.Block> tables = new ArrayList<>();
        tables.add(Tables.of(
                reading.caption("Trades in whole shares"),
                optimal.path("trades"),
                text("", row -> Reading.words(row.path("action"))),
                text("Holding", "/symbol"),
                number("Shares", "/shares", numbers::count),
                number("Price", "/price", numbers::money),
                number("Amount", "/amount", numbers::money),
                number("Cost", "/cost", numbers::money)));
        if (!optimal.path("realisedGains").isEmpty()) {
            tables.add(Tables.of(
                    "What the trades would realise by each way to match lots, before taxes; long-term is held for more"
                            + " than 365 days",
                    optimal.path("realisedGains"),
                    text("Lots", row -> Reading.words(row.path("lotMethod"))),
                    number("Proceeds", "/proceeds", numbers::money),
                    number("Cost of what goes", "/cost", numbers::money),
                    number("Gain", "/gain", numbers::money),
                    number("of it short-term", "/shortTerm", numbers::money),
                    number("long-term", "/longTerm", numbers::money)));
            tables.add(gainsByHolding());
        }
        return tables;
    }

    private Report.Block gainsByHolding() {
        List<Tables.Column> columns = new ArrayList<>(List.of(text("Holding", "/symbol")));
        optimal.path("realisedGains")
                .forEach(one -> columns.add(number(
                        Reading.words(one.path("lotMethod")),
                        "",
                        trade -> numbers.money(gain(trade, one.path("lotMethod").asString(""))))));
        return Tables.of(
                "Realised gain of each holding that is sold or bought back",
                optimal.path("trades")
                        .valueStream()
                        .filter(trade -> !trade.path("realisedGains").isEmpty())
                        .toList(),
                columns.toArray(Tables.Column[]::new));
    }

    private static JsonNode gain(JsonNode trade, String lotMethod) {
        return trade.path("realisedGains")
                .valueStream()
                .filter(one -> one.path("lotMethod").asString("").equals(lotMethod))
                .map(one -> one.path("gain"))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
