package io.riskwatch.analytics.report;

import io.riskwatch.analytics.exposure.Window;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters every kind takes.
 *
 * @param from first day of the window
 * @param to last day of the window
 * @param value what amounts are scaled by, in the base currency
 * @param leaveOutMissing leave out holdings without history instead of refusing them
 * @param seed of anything random; derived from the inputs when absent
 */
public record CommonParameters(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Double value,
        boolean leaveOutMissing,
        @Nullable Long seed) {

    public static CommonParameters of(JsonNode node) {
        return new CommonParameters(
                date(node.path("from")),
                date(node.path("to")),
                node.path("value").isNumber() ? (Double) node.path("value").doubleValue() : null,
                "LEAVE_OUT".equals(node.path("missingHistory").asString("")),
                node.path("seed").isNumber() ? (Long) node.path("seed").longValue() : null);
    }

    Window window() {
        return new Window(from, to);
    }

    /** Adds them as the schemas name them, so that a stored result can be asked for again. */
    public void fill(ObjectNode node) {
        node.put("missingHistory", leaveOutMissing ? "LEAVE_OUT" : "REFUSE");
        if (from != null) {
            node.put("from", from.toString());
        }
        if (to != null) {
            node.put("to", to.toString());
        }
        if (value != null) {
            node.put("value", value);
        }
        if (seed != null) {
            node.put("seed", seed);
        }
    }

    private static @Nullable LocalDate date(JsonNode node) {
        return node.isString() ? LocalDate.parse(node.stringValue()) : null;
    }
}
