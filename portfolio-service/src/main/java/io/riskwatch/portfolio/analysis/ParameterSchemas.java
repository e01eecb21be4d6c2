package io.riskwatch.portfolio.analysis;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The worker's own schemas of its parameters, copied here by the build: what a kind takes is known in one place. */
@Component
class ParameterSchemas {

    static final List<String> KINDS = List.of(
            "risk",
            "var-backtest",
            "monte-carlo",
            "goal",
            "optimization",
            "backtest",
            "stress",
            "factor",
            "leverage",
            "portfolio-report");

    private final Map<String, Schema> byKind = new LinkedHashMap<>();
    private final Map<String, ObjectNode> defaults = new HashMap<>();
    private final JsonMapper json;

    ParameterSchemas(JsonMapper json) {
        this.json = json;
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (String kind : KINDS) {
            JsonNode schema = read("/contract/job/" + kind + "-parameters.schema.json");
            byKind.put(kind, registry.getSchema(schema));
            defaults.put(kind, defaults(schema));
        }
    }

    private JsonNode read(String resource) {
        try (InputStream in = ParameterSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build did not copy the worker's contract to " + resource);
            }
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode defaults(JsonNode schema) {
        ObjectNode found = json.createObjectNode();
        schema.path("properties").properties().stream()
                .filter(property -> property.getValue().has("default"))
                .forEach(property ->
                        found.set(property.getKey(), property.getValue().path("default")));
        return found;
    }

    /** The parameters with what the worker assumes where nothing is said. */
    JsonNode filled(String kind, JsonNode parameters) {
        ObjectNode filled = defaults.getOrDefault(kind, json.createObjectNode()).deepCopy();
        parameters.properties().forEach(given -> filled.set(given.getKey(), given.getValue()));
        return filled;
    }

    /** The parameters as they are passed on; a 422 naming kind or fields when the worker would not take them. */
    JsonNode checked(String kind, @Nullable JsonNode parameters) {
        Schema schema = byKind.get(kind);
        if (schema == null) {
            throw ProblemException.unprocessable(
                    "kind", "must be one of " + String.join(", ", byKind.keySet()) + ", was " + kind);
        }
        JsonNode given = parameters == null || parameters.isNull() ? json.createObjectNode() : parameters;
        List<FieldError> errors = schema
                .validate(
                        given,
                        (ExecutionContext context) ->
                                context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(ParameterSchemas::fieldError)
                .distinct()
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.unprocessable(errors);
        }
        return given;
    }

    private static FieldError fieldError(Error error) {
        StringBuilder field = new StringBuilder("parameters");
        var location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            if (element instanceof Integer index) {
                field.append('[').append(index).append(']');
            } else {
                field.append('.').append(element);
            }
        }
        if (error.getProperty() != null) {
            field.append('.').append(error.getProperty());
        }
        String message = error.getMessage();
        int colon = message.indexOf(": ");
        return new FieldError(field.toString(), colon < 0 ? message : message.substring(colon + 2));
    }
}
