package io.riskwatch.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.billing.ContractFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EntitlementChangedContractTest {

    private static final String SCHEMA = "contract/event/entitlement-changed.schema.json";
    private static final String EXAMPLE = "contract/event/entitlement-changed.example.json";

    @Test
    void theExampleIsWhatTheSchemaSaysAndWhatTheServiceWrites() throws IOException {
        JsonNode example = ContractFile.read(EXAMPLE);

        assertThat(ContractFile.violations(SCHEMA, example)).isEmpty();
        JsonMapper json = new JsonMapper();
        JsonNode written = json.readTree(json.writeValueAsString(json.treeToValue(example, EntitlementChanged.class)));
        assertThat(written).isEqualTo(example);
    }

    @Test
    void theSchemaRefusesWhatListenersCouldNotUse() throws IOException {
        for (String member : ContractFile.read(EXAMPLE).propertyNames()) {
            ObjectNode without = (ObjectNode) ContractFile.read(EXAMPLE);
            without.remove(member);
            assertThat(ContractFile.violations(SCHEMA, without))
                    .as("without " + member)
                    .isNotEmpty();
        }
        ObjectNode noUuid = ((ObjectNode) ContractFile.read(EXAMPLE)).put("organisationId", "seven");
        assertThat(ContractFile.violations(SCHEMA, noUuid)).isNotEmpty();
    }
}
