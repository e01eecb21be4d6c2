package io.riskwatch.portfolio.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OrganisationDeletedContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SCHEMA = Path.of("contract/event/organisation-deleted.schema.json");
    private static final Path EXAMPLE = Path.of("contract/event/organisation-deleted.example.json");

    @Test
    void theExampleIsWhatTheSchemaSaysAndWhatTheServiceWrites() throws IOException {
        JsonNode example = JSON.readTree(Files.readString(EXAMPLE));

        assertThat(accepted(example)).isTrue();
        assertThat(JSON.<JsonNode>valueToTree(JSON.treeToValue(example, OrganisationNews.Deleted.class)))
                .isEqualTo(example);
    }

    @Test
    void theSchemaRefusesWhatListenersCouldNotUse() throws IOException {
        for (String member : JSON.readTree(Files.readString(EXAMPLE)).propertyNames()) {
            ObjectNode without = (ObjectNode) JSON.readTree(Files.readString(EXAMPLE));
            without.remove(member);
            assertThat(accepted(without)).as("without " + member).isFalse();
        }
    }

    private static boolean accepted(JsonNode document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA))
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }
}
