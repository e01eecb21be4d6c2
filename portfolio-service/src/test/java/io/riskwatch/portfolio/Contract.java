package io.riskwatch.portfolio;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas this service publishes for what it sends. Receivers ignore members they do not know; the sender's own tests do not:
 * what a schema does not name is not sent.
 */
public final class Contract {

    private static final Path FOLDER = Path.of("contract");
    private static final Set<String> FRAMES = Set.of("alert.raised", "margin.changed", "margin.values");
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Contract() {}

    /** What a document breaks of a schema, which is named by its folder and its title. */
    public static List<String> broken(String schema, JsonNode document) {
        return SCHEMAS.computeIfAbsent(schema, Contract::read).validate(document).stream()
                .map(error -> schema + ": " + error + " in " + document)
                .toList();
    }

    /** What a frame of a socket breaks; nothing where it has no schema. */
    static List<String> brokenBy(JsonNode frame) {
        return schemaOf(frame).map(schema -> broken(schema, frame)).orElse(List.of());
    }

    private static Optional<String> schemaOf(JsonNode frame) {
        var type = frame.path("type").asString("");
        if (type.startsWith("analysis.")) {
            return Optional.of("frame/analysis");
        }
        if (FRAMES.contains(type)) {
            return Optional.of("frame/" + type);
        }
        return frame.has("margin_requirement") ? Optional.of("frame/client-margin") : Optional.empty();
    }

    private static Schema read(String name) {
        try {
            var text = Files.readString(FOLDER.resolve(name + ".schema.json"));
            return REGISTRY.getSchema(
                    JSON.readTree(text.replace("\"additionalProperties\": true", "\"additionalProperties\": false")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
