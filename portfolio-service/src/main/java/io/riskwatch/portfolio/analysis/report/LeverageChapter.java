package io.riskwatch.portfolio.analysis.report;

import static io.riskwatch.portfolio.analysis.report.Tables.number;
import static io.riskwatch.portfolio.analysis.report.Tables.text;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Before one borrows to invest: kind {@code leverage}. */
final class LeverageChapter {

    private LeverageChapter() {}

    static Report.Part of(JsonNode leverage, Reading reading) {
        Numbers numbers = reading.numbers();
        JsonNode asked = leverage.path("asked");
        return new Report.Part(
                "If you borrow to invest",
                "leverage and margin call",
                "A loan makes gains and losses greater, costs interest, and has to be answered for at once when prices fall"
                        + " far enough.",
                List.of(
                        new Report.Fact("Fall before a margin call", numbers.percent(asked.path("distanceToCall"))),
                        new Report.Fact("Interest a year", numbers.money(asked.path("interestPerYear"))),
                        new Report.Fact(
                                "Years with a call",
                                numbers.percent(asked.path("callShare").path("value"))),
                        new Report.Fact("Gain that pays for the loan", numbers.percent(asked.path("breakEven")))),
                List.of(
                        Report.Block.of(new Report.Chart(
                                BarChart.drawn(
                                        leverage.path("grid")
                                                .valueStream()
                                                .map(one -> BarChart.Bar.of(
                                                        numbers.ratio(one.path("leverage")) + " times own money",
                                                        one.path("callShare")
                                                                .path("value")
                                                                .doubleValue()))
                                                .toList(),
                                        List.of(),
                                        "Bars of the share of simulated years with a margin call",
                                        numbers::percent),
                                reading.caption("Share of " + numbers.count(leverage.path("paths"))
                                        + " simulated years with a margin call"))),
                        Tables.of(
                                "Behind the chart; own money after a year in the worst 5 %, the middle and the best 5 %",
                                leverage.path("grid"),
                                number("Leverage", "/leverage", numbers::ratio),
                                number("Loan", "/loan", numbers::money),
                                number("Fall to a call", "/distanceToCall", numbers::percent),
                                number("Interest a year", "/interestPerYear", numbers::money),
                                number("Years with a call", "/callShare/value", numbers::percent),
                                number("Worst 5 %", "/afterAYear/p5", numbers::money),
                                number("Middle", "/afterAYear/p50", numbers::money),
                                number("Best 5 %", "/afterAYear/p95", numbers::money),
                                text(
                                        "Lent?",
                                        row -> row.path("withinInitialMargin").asBoolean() ? "yes" : "no"))));
    }
}
