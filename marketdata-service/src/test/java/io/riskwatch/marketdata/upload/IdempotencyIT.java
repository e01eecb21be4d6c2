package io.riskwatch.marketdata.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.marketdata.MarketdataIT;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.reactive.function.BodyInserters;

/** Creating requests that come twice with the same Idempotency-Key. */
class IdempotencyIT extends MarketdataIT {
    private static final String FILE = "date,ACME\n2024-01-02,1.5\n2024-01-03,1.6\n";

    private final UUID organisation = UUID.randomUUID();
    private final String token = TOKENS.member(organisation);
    private final String key = UUID.randomUUID().toString();

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRepeatedUploadIsAnsweredFromTheFirstThoughItsDelimiterIsAnother() {
        EntityExchangeResult<ImportView> first = upload(FILE, "USD", key);
        EntityExchangeResult<ImportView> second = upload(FILE, "USD", key);

        assertThat(first.getStatus().value()).isEqualTo(201);
        assertThat(second.getStatus().value()).isEqualTo(201);
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(second.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.getResponseHeaders().getFirst("Idempotency-Replayed")).isNull();
        assertThat(upload(FILE, "USD", UUID.randomUUID().toString())
                        .getResponseBody()
                        .importId())
                .as("another key is another request")
                .isNotEqualTo(first.getResponseBody().importId());
    }

    @Test
    void theSameKeyForAnotherFileOrCurrencyOrAddressIsRefused() {
        ImportView first = upload(FILE, "USD", key).getResponseBody();

        refused(422, "date,ACME\n2024-01-02,1.5\n2024-01-03,1.7\n", "USD");
        refused(422, FILE, "EUR");
        client(token)
                .post()
                .uri("/api/v1/history/imports/" + first.importId() + "/commit")
                .header("Idempotency-Key", key)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void aKeyCountsForItsUserAloneAndARefusedFileIsRefusedAgain() {
        upload(FILE, "USD", key);
        String other = TOKENS.member(organisation);
        assertThat(client(other)
                        .post()
                        .uri("/api/v1/history/imports")
                        .header("Idempotency-Key", key)
                        .body(BodyInserters.fromMultipartData(body(FILE, "USD").build()))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .returnResult(ImportView.class)
                        .getResponseHeaders()
                        .getFirst("Idempotency-Replayed"))
                .isNull();

        String wrong = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            client(token)
                    .post()
                    .uri("/api/v1/history/imports")
                    .header("Idempotency-Key", wrong)
                    .body(BodyInserters.fromMultipartData(
                            body("date,ACME\n2024-01-02,zero\n", "USD").build()))
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.line")
                    .isEqualTo(2);
        }
    }

    @Test
    void aRepeatedCommitIsAnsweredFromTheFirst() {
        ImportView preview = upload(FILE, "USD", key).getResponseBody();
        String commitKey = UUID.randomUUID().toString();
        for (String replayed : new String[] {null, "true"}) {
            assertThat(client(token)
                            .post()
                            .uri("/api/v1/history/imports/" + preview.importId() + "/commit")
                            .header("Idempotency-Key", commitKey)
                            .exchange()
                            .expectStatus()
                            .isOk()
                            .returnResult(ImportView.class)
                            .getResponseHeaders()
                            .getFirst("Idempotency-Replayed"))
                    .isEqualTo(replayed);
        }
    }

    @Test
    void theSameKeyWhileTheFirstUploadIsStillOnItsWayIsAConflict() throws Exception {
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"prices.csv\"\r\n\r\n" + FILE;
        String tail = "2024-01-04,1.7\r\n--x--\r\n";
        try (Socket slow = new Socket("localhost", port)) {
            slow.setSoTimeout(30_000);
            String request = "POST /api/v1/history/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token
                    + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                    + "Content-Length: " + (head.length() + tail.length()) + "\r\nConnection: close\r\n\r\n" + head;
            slow.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> jdbc.sql("select count(*) from idempotency_key where key = ?")
                                    .param(key)
                                    .query(Long.class)
                                    .single()
                            == 1);

            refused(409, FILE, "USD");

            slow.getOutputStream().write(tail.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void aKeyOfNoLengthOrTooMuchIsRefused() {
        client(token)
                .post()
                .uri("/api/v1/history/imports")
                .header("Idempotency-Key", "k".repeat(201))
                .body(BodyInserters.fromMultipartData(body(FILE, "USD").build()))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    private void refused(int status, String file, String currency) {
        client(token)
                .post()
                .uri("/api/v1/history/imports")
                .header("Idempotency-Key", key)
                .body(BodyInserters.fromMultipartData(body(file, currency).build()))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    private EntityExchangeResult<ImportView> upload(String file, String currency, String idempotencyKey) {
        return client(token)
                .post()
                .uri("/api/v1/history/imports")
                .header("Idempotency-Key", idempotencyKey)
                .body(BodyInserters.fromMultipartData(body(file, currency).build()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(ImportView.class)
                .returnResult();
    }

    private static MultipartBodyBuilder body(String file, String currency) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", file.getBytes(StandardCharsets.UTF_8)).filename("prices.csv");
        body.part("currency", currency);
        return body;
    }
}
