package io.riskwatch.analytics.portfolioreport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document of a kind as a report has it: what the report says once is left out, and long lists end where a page does. */
final class Excerpt {

    static final int MOST_CONTRIBUTIONS = 20;
    static final int MOST_CORRELATED = 12;
    static final int MOST_CRISES = 8;
    static final int MOST_HOLDINGS_OF_A_CRISIS = 10;

    private static final List<String> SAID_BY_THE_REPORT = List.of("schemaVersion", "provenance", "inputs");

    private Excerpt() {}

    static ObjectNode of(Section section, ObjectNode document) {
        document.remove(SAID_BY_THE_REPORT);
        switch (section) {
            case RISK -> {
                contributions(document);
                correlation(document);
            }
            case STRESS -> crises(document);
            case OUTLOOK, VAR_BACKTEST -> {}
        }
        return document;
    }

    /** The holdings that carry most of the risk, or take most of it away. */
    private static void contributions(ObjectNode risk) {
        List<JsonNode> all =
                new ArrayList<>(risk.path("contributions").valueStream().toList());
        all.sort(Comparator.comparingDouble(one -> -Math.abs(one.path("share").doubleValue())));
        replace(risk, "contributions", all.stream().limit(MOST_CONTRIBUTIONS).toList());
    }

    /** Among the holdings of the largest weight, in their order. */
    private static void correlation(ObjectNode risk) {
        JsonNode whole = risk.path("correlation");
        List<String> carrying = risk.path("contributions")
                .valueStream()
                .map(one -> one.path("symbol").stringValue())
                .toList();
        JsonNode symbols = whole.path("symbols");
        int[] shown = IntStream.range(0, symbols.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> place(carrying, symbols.path(i))))
                .limit(MOST_CORRELATED)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        ObjectNode part = risk.putObject("correlation");
        ArrayNode names = part.putArray("symbols");
        ArrayNode matrix = part.putArray("matrix");
        for (int i : shown) {
            names.add(symbols.path(i));
            ArrayNode row = matrix.addArray();
            IntStream.of(shown)
                    .forEach(j -> row.add(whole.path("matrix").path(i).path(j)));
        }
    }

    private static int place(List<String> carrying, JsonNode symbol) {
        int place = carrying.indexOf(symbol.stringValue());
        return place < 0 ? carrying.size() : place;
    }

    /** The caller's own shocks and the worst crises, which come worst first; each with the holdings that lose most in it. */
    private static void crises(ObjectNode stress) {
        stress.remove("classes");
        List<JsonNode> shown = new ArrayList<>(ofType(stress, "SHOCK").toList());
        ofType(stress, "HISTORICAL").limit(MOST_CRISES).forEach(shown::add);
        shown.forEach(scenario -> leadingHoldings((ObjectNode) scenario));
        replace(stress, "scenarios", shown);
        ObjectNode reverse = (ObjectNode) stress.path("reverse");
        replace(
                reverse,
                "holdings",
                reverse.path("holdings")
                        .valueStream()
                        .limit(MOST_HOLDINGS_OF_A_CRISIS)
                        .toList());
    }

    private static Stream<JsonNode> ofType(ObjectNode stress, String type) {
        return stress.path("scenarios")
                .valueStream()
                .filter(scenario -> scenario.path("type").asString("").equals(type));
    }

    private static void leadingHoldings(ObjectNode scenario) {
        List<JsonNode> all = scenario.path("holdings").valueStream().toList();
        double others = scenario.path("others").doubleValue()
                + all.stream()
                        .skip(MOST_HOLDINGS_OF_A_CRISIS)
                        .mapToDouble(one -> one.path("loss").doubleValue())
                        .sum();
        replace(
                scenario,
                "holdings",
                all.stream().limit(MOST_HOLDINGS_OF_A_CRISIS).toList());
        scenario.put("others", others);
    }

    private static void replace(ObjectNode node, String name, List<JsonNode> values) {
        ArrayNode list = node.putArray(name);
        values.forEach(list::add);
    }
}
