package io.riskwatch.analytics.factor;

import io.riskwatch.analytics.report.CommonParameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a factor analysis with their defaults; the schema has been checked before this is built.
 *
 * @param csv the caller's factors; null for the holdings' own principal components
 * @param riskFreeColumn column of the csv that is no factor but the riskless return
 * @param riskFree annual, where the csv has no such column
 * @param components how many principal components
 * @param lags of Newey and West; their own advice when null
 * @param window periods of a rolling regression
 */
record FactorParameters(
        @Nullable String csv,
        FactorTable.Unit unit,
        String riskFreeColumn,
        double riskFree,
        int components,
        @Nullable Integer lags,
        @Nullable Integer window,
        CommonParameters common) {

    static FactorParameters of(JsonNode node) {
        return new FactorParameters(
                node.path("csv").isString() ? node.path("csv").stringValue() : null,
                FactorTable.Unit.valueOf(node.path("unit").asString(FactorTable.Unit.DECIMAL.name())),
                node.path("riskFreeColumn").asString("RF"),
                node.path("riskFree").asDouble(0),
                node.path("components").asInt(3),
                node.path("lags").isNumber() ? (Integer) node.path("lags").intValue() : null,
                node.path("window").isNumber() ? (Integer) node.path("window").intValue() : null,
                CommonParameters.of(node));
    }

    /** Spelled out as the schema names them. */
    ObjectNode filled(JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        if (csv == null) {
            node.put("components", components);
        } else {
            node.put("csv", csv).put("unit", unit.name()).put("riskFreeColumn", riskFreeColumn);
        }
        node.put("riskFree", riskFree);
        if (lags != null) {
            node.put("lags", lags);
        }
        if (window != null) {
            node.put("window", window);
        }
        common.fill(node);
        return node;
    }
}
