package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.report.CommonParameters;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a backtest of value at risk; the schema has been checked before this is built.
 *
 * @param days days tested, 0 when the window decides
 * @param estimationDays returns each forecast is made from, 0 when the window decides
 * @param model how a forecast is made, with one method and one confidence
 */
record BacktestParameters(int days, int estimationDays, RiskParameters model, CommonParameters common) {

    private static final double DEFAULT_CONFIDENCE = 0.99;
    private static final int USUAL_DAYS = 250;
    private static final int FEWEST_FOR_A_FIT = 100;

    /** Days times estimation days of the methods that are fitted anew for each day: some seconds. */
    static final long MOST_FITTED = 500_000;

    private static final Set<RiskMethod> FITTED = Set.of(RiskMethod.GARCH, RiskMethod.FILTERED_HISTORICAL);

    static BacktestParameters of(JsonNode node, JsonMapper json) {
        ObjectNode model = json.createObjectNode();
        model.set("methods", json.valueToTree(node.path("method").asString(RiskMethod.HISTORICAL.name())));
        JsonNode confidence = node.path("confidence");
        model.put("confidence", (confidence.isArray() ? confidence.path(0) : confidence).asDouble(DEFAULT_CONFIDENCE));
        model.put("horizonDays", 1);
        for (String same : new String[] {"quantileType", "zeroMean", "paths"}) {
            if (node.has(same)) {
                model.set(same, node.path(same));
            }
        }
        return new BacktestParameters(
                node.path("days").asInt(0),
                node.path("estimationDays").asInt(0),
                RiskParameters.of(model),
                CommonParameters.of(node));
    }

    RiskMethod method() {
        return model.methods().getFirst();
    }

    double confidence() {
        return model.confidence().getFirst();
    }

    /**
     * The same with the two lengths decided: 250 and 250, or the halves of a shorter window.
     *
     * @throws BadInputException when the window is too short for what was asked, or the work too much
     */
    BacktestParameters within(int observations) {
        int estimation = estimationDays == 0 ? Math.min(USUAL_DAYS, observations / 2) : estimationDays;
        int tested = days == 0 ? Math.min(USUAL_DAYS, observations - estimation) : days;
        if (tested < 1 || estimation + tested > observations) {
            throw new BadInputException(
                    days == 0 ? "parameters.estimationDays" : "parameters.days",
                    "The window has " + observations + " daily returns; " + Math.max(tested, 1) + " tested days after "
                            + estimation + " to estimate from need " + (estimation + Math.max(tested, 1)) + ".");
        }
        if (FITTED.contains(method())) {
            requireFit(estimation, tested);
        }
        long draws = (long) tested * model.paths();
        if (method() == RiskMethod.MONTE_CARLO && draws > RiskParameters.MOST_STEPS) {
            throw new BadInputException(
                    "parameters.paths",
                    "These are " + draws + " simulated days; at most " + RiskParameters.MOST_STEPS + " are run.");
        }
        return new BacktestParameters(tested, estimation, model, common);
    }

    private void requireFit(int estimation, int tested) {
        if (estimation < FEWEST_FOR_A_FIT) {
            throw new BadInputException(
                    "parameters.estimationDays",
                    method() + " is fitted to at least " + FEWEST_FOR_A_FIT + " daily returns, not to " + estimation
                            + ".");
        }
        if ((long) estimation * tested > MOST_FITTED) {
            throw new BadInputException(
                    "parameters.days",
                    method() + " is fitted anew each day: days times estimationDays may be at most " + MOST_FITTED
                            + ", not " + (long) estimation * tested + ".");
        }
    }

    ObjectNode filled(JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        node.put("method", method().name());
        node.put("confidence", confidence());
        if (days > 0) {
            node.put("days", days);
        }
        if (estimationDays > 0) {
            node.put("estimationDays", estimationDays);
        }
        node.put("quantileType", model.quantileType());
        node.put("zeroMean", model.mean() == io.riskwatch.quant.risk.MeanAssumption.ZERO);
        node.put("paths", model.paths());
        common.fill(node);
        return node;
    }
}
