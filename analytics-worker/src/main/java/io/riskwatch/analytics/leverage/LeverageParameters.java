package io.riskwatch.analytics.leverage;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.report.CommonParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a leverage analysis with their defaults; the schema has been checked before this is built.
 *
 * @param leverage invested over own money; today's when absent, or 1.5 without a loan
 * @param grid other leverages to set beside it
 * @param maintenance least own money as a share of what is invested
 * @param initial the same on the day of borrowing
 * @param interestRate of the loan, per 360 days
 * @param drift continuous growth of the mean of what is invested, per year; the window's when absent
 * @param volatility per year; the window's when absent
 */
record LeverageParameters(
        @Nullable Double leverage,
        List<Double> grid,
        double maintenance,
        double initial,
        double interestRate,
        Model model,
        @Nullable Double drift,
        @Nullable Double volatility,
        int block,
        int paths,
        CommonParameters common) {

    /** How a year is drawn. */
    enum Model {
        /** Independent normal log returns. */
        GBM,
        /** Stretches of the past put together anew. */
        BLOCK_BOOTSTRAP
    }

    private static final List<Double> GRID = List.of(1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0);

    LeverageParameters {
        if (model == Model.BLOCK_BOOTSTRAP && (drift != null || volatility != null)) {
            throw new BadInputException(
                    drift == null ? "parameters.volatility" : "parameters.drift",
                    "The block bootstrap repeats the past as it was; drift and volatility go with GBM.");
        }
    }

    static LeverageParameters of(JsonNode node) {
        JsonNode grid = node.path("grid");
        return new LeverageParameters(
                number(node.path("leverage")),
                grid.isArray()
                        ? grid.valueStream()
                                .map(JsonNode::doubleValue)
                                .distinct()
                                .sorted()
                                .toList()
                        : GRID,
                node.path("maintenance").asDouble(0.25),
                node.path("initial").asDouble(0.5),
                node.path("interestRate").asDouble(0.06),
                Model.valueOf(node.path("model").asString(Model.GBM.name())),
                number(node.path("drift")),
                number(node.path("volatility")),
                node.path("block").asInt(21),
                node.path("paths").asInt(10_000),
                CommonParameters.of(node));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? (Double) node.doubleValue() : null;
    }

    /** Spelled out as the schema names them. */
    ObjectNode filled(JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        optional(node, "leverage", leverage);
        node.set("grid", json.valueToTree(grid));
        node.put("maintenance", maintenance).put("initial", initial).put("interestRate", interestRate);
        node.put("model", model.name());
        optional(node, "drift", drift);
        optional(node, "volatility", volatility);
        if (model == Model.BLOCK_BOOTSTRAP) {
            node.put("block", block);
        }
        node.put("paths", paths);
        common.fill(node);
        return node;
    }

    private static void optional(ObjectNode node, String name, @Nullable Double value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
