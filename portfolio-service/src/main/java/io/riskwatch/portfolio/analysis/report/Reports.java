package io.riskwatch.portfolio.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the page of a result. */
final class Reports {

    private static final int SHOWN = 30;

    /** What no font or XML has: control characters, and halves of characters. */
    private static final String UNPRINTABLE = "[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]";

    private Reports() {}

    /**
     * The page.
     *
     * @param result the document as the worker stored it
     * @param subject whose result it is; null for holdings of a request
     */
    static Report of(JsonNode result, @Nullable String subject, Locale locale) {
        Reading reading = Reading.of(result, locale);
        String kind = result.path("kind").asString("");
        List<Report.Part> parts = new ArrayList<>(Chapters.of(result, reading));
        parts.add(holdings(result, reading));
        return new Report(
                printable(subject == null || subject.isBlank() ? "Holdings of a request" : subject),
                Chapters.title(kind),
                result.path("provenance").path("createdAt").asString("").split("T", 2)[0],
                result.path("provenance").path("simulated").asBoolean(false)
                        ? "Simulated data: the exchange and its companies are fictional."
                        : null,
                told(result.path("sentences"), reading),
                parts,
                assumptions(result, reading),
                origin(result, reading));
    }

    static String printable(String text) {
        return text.replaceAll(UNPRINTABLE, " ").strip();
    }

    private static List<String> told(JsonNode texts, Reading reading) {
        return texts.valueStream()
                .map(text -> reading.numbers().told(printable(text.asString(""))))
                .filter(text -> !text.startsWith("This is simulated data"))
                .toList();
    }

    private static List<String> assumptions(JsonNode result, Reading reading) {
        List<String> all = new ArrayList<>(told(result.path("assumptions"), reading));
        result.path("absent")
                .properties()
                .forEach(entry -> all.add("Not told: " + entry.getKey() + ", for "
                        + printable(entry.getValue().asString(""))));
        return all;
    }

    private static Report.Part holdings(JsonNode result, Reading reading) {
        Numbers numbers = reading.numbers();
        JsonNode inputs = result.path("inputs");
        List<JsonNode> held =
                new ArrayList<>(inputs.path("holdings").valueStream().toList());
        held.sort((a, b) -> Double.compare(
                Math.abs(b.path("weight").doubleValue()),
                Math.abs(a.path("weight").doubleValue())));
        return new Report.Part(
                "What was looked at",
                "holdings",
                "As they were when the question was asked, at the last closes of the window.",
                List.of(
                        new Report.Fact(
                                "Value", numbers.money(inputs.path("value").path("amount"))),
                        new Report.Fact("Cash", numbers.percent(inputs.path("cashWeight"))),
                        new Report.Fact("Holdings", numbers.count(held.size()))),
                List.of(Tables.of(
                        reading.caption("Holdings and their weights"),
                        held,
                        Tables.text("Holding", "/symbol"),
                        Tables.number("Weight", "/weight", numbers::percent),
                        Tables.number(
                                "Quantity",
                                "/quantity",
                                value -> value.isNumber() ? numbers.quantity(value.doubleValue()) : "–"),
                        Tables.number(
                                "Last close",
                                "/lastClose",
                                value -> numbers.quantity(Math.round(value.doubleValue() * 1e4) / 1e4)),
                        Tables.text("Currency", "/currency"),
                        Tables.text("Prices from", "/provider"))));
    }

    private static List<Report.Fact> origin(JsonNode result, Reading reading) {
        JsonNode provenance = result.path("provenance");
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact("Computed", provenance.path("createdAt").asString("–")));
        facts.add(new Report.Fact(
                "Days",
                provenance.path("from").asString("") + " to "
                        + provenance.path("to").asString("") + ", "
                        + reading.numbers().count(provenance.path("observations")) + " daily returns"));
        facts.add(new Report.Fact("Prices from", provenance.path("provider").asString("–")));
        facts.add(new Report.Fact(
                "Engine",
                provenance.path("engineVersion").asString("–") + ", "
                        + provenance.path("kernel").asString("–")));
        facts.add(new Report.Fact("Seed", provenance.path("seed").asString("–")));
        facts.add(new Report.Fact(
                "Hash of the inputs", provenance.path("inputsHash").asString("–")));
        facts.add(new Report.Fact(
                "Hash of the result", provenance.path("resultHash").asString("–")));
        result.path("inputs").path("parameters").properties().stream()
                .filter(entry -> entry.getValue().isValueNode()
                        || entry.getValue().path(0).isValueNode())
                .limit(SHOWN)
                .forEach(entry ->
                        facts.add(new Report.Fact("Parameter " + entry.getKey(), printable(shown(entry.getValue())))));
        return facts;
    }

    private static String shown(JsonNode value) {
        return value.isArray()
                ? String.join(
                        ", ",
                        value.valueStream()
                                .limit(SHOWN)
                                .map(one -> one.asString(""))
                                .toList())
                : value.asString("");
    }
}
