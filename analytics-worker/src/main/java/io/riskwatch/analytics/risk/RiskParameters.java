package io.riskwatch.analytics.risk;

import io.riskwatch.quant.risk.MeanAssumption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of a risk analysis with their defaults, as {@code contract/job/risk-parameters.schema.json} says; the
 * schema has been checked before this is built.
 *
 * @param quantileType number of the Hyndman-Fan definition, 1 to 9
 */
record RiskParameters(
        List<Double> confidence,
        List<Integer> horizonDays,
        List<RiskMethod> methods,
        double riskFree,
        @Nullable String benchmark,
        int quantileType,
        MeanAssumption mean,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Double value,
        boolean leaveOutMissing,
        @Nullable Long seed) {

    static RiskParameters of(JsonNode node) {
        return new RiskParameters(
                many(node.path("confidence"), JsonNode::doubleValue, List.of(0.95, 0.99)),
                many(node.path("horizonDays"), JsonNode::intValue, List.of(1, 10, 21)),
                many(node.path("methods"), n -> RiskMethod.valueOf(n.stringValue()), List.of(RiskMethod.values())),
                node.path("riskFree").asDouble(0),
                text(node.path("benchmark")),
                node.path("quantileType").asInt(7),
                node.path("zeroMean").asBoolean(true) ? MeanAssumption.ZERO : MeanAssumption.SAMPLE,
                date(node.path("from")),
                date(node.path("to")),
                node.path("value").isNumber() ? (Double) node.path("value").doubleValue() : null,
                "LEAVE_OUT".equals(text(node.path("missingHistory"))),
                node.path("seed").isNumber() ? (Long) node.path("seed").longValue() : null);
    }

    private static <T> List<T> many(JsonNode node, Function<JsonNode, T> read, List<T> otherwise) {
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isArray()) {
            return List.of(read.apply(node));
        }
        List<T> values = new ArrayList<>();
        node.forEach(item -> values.add(read.apply(item)));
        return List.copyOf(values);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static @Nullable LocalDate date(JsonNode node) {
        return node.isString() ? LocalDate.parse(node.stringValue()) : null;
    }
}
