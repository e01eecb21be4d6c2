package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.report.CommonParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a stress test with their defaults; the schema has been checked before this is built.
 *
 * @param crises ids; the whole library when empty
 * @param reverseLoss share of the value whose loss is to be explained
 * @param riskFree annual interest that options are priced with
 * @param classes what holdings are, where market data does not tell or is wrong
 */
record StressParameters(
        List<String> crises,
        List<Shock> shocks,
        double reverseLoss,
        double riskFree,
        Map<String, Described> classes,
        CommonParameters common) {

    StressParameters {
        List<String> known = CrisisLibrary.all().stream().map(Crisis::id).toList();
        for (int i = 0; i < crises.size(); i++) {
            if (!known.contains(crises.get(i))) {
                throw new BadInputException(
                        "parameters.crises[" + i + "]",
                        "There is no crisis " + crises.get(i) + ", only " + String.join(", ", known) + ".");
            }
        }
    }

    /**
     * A shock of the caller's own.
     *
     * @param classes simple return by class
     * @param symbols simple return of single holdings, before their class's
     * @param currencies change of a currency in the base currency
     * @param rates rise of interest rates, 0.01 for a percentage point
     * @param volatility rise of the volatility of options, 0.1 for ten percentage points
     */
    record Shock(
            String name,
            Map<StressClass, Double> classes,
            Map<String, Double> symbols,
            Map<String, Double> currencies,
            double rates,
            double volatility) {}

    /**
     * What a holding is.
     *
     * @param duration years; the class's when null
     * @param option its terms, where it is one
     * @param bond its terms, where it is one
     */
    record Described(
            @Nullable StressClass assetClass,
            @Nullable String region,
            @Nullable Double duration,
            @Nullable OptionTerms option,
            @Nullable BondTerms bond) {

        static final Described NOT = new Described(null, null, null, null, null);
    }

    static StressParameters of(JsonNode node) {
        List<Shock> shocks = new ArrayList<>();
        for (JsonNode shock : node.path("shocks")) {
            Map<StressClass, Double> classes = new LinkedHashMap<>();
            numbers(shock.path("classes")).forEach((name, change) -> classes.put(StressClass.valueOf(name), change));
            shocks.add(new Shock(
                    shock.path("name").asString("Shock " + (shocks.size() + 1)),
                    classes,
                    numbers(shock.path("symbols")),
                    numbers(shock.path("currencies")),
                    shock.path("rates").asDouble(0),
                    shock.path("volatility").asDouble(0)));
        }
        Map<String, Described> described = new LinkedHashMap<>();
        node.path("classes").properties().forEach(entry -> {
            JsonNode one = entry.getValue();
            described.put(
                    entry.getKey(),
                    new Described(
                            one.has("assetClass")
                                    ? StressClass.valueOf(one.path("assetClass").stringValue())
                                    : null,
                            one.has("region") ? one.path("region").stringValue() : null,
                            one.has("duration") ? (Double) one.path("duration").doubleValue() : null,
                            one.has("option") ? OptionTerms.of(one.path("option")) : null,
                            one.has("bond") ? BondTerms.of(one.path("bond")) : null));
        });
        return new StressParameters(
                node.path("crises").valueStream().map(JsonNode::stringValue).toList(),
                List.copyOf(shocks),
                node.path("reverseLoss").asDouble(0.2),
                node.path("riskFree").asDouble(0),
                described,
                CommonParameters.of(node));
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> all = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().doubleValue()));
        return all;
    }

    List<Crisis> chosen() {
        return CrisisLibrary.all().stream()
                .filter(crisis -> crises.isEmpty() || crises.contains(crisis.id()))
                .toList();
    }

    /** Spelled out as the schema names them. */
    ObjectNode filled(JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        if (!crises.isEmpty()) {
            node.set("crises", json.valueToTree(crises));
        }
        for (Shock shock : shocks) {
            ObjectNode one = node.withArray("shocks").addObject().put("name", shock.name);
            one.set("classes", json.valueToTree(shock.classes));
            one.set("symbols", json.valueToTree(shock.symbols));
            one.set("currencies", json.valueToTree(shock.currencies));
            one.put("rates", shock.rates);
            one.put("volatility", shock.volatility);
        }
        node.put("reverseLoss", reverseLoss);
        node.put("riskFree", riskFree);
        for (Map.Entry<String, Described> entry : classes.entrySet()) {
            ObjectNode one = node.withObject("/classes").putObject(entry.getKey());
            Described described = entry.getValue();
            if (described.assetClass != null) {
                one.put("assetClass", described.assetClass.name());
            }
            if (described.region != null) {
                one.put("region", described.region);
            }
            if (described.duration != null) {
                one.put("duration", described.duration);
            }
            if (described.option != null) {
                described.option.fill(one.putObject("option"));
            }
            if (described.bond != null) {
                described.bond.fill(one.putObject("bond"));
            }
        }
        common.fill(node);
        return node;
    }
}
