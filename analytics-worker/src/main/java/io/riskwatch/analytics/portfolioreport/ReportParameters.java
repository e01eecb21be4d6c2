package io.riskwatch.analytics.portfolioreport;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.report.CommonParameters;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a report with their defaults; the schema has been checked before this is built.
 *
 * @param asked as they came
 * @param filled with every default, as the schema names them
 */
record ReportParameters(List<Section> sections, JsonNode asked, ObjectNode filled, CommonParameters common) {

    private static final List<String> METHODS = List.of("HISTORICAL", "NORMAL", "EWMA");

    static ReportParameters of(ObjectNode asked) {
        ObjectNode filled = asked.objectNode();
        CommonParameters common = CommonParameters.of(asked);
        ArrayNode sections = filled.putArray("sections");
        for (Section section : Section.values()) {
            if (!asked.has("sections") || holds(asked.path("sections"), section.name())) {
                sections.add(section.name());
            }
        }
        filled.putArray("confidence").add(0.95).add(0.99);
        filled.putArray("horizonDays").add(1).add(21);
        METHODS.forEach(filled.putArray("methods")::add);
        filled.put("riskFree", 0.0)
                .put("paths", 10_000)
                .put("reverseLoss", 0.2)
                .put("model", "GBM")
                .put("years", 10)
                .put("contributions", 0.0);
        asked.properties().stream()
                .filter(entry -> !entry.getKey().equals("sections"))
                .forEach(entry -> filled.set(entry.getKey(), asIfByDefault(filled, entry.getKey(), entry.getValue())));
        common.fill(filled);
        return new ReportParameters(
                sections.valueStream()
                        .map(name -> Section.valueOf(name.stringValue()))
                        .toList(),
                asked,
                filled,
                common);
    }

    /** A single value stands for a list of one, a whole number for the same with a point. */
    private static JsonNode asIfByDefault(ObjectNode filled, String name, JsonNode value) {
        JsonNode usual = filled.path(name);
        if (usual.isArray() && !value.isArray()) {
            return filled.arrayNode().add(value);
        }
        return usual.isDouble() ? filled.numberNode(value.doubleValue()) : value;
    }

    private static boolean holds(JsonNode list, String name) {
        return list.valueStream().anyMatch(one -> one.asString("").equals(name));
    }

    /** Whether it is the caller's own wish that cannot be met, not a default that does not fit what is held. */
    boolean causes(BadInputException refusal) {
        return asked.propertyNames().stream()
                .anyMatch(name -> refusal.field().startsWith("parameters." + name)
                        || (name.equals("methods") && refusal.field().equals("parameters.method")));
    }
}
