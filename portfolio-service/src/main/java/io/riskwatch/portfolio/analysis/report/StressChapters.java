package io.riskwatch.portfolio.analysis.report;

import static io.riskwatch.portfolio.analysis.report.Tables.number;
import static io.riskwatch.portfolio.analysis.report.Tables.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What past crises and own shocks would do: kind {@code stress}. */
final class StressChapters {

    private StressChapters() {}

    static List<Report.Part> of(JsonNode stress, Reading reading) {
        List<JsonNode> worst =
                new ArrayList<>(stress.path("scenarios").valueStream().toList());
        worst.sort(Comparator.comparingDouble(
                one -> -one.path("loss").path("fraction").doubleValue()));
        List<Report.Part> parts = new ArrayList<>();
        parts.add(crises(worst, reading));
        if (stress.path("reverse").isObject()) {
            parts.add(reverse(stress.path("reverse"), reading));
        }
        if (!stress.path("repriced").isEmpty()) {
            parts.add(repriced(stress.path("repriced"), reading));
        }
        return parts;
    }

    private static Report.Part repriced(JsonNode repriced, Reading reading) {
        Numbers numbers = reading.numbers();
        List<JsonNode> options =
                repriced.valueStream().filter(one -> one.has("underlying")).toList();
        List<JsonNode> bonds =
                repriced.valueStream().filter(one -> !one.has("underlying")).toList();
        List<Report.Block> tables = new ArrayList<>();
        if (!options.isEmpty()) {
            tables.add(Tables.of(
                    reading.caption("Options; delta and elasticity are those of today"),
                    options,
                    text("Option", "/symbol"),
                    text("Terms", row -> terms(row, reading)),
                    number("Price", "/price", numbers::ratio),
                    number("Volatility", "/volatility", numbers::percent),
                    text("Taken from", row -> Reading.words(row.path("volatilitySource"))),
                    number("Delta", "/delta", numbers::ratio),
                    number("Elasticity", "/elasticity", numbers::ratio),
                    number("If the underlying falls by 20 %", "/fall20", numbers::percent)));
        }
        if (!bonds.isEmpty()) {
            tables.add(Tables.of(
                    reading.caption("Bonds"),
                    bonds,
                    text("Bond", "/symbol"),
                    text("Terms", row -> terms(row, reading)),
                    number("Yield", "/yield", numbers::percent),
                    number("Modified duration, years", "/modifiedDuration", numbers::ratio),
                    number("Convexity", "/convexity", numbers::ratio)));
        }
        return new Report.Part(
                "Options and bonds, priced anew",
                "full repricing",
                "What they lose follows from their terms and what they depend on, not from their own past.",
                List.of(),
                tables);
    }

    /** As they were told: a put on ORBX at 90, 2027-03-19, American. */
    private static String terms(JsonNode row, Reading reading) {
        JsonNode told = reading.result()
                .path("inputs")
                .path("parameters")
                .path("classes")
                .path(row.path("symbol").asString(""));
        JsonNode option = told.path("option");
        JsonNode bond = told.path("bond");
        if (option.isObject()) {
            String style = option.path("style").asString("");
            return Reading.words(option.path("type")) + " on "
                    + option.path("underlying").asString("") + " at "
                    + reading.numbers().quantity(option.path("strike").doubleValue()) + ", "
                    + option.path("expiry").asString("")
                    + (style.isEmpty() ? "" : ", " + Reading.words(style));
        }
        return bond.isObject()
                ? reading.numbers().percent(bond.path("coupon")) + " until "
                        + bond.path("maturity").asString("")
                : row.path("underlying").asString("–");
    }

    private static Report.Part crises(List<JsonNode> worst, Reading reading) {
        Numbers numbers = reading.numbers();
        List<Report.Block> blocks = new ArrayList<>();
        blocks.add(Report.Block.of(new Report.Chart(
                BarChart.drawn(
                        worst.stream()
                                .map(one -> BarChart.Bar.of(
                                        one.path("name").asString(""),
                                        -one.path("loss").path("fraction").doubleValue()))
                                .toList(),
                        List.of(),
                        "Bars of what each crisis would have done to today's holdings",
                        numbers::percent),
                "Change of the value of today's holdings from the peak to the trough of each crisis, "
                        + numbers.currency() + ".")));
        blocks.add(Tables.of(
                "Behind the chart; a loss is positive, a gain negative",
                worst,
                text("Crisis or shock", "/name"),
                text("From", "/from"),
                text("To", "/to"),
                number("Loss", "/loss/amount", numbers::money),
                number("of the value", "/loss/fraction", numbers::percent)));
        if (!worst.isEmpty()) {
            blocks.add(Tables.of(
                    "What loses most in " + worst.getFirst().path("name").asString("the worst of them"),
                    worst.getFirst().path("holdings"),
                    text("Holding", "/symbol"),
                    number("Change of its price", "/shock", numbers::percent),
                    number("Loss", "/amount", numbers::money),
                    number("of the whole value", "/loss", numbers::percent),
                    text("Taken from", row -> source(row))));
        }
        return new Report.Part(
                "What past crises would do",
                "stress test",
                "Today's holdings, held through crises that have happened. The next one will be another.",
                List.of(),
                blocks);
    }

    private static String source(JsonNode row) {
        String proxy = row.path("proxy").asString("");
        return Reading.words(row.path("source")) + (proxy.isEmpty() ? "" : ": " + proxy);
    }

    private static Report.Part reverse(JsonNode reverse, Reading reading) {
        Numbers numbers = reading.numbers();
        List<Report.Fact> figures = new ArrayList<>();
        figures.add(new Report.Fact(
                "Loss looked for",
                numbers.money(reverse.path("loss").path("amount")) + " ("
                        + numbers.percent(reverse.path("loss").path("fraction")) + ")"));
        if (reverse.path("equityMove").isNumber()) {
            figures.add(new Report.Fact("Fall of the equities held", numbers.percent(reverse.path("equityMove"))));
        }
        figures.add(new Report.Fact("Led by", reverse.path("biggestContributor").asString("–")));
        figures.add(new Report.Fact(
                "How rare, in standard deviations of a month", numbers.ratio(reverse.path("distance"))));
        return new Report.Part(
                "What it would take to lose that much",
                "reverse stress test",
                "The likeliest way to a given loss, as the holdings have moved together.",
                figures,
                List.of(Tables.of(
                        reading.caption("The likeliest way to the loss, normal returns"),
                        reverse.path("holdings"),
                        text("Holding", "/symbol"),
                        number("Change of its price", "/shock", numbers::percent),
                        number("Loss", "/amount", numbers::money),
                        number("of the whole value", "/loss", numbers::percent))));
    }
}
