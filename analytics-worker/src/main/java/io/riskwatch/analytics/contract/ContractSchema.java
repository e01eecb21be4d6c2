package io.riskwatch.analytics.contract;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A published schema, read from the class path where the build copies {@code contract/} to. */
public final class ContractSchema {

    private final Schema schema;

    private ContractSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * The schema of that name.
     *
     * @param path below {@code contract/}, for instance {@code job/analysis-job.schema.json}
     */
    public static ContractSchema of(String path) {
        String resource = "/contract/" + path;
        try (InputStream in = ContractSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no schema " + resource);
            }
            return new ContractSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, each with its field; empty when the document keeps the contract. */
    public List<Violation> violations(JsonNode document) {
        return schema
                .validate(
                        document,
                        (ExecutionContext context) ->
                                context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Violation::of)
                .toList();
    }

    /** One thing wrong. The field is dotted: {@code confidence[1]}; a missing or unknown property is named itself. */
    public record Violation(String field, String message) {

        private static Violation of(Error error) {
            StringBuilder field = new StringBuilder();
            var location = error.getInstanceLocation();
            for (int i = 0; i < location.getNameCount(); i++) {
                Object element = location.getElement(i);
                if (element instanceof Integer index) {
                    field.append('[').append(index).append(']');
                } else {
                    field.append(field.isEmpty() ? "" : ".").append(element);
                }
            }
            if (error.getProperty() != null) {
                field.append(field.isEmpty() ? "" : ".").append(error.getProperty());
            }
            String message = error.getMessage();
            int colon = message.indexOf(": ");
            return new Violation(field.toString(), colon < 0 ? message : message.substring(colon + 2));
        }

        @Override
        public String toString() {
            return field + " " + message;
        }
    }
}
