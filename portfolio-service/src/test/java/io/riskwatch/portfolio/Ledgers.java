package io.riskwatch.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of a ledger do over HTTP again and again. */
public final class Ledgers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestTestClient http;

    public Ledgers(RestTestClient http) {
        this.http = http;
    }

    public String newPortfolio() {
        return newPortfolio("USD");
    }

    public String newPortfolio(String currency) {
        var created = post("/api/v1/portfolios", "{\"name\":\"Mine\",\"baseCurrency\":\"%s\"}".formatted(currency))
                .expectStatus()
                .isCreated();
        return body(created).get("id").stringValue();
    }

    public RestTestClient.ResponseSpec post(String uri, String json) {
        return http.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    public RestTestClient.ResponseSpec put(String uri, String json) {
        return http.put()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    public RestTestClient.ResponseSpec record(String portfolio, String json) {
        return post("/api/v1/portfolios/%s/transactions".formatted(portfolio), json);
    }

    public RestTestClient.ResponseSpec upload(String portfolio, String csv) {
        return upload(portfolio, csv.getBytes(StandardCharsets.UTF_8), "");
    }

    public RestTestClient.ResponseSpec upload(String portfolio, byte[] file, String query) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "statement.csv";
            }
        });
        return http.post()
                .uri("/api/v1/portfolios/%s/imports%s".formatted(portfolio, query))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    /** Uploads and commits; answers the import's id. */
    public UUID imported(String portfolio, String csv) {
        var id = body(upload(portfolio, csv).expectStatus().isCreated())
                .get("importId")
                .stringValue();
        post("/api/v1/portfolios/%s/imports/%s/commit".formatted(portfolio, id), "")
                .expectStatus()
                .isOk();
        return UUID.fromString(id);
    }

    public JsonNode get(String uri) {
        return body(http.get().uri(uri).exchange().expectStatus().isOk());
    }

    public static JsonNode body(RestTestClient.ResponseSpec response) {
        var text = response.expectBody(String.class).returnResult().getResponseBody();
        return JSON.readTree(text == null ? "null" : text);
    }
}
