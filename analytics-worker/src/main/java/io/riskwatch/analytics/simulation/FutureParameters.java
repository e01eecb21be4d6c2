package io.riskwatch.analytics.simulation;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.report.CommonParameters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of the kinds monte-carlo and goal with their defaults; the schema has been checked before this is built.
 *
 * @param contributions put in at the start of each month, in money; negative is taken out
 * @param target in money; twice the value when absent
 * @param drift continuous, per year; the window's when absent
 * @param volatility per year; the window's when absent
 * @param block mean length of a stretch of the past in days
 * @param confidence chance that the contribution of a goal should give
 */
record FutureParameters(
        FutureModel model,
        int paths,
        int years,
        double contributions,
        @Nullable Double target,
        @Nullable Double drift,
        @Nullable Double volatility,
        double degreesOfFreedom,
        int block,
        double jumpsPerYear,
        @Nullable Double meanLogJump,
        @Nullable Double jumpVolatility,
        double reversion,
        double volatilityOfVariance,
        double correlation,
        double confidence,
        CommonParameters common) {

    /** Draws over all paths: some seconds. */
    static final long MOST_STEPS = 100_000_000;

    FutureParameters {
        long steps = (long) paths * years * 12 * model.stepsPerMonth();
        if (steps > MOST_STEPS) {
            throw new BadInputException(
                    "parameters.paths",
                    String.format(
                            Locale.ENGLISH,
                            "%,d paths of %d years by %s are %,d steps; at most %,d are run.",
                            paths,
                            years,
                            model,
                            steps,
                            MOST_STEPS));
        }
        if (model == FutureModel.BLOCK_BOOTSTRAP && (drift != null || volatility != null)) {
            throw new BadInputException(
                    drift == null ? "parameters.volatility" : "parameters.drift",
                    "The block bootstrap repeats the past as it was; drift and volatility go with the other models.");
        }
    }

    static FutureParameters of(JsonNode node) {
        return new FutureParameters(
                FutureModel.valueOf(node.path("model").asString(FutureModel.GBM.name())),
                node.path("paths").asInt(10_000),
                node.path("years").asInt(10),
                node.path("contributions").asDouble(0),
                number(node.path("target")),
                number(node.path("drift")),
                number(node.path("volatility")),
                node.path("degreesOfFreedom").asDouble(5),
                node.path("block").asInt(21),
                node.path("jumpsPerYear").asDouble(1),
                number(node.path("meanLogJump")),
                number(node.path("jumpVolatility")),
                node.path("reversion").asDouble(2),
                node.path("volatilityOfVariance").asDouble(0.3),
                node.path("correlation").asDouble(-0.7),
                node.path("confidence").asDouble(0.8),
                CommonParameters.of(node));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? (Double) node.doubleValue() : null;
    }

    /** Spelled out as the schema names them; of the models' own, those of the model asked for. */
    ObjectNode filled(JsonMapper json, boolean goal) {
        ObjectNode node = json.createObjectNode();
        node.put("model", model.name());
        node.put("paths", paths);
        node.put("years", years);
        node.put("contributions", contributions);
        optional(node, "target", target);
        optional(node, "drift", drift);
        optional(node, "volatility", volatility);
        switch (model) {
            case GBM -> {}
            case STUDENT_T -> node.put("degreesOfFreedom", degreesOfFreedom);
            case BLOCK_BOOTSTRAP -> node.put("block", block);
            case JUMP_DIFFUSION -> {
                node.put("jumpsPerYear", jumpsPerYear);
                optional(node, "meanLogJump", meanLogJump);
                optional(node, "jumpVolatility", jumpVolatility);
            }
            case HESTON ->
                node.put("reversion", reversion)
                        .put("volatilityOfVariance", volatilityOfVariance)
                        .put("correlation", correlation);
        }
        if (goal) {
            node.put("confidence", confidence);
        }
        common.fill(node);
        return node;
    }

    private static void optional(ObjectNode node, String name, @Nullable Double value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
