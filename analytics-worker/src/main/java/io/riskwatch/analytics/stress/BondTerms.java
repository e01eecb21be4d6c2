package io.riskwatch.analytics.stress;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bond held is, as it is told; the schema has been checked.
 *
 * @param coupon per year, a fraction of the face
 * @param frequency coupons a year
 * @param yield to take instead of the one its price has
 */
record BondTerms(
        double coupon,
        LocalDate maturity,
        int frequency,
        @Nullable Double yield) {

    static BondTerms of(JsonNode node) {
        return new BondTerms(
                node.path("coupon").doubleValue(),
                LocalDate.parse(node.path("maturity").stringValue()),
                node.path("frequency").asInt(2),
                node.has("yield") ? (Double) node.path("yield").doubleValue() : null);
    }

    void fill(ObjectNode node) {
        node.put("coupon", coupon).put("maturity", maturity.toString()).put("frequency", frequency);
        if (yield != null) {
            node.put("yield", yield);
        }
    }
}
