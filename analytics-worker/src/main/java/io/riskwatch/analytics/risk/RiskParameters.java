package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.report.CommonParameters;
import io.riskwatch.quant.risk.MeanAssumption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of a risk analysis with their defaults, as {@code contract/job/risk-parameters.schema.json} says; the
 * schema has been checked before this is built.
 *
 * @param quantileType number of the Hyndman-Fan definition, 1 to 9
 * @param paths simulated outcomes per horizon, of the methods that simulate
 */
record RiskParameters(
        List<Double> confidence,
        List<Integer> horizonDays,
        List<RiskMethod> methods,
        double riskFree,
        @Nullable String benchmark,
        int quantileType,
        MeanAssumption mean,
        int paths,
        CommonParameters common) {

    private static final int DEFAULT_PATHS = 10_000;
    private static final Set<RiskMethod> SIMULATING =
            Set.of(RiskMethod.GARCH, RiskMethod.FILTERED_HISTORICAL, RiskMethod.MONTE_CARLO);

    /** Simulated days of one method over all horizons: some seconds. */
    static final long MOST_STEPS = 100_000_000;

    RiskParameters {
        long steps = horizonDays.stream().mapToLong(Integer::longValue).sum() * paths;
        if (steps > MOST_STEPS && methods.stream().anyMatch(SIMULATING::contains)) {
            throw new BadInputException(
                    "parameters.paths",
                    String.format(
                            Locale.ENGLISH,
                            "%,d paths over these horizons are %,d simulated days; at most %,d are run.",
                            paths,
                            steps,
                            MOST_STEPS));
        }
    }

    static RiskParameters of(JsonNode node) {
        return new RiskParameters(
                many(node.path("confidence"), JsonNode::doubleValue, List.of(0.95, 0.99)),
                many(node.path("horizonDays"), JsonNode::intValue, List.of(1, 10, 21)),
                many(node.path("methods"), n -> RiskMethod.valueOf(n.stringValue()), List.of(RiskMethod.values())),
                node.path("riskFree").asDouble(0),
                text(node.path("benchmark")),
                node.path("quantileType").asInt(7),
                node.path("zeroMean").asBoolean(true) ? MeanAssumption.ZERO : MeanAssumption.SAMPLE,
                node.path("paths").asInt(DEFAULT_PATHS),
                CommonParameters.of(node));
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
}
