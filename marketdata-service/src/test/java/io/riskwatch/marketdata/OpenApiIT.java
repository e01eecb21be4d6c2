package io.riskwatch.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published document is the one the service answers with. After changing the API, write it anew: run this test with
 * {@code -Driskwatch.openapi.update=true} and commit {@code contract/openapi.json}.
 */
class OpenApiIT extends MarketdataIT {

    private static final Path SNAPSHOT = Path.of("contract", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void theContractIsWhatTheServiceAnswersWith() throws IOException {
        byte[] answered = anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        String published =
                JSON.writeValueAsString(JSON.treeToValue(JSON.readTree(answered), Object.class))
                                .replace("\r", "") + "\n";
        if (Boolean.getBoolean("riskwatch.openapi.update")) {
            Files.writeString(SNAPSHOT, published);
        }
        assertThat(published.lines())
                .as("contract/openapi.json; write it anew with -Dit.test=OpenApiIT -Driskwatch.openapi.update=true")
                .containsExactlyElementsOf(Files.readAllLines(SNAPSHOT));
        assertThat(published).contains("\"/api/v1/quotes\"", "\"/api/v1/history/imports\"");
    }
}
