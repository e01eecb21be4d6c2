package io.riskwatch.analytics.backtest;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.report.CommonParameters;
import io.riskwatch.quant.backtest.Position;
import io.riskwatch.quant.backtest.TradingCosts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a backtest with their defaults; the schema has been checked before this is built.
 *
 * @param band drift of a weight that BAND bears
 * @param fast windows of the fast average; every pair with a longer slow one is a variant
 * @param below what the rule holds below the crossing
 * @param symbol the holding the rule trades; the value of all holdings when absent
 * @param variantsTried how many variants were tried before this one, as far as the caller tells
 * @param train days of a choice of the walk-forward
 * @param test days of each of its tests
 */
record BacktestParameters(
        Strategy strategy,
        Rebalancing rebalancing,
        double band,
        List<Integer> fast,
        List<Integer> slow,
        Position below,
        @Nullable String symbol,
        TradingCosts costs,
        @Nullable String benchmark,
        double riskFree,
        int variantsTried,
        int train,
        int test,
        CommonParameters common) {

    private static final int MOST_VARIANTS = 400;

    BacktestParameters {
        if (strategy == Strategy.MOVING_AVERAGE_CROSS) {
            long variants = fast.stream()
                    .mapToLong(f -> slow.stream().filter(s -> s > f).count())
                    .sum();
            if (variants == 0 || variants > MOST_VARIANTS) {
                throw new BadInputException(
                        "parameters.slow",
                        "These windows make " + variants + " pairs with a slow one longer than the fast one; 1 to "
                                + MOST_VARIANTS + " are tried.");
            }
        }
    }

    static BacktestParameters of(JsonNode node) {
        return new BacktestParameters(
                Strategy.valueOf(node.path("strategy").asString(Strategy.ALLOCATION.name())),
                Rebalancing.valueOf(node.path("rebalancing").asString(Rebalancing.NONE.name())),
                node.path("band").asDouble(0.05),
                windows(node.path("fast"), 50),
                windows(node.path("slow"), 200),
                Position.valueOf(node.path("below").asString(Position.FLAT.name())),
                text(node.path("symbol")),
                new TradingCosts(
                        node.path("fee").asDouble(0.001), node.path("slippage").asDouble(0.0005)),
                text(node.path("benchmark")),
                node.path("riskFree").asDouble(0),
                node.path("variantsTried").asInt(0),
                node.path("train").asInt(504),
                node.path("test").asInt(126),
                CommonParameters.of(node));
    }

    private static List<Integer> windows(JsonNode node, int otherwise) {
        if (node.isArray()) {
            return node.valueStream()
                    .map(JsonNode::intValue)
                    .distinct()
                    .sorted()
                    .toList();
        }
        return List.of(node.asInt(otherwise));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    double costRate() {
        return costs.commissionRate() + costs.slippageRate();
    }

    /** Spelled out as the schema names them; of the strategies' own, those of the strategy asked for. */
    ObjectNode filled(JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        node.put("strategy", strategy.name());
        switch (strategy) {
            case ALLOCATION -> {
                node.put("rebalancing", rebalancing.name());
                if (rebalancing == Rebalancing.BAND) {
                    node.put("band", band);
                }
            }
            case MOVING_AVERAGE_CROSS -> {
                node.set("fast", json.valueToTree(fast));
                node.set("slow", json.valueToTree(slow));
                node.put("below", below.name());
                if (symbol != null) {
                    node.put("symbol", symbol);
                }
            }
        }
        node.put("fee", costs.commissionRate()).put("slippage", costs.slippageRate());
        if (benchmark != null) {
            node.put("benchmark", benchmark);
        }
        node.put("riskFree", riskFree).put("variantsTried", variantsTried);
        node.put("train", train).put("test", test);
        common.fill(node);
        return node;
    }
}
