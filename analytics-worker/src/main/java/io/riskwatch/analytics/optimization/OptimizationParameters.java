package io.riskwatch.analytics.optimization;

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
 * The parameters of an optimization with their defaults; the schema has been checked before this is built.
 *
 * @param riskTolerance of the user, 1 (none) to 5 (high); sets the volatility of TARGET_RISK
 * @param targetReturn annual; today's when absent
 * @param targetVolatility annual; by the risk tolerance when absent, today's without one
 * @param expectedReturns annual by symbol; the window's means for the others
 * @param costRate of a trade as a share of its amount
 * @param costPerTrade in the base currency
 */
record OptimizationParameters(
        Objective objective,
        @Nullable Integer riskTolerance,
        @Nullable Double targetReturn,
        @Nullable Double targetVolatility,
        double riskFree,
        double confidence,
        CovarianceEstimator covariance,
        Map<String, Double> expectedReturns,
        List<View> views,
        double riskAversion,
        double tau,
        Limits limits,
        double costRate,
        double costPerTrade,
        int frontierPoints,
        CommonParameters common) {

    enum CovarianceEstimator {
        /** Divides by n - 1. */
        SAMPLE,
        /** Shrunk towards one variance for all, as much as the sample's noise demands. */
        LEDOIT_WOLF
    }

    /**
     * That holdings earn so much, or so much more than others.
     *
     * @param over the others; empty for a view on the return itself
     * @param annualReturn of the holdings, or by how much it exceeds the others'
     */
    record View(List<String> symbols, List<String> over, double annualReturn, double confidence) {}

    /** @param inline whether the caller brought prices, about whose owner nothing is known */
    static OptimizationParameters of(JsonNode node, boolean inline) {
        Map<String, Double> expected = new LinkedHashMap<>();
        node.path("expectedReturns")
                .properties()
                .forEach(entry -> expected.put(entry.getKey(), entry.getValue().doubleValue()));
        List<View> views = new ArrayList<>();
        for (JsonNode view : node.path("views")) {
            views.add(new View(
                    texts(view.path("symbols")),
                    texts(view.path("over")),
                    view.path("return").doubleValue(),
                    view.path("confidence").asDouble(0.5)));
        }
        return new OptimizationParameters(
                Objective.valueOf(node.path("objective")
                        .asString(inline ? Objective.MIN_VARIANCE.name() : Objective.TARGET_RISK.name())),
                node.path("riskTolerance").isNumber()
                        ? (Integer) node.path("riskTolerance").intValue()
                        : null,
                number(node.path("targetReturn")),
                number(node.path("targetVolatility")),
                node.path("riskFree").asDouble(0),
                node.path("confidence").asDouble(0.95),
                CovarianceEstimator.valueOf(node.path("covariance").asString(CovarianceEstimator.SAMPLE.name())),
                expected,
                List.copyOf(views),
                node.path("riskAversion").asDouble(2.5),
                node.path("tau").asDouble(0.05),
                Limits.of(node.path("constraints")),
                node.path("costs").path("rate").asDouble(0.001),
                node.path("costs").path("perTrade").asDouble(0),
                node.path("frontierPoints").asInt(25),
                CommonParameters.of(node));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? (Double) node.doubleValue() : null;
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::stringValue).toList();
    }

    /** Spelled out as the schema names them; of the objectives' own, those of the objective asked for. */
    ObjectNode filled(JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        node.put("objective", objective.name());
        optional(node, "targetReturn", targetReturn);
        optional(node, "targetVolatility", targetVolatility);
        if (riskTolerance != null) {
            node.put("riskTolerance", riskTolerance);
        }
        node.put("riskFree", riskFree).put("covariance", covariance.name());
        if (objective == Objective.MIN_CVAR) {
            node.put("confidence", confidence);
        }
        if (!expectedReturns.isEmpty()) {
            node.set("expectedReturns", json.valueToTree(expectedReturns));
        }
        if (objective == Objective.BLACK_LITTERMAN) {
            for (View view : views) {
                ObjectNode one = node.withArray("views").addObject();
                view.symbols.forEach(one.withArray("symbols")::add);
                view.over.forEach(one.withArray("over")::add);
                one.put("return", view.annualReturn).put("confidence", view.confidence);
            }
            node.put("riskAversion", riskAversion).put("tau", tau);
        }
        limits.filled(node.putObject("constraints"));
        node.putObject("costs").put("rate", costRate).put("perTrade", costPerTrade);
        node.put("frontierPoints", frontierPoints);
        common.fill(node);
        return node;
    }

    private static void optional(ObjectNode node, String name, @Nullable Double value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
