package io.riskwatch.analytics.stress;

import io.riskwatch.quant.pricing.OptionKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an option held is, as it is told; the schema has been checked.
 *
 * @param underlying symbol of what it is a right on
 * @param volatility to take instead of the one its price implies
 * @param dividendYield of the underlying, continuous, per year
 * @param multiplier units of the underlying that one of it is a right on, where quantities are given
 */
record OptionTerms(
        String underlying,
        OptionKind type,
        double strike,
        LocalDate expiry,
        Style style,
        @Nullable Double volatility,
        double dividendYield,
        double multiplier) {

    enum Style {
        EUROPEAN,
        AMERICAN
    }

    static OptionTerms of(JsonNode node) {
        return new OptionTerms(
                node.path("underlying").stringValue(),
                OptionKind.valueOf(node.path("type").stringValue()),
                node.path("strike").doubleValue(),
                LocalDate.parse(node.path("expiry").stringValue()),
                Style.valueOf(node.path("style").asString(Style.EUROPEAN.name())),
                node.has("volatility") ? (Double) node.path("volatility").doubleValue() : null,
                node.path("dividendYield").asDouble(0),
                node.path("multiplier").asDouble(1));
    }

    void fill(ObjectNode node) {
        node.put("underlying", underlying)
                .put("type", type.name())
                .put("strike", strike)
                .put("expiry", expiry.toString())
                .put("style", style.name())
                .put("dividendYield", dividendYield)
                .put("multiplier", multiplier);
        if (volatility != null) {
            node.put("volatility", volatility);
        }
    }
}
