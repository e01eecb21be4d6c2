package io.riskwatch.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Holds the published document to the snapshot that clients are generated from. */
class OpenApiIT extends BillingIT {

    private static final Path SNAPSHOT = Path.of("contract/openapi.json");

    @Test
    void thePublishedDocumentIsTheSnapshot() throws Exception {
        String published = http.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        JsonMapper pretty =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        if (Boolean.getBoolean("riskwatch.contract.write")) {
            Files.writeString(SNAPSHOT, pretty.writeValueAsString(pretty.readTree(published)) + "\n");
        }

        assertThat(pretty.readTree(published))
                .as("run this test with -Driskwatch.contract.write=true after a change that is meant")
                .isEqualTo(pretty.readTree(Files.readString(SNAPSHOT)));
    }
}
