package io.riskwatch.portfolio.analysis.report;

import static io.riskwatch.portfolio.analysis.report.Tables.number;
import static io.riskwatch.portfolio.analysis.report.Tables.text;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What drives it: kind {@code factor}. */
final class FactorChapter {

    private FactorChapter() {}

    static Report.Part of(JsonNode factor, Reading reading) {
        Numbers numbers = reading.numbers();
        return new Report.Part(
                "What drives it",
                "factor analysis",
                "How much of the ups and downs common forces explain, and how strongly each is felt.",
                List.of(
                        new Report.Fact("Explained by the factors (R\u00b2)", numbers.percent(factor.path("rSquared"))),
                        new Report.Fact("Beyond them per year (alpha)", numbers.percent(factor.path("annualAlpha"))),
                        new Report.Fact(
                                "Own ups and downs per year", numbers.percent(factor.path("specificVolatility")))),
                List.of(
                        Report.Block.of(new Report.Chart(
                                BarChart.drawn(
                                        factor.path("loadings")
                                                .valueStream()
                                                .map(one -> BarChart.Bar.of(
                                                        one.path("factor").asString(""),
                                                        one.path("beta").doubleValue()))
                                                .toList(),
                                        List.of(),
                                        "Bars of the loading on each factor",
                                        numbers::ratio),
                                reading.caption("Loadings by least squares, Newey-West errors"))),
                        Tables.of(
                                "Behind the chart; a p-value below 5 % says that the loading is hardly chance",
                                factor.path("loadings"),
                                text("Factor", "/factor"),
                                number("Loading (beta)", "/beta", numbers::ratio),
                                number("Standard error", "/standardError", numbers::ratio),
                                number("t", "/tStat", numbers::ratio),
                                number("p-value", "/pValue", numbers::percent),
                                number("Share of the risk", "/share", numbers::percent))));
    }
}
