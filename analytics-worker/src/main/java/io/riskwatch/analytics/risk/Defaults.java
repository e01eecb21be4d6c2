package io.riskwatch.analytics.risk;

import io.riskwatch.quant.risk.MeanAssumption;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Parameters spelled out as the schema names them, so that a stored result can be asked for again. */
final class Defaults {

    private Defaults() {}

    static ObjectNode filled(RiskParameters parameters, JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        node.set("confidence", json.valueToTree(parameters.confidence()));
        node.set("horizonDays", json.valueToTree(parameters.horizonDays()));
        node.set("methods", json.valueToTree(parameters.methods()));
        node.put("riskFree", parameters.riskFree());
        node.put("covariance", "SAMPLE");
        node.put("quantileType", parameters.quantileType());
        node.put("zeroMean", parameters.mean() == MeanAssumption.ZERO);
        node.put("paths", parameters.paths());
        if (parameters.benchmark() != null) {
            node.put("benchmark", parameters.benchmark());
        }
        parameters.common().fill(node);
        return node;
    }
}
