package io.riskwatch.marketdata.upload;

import java.nio.charset.StandardCharsets;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** Uploads and commits price files for other tests. */
public final class UploadFixture {
    private UploadFixture() {}

    public static void commit(WebTestClient client, String csv) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", csv.getBytes(StandardCharsets.UTF_8)).filename("prices.csv");
        ImportView preview = client.post()
                .uri("/api/v1/history/imports")
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(ImportView.class)
                .returnResult()
                .getResponseBody();
        client.post()
                .uri("/api/v1/history/imports/" + preview.importId() + "/commit")
                .exchange()
                .expectStatus()
                .isOk();
    }
}
