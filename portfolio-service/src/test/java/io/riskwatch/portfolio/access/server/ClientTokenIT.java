package io.riskwatch.portfolio.access.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.access.Browser;
import io.riskwatch.portfolio.organisation.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs: the platform's own clients, the users' API clients and personal access tokens. */
class ClientTokenIT extends PortfolioServiceIT {

    private static final Map<String, String> CLIENT_CREDENTIALS =
            Map.of("grant_type", "client_credentials", "scope", "riskwatch");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private RegistersClients start;

    private final TokenEndpoint endpoint = new TokenEndpoint();

    @Test
    void theWorkerIsAServiceOfNoOrganisation() {
        JsonNode claims = accessClaims(endpoint.ask("analytics-worker", WORKER_SECRET, CLIENT_CREDENTIALS));

        assertThat(claims.get("sub").asString()).isEqualTo("analytics-worker");
        assertThat(claims.get("roles").toString()).isEqualTo("[\"SERVICE\"]");
        assertThat(claims.has("org")).isFalse();
        assertThat(claims.get("aud").toString()).contains("riskwatch");
    }

    @Test
    void theLocalCommandLineActsAsTheLocalDemoUserForTwelveHours() {
        JsonNode tokens = endpoint.ask("local-cli", LOCAL_CLI_SECRET, CLIENT_CREDENTIALS);

        JsonNode claims = accessClaims(tokens);
        assertThat(claims.get("sub").asString()).isEqualTo("00000000-0000-7000-8000-000000000002");
        assertThat(claims.get("org").asString()).isEqualTo("00000000-0000-7000-8000-000000000001");
        assertThat(claims.get("name").asString()).isEqualTo("Local demo");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(12 * 3600);
        http(tokens.get("access_token").asString())
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void theLocalDemoHasOneSamplePortfolioAfterEveryStart() {
        String token = endpoint.ask("local-cli", LOCAL_CLI_SECRET, CLIENT_CREDENTIALS)
                .get("access_token")
                .asString();
        JsonNode first = new Ledgers(http(token)).get("/api/v1/portfolios").get("items");
        for (JsonNode portfolio : first) {
            http(token)
                    .delete()
                    .uri("/api/v1/portfolios/" + portfolio.get("id").asString())
                    .exchange()
                    .expectStatus()
                    .is2xxSuccessful();
        }

        start.run(new DefaultApplicationArguments());
        start.run(new DefaultApplicationArguments());

        JsonNode portfolios = new Ledgers(http(token)).get("/api/v1/portfolios").get("items");
        assertThat(portfolios).hasSize(1);
        assertThat(portfolios.get(0).get("sample").asBoolean()).isTrue();
    }

    @Test
    void aWrongSecretGetsNothing() {
        for (String client : new String[] {"gateway", "analytics-worker", "local-cli", "nobody"}) {
            JsonNode refused = endpoint.ask(client, "wrong", CLIENT_CREDENTIALS);
            assertThat(refused.get("status").asInt()).as(client).isEqualTo(401);
            assertThat(refused.get("error").asString()).as(client).isEqualTo("invalid_client");
        }
    }

    @Test
    void machineSecretsAreKeptAsHashes() {
        assertThat(jdbc.sql("select client_secret from oauth2_registered_client")
                        .query(String.class)
                        .list())
                .allSatisfy(hash -> assertThat(hash).matches("\\{sha256}[0-9a-f]{64}"));
    }

    @Test
    void aUsersClientActsAsTheUserUntilItIsDeleted() {
        TestCaller owner = callers.inNewOrganisation(Role.OWNER, Role.ADVISER);
        JsonNode made = create(owner, "clients", "{\"name\":\"My notebook\"}");
        String id = made.get("clientId").asString();
        String secret = made.get("clientSecret").asString();
        assertThat(id).startsWith("rwc_");

        JsonNode tokens = endpoint.ask(id, secret, CLIENT_CREDENTIALS);

        JsonNode claims = accessClaims(tokens);
        assertThat(claims.get("sub").asString()).isEqualTo(owner.userId().toString());
        assertThat(claims.get("org").asString())
                .isEqualTo(owner.organisationId().toString());
        assertThat(claims.get("roles").toString()).isEqualTo("[\"ADVISER\",\"OWNER\"]");
        // a bearer token needs no CSRF token
        http(tokens.get("access_token").asString())
                .post()
                .uri("/api/v1/me/clients")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":\"another\"}")
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(list(owner, "clients")).contains(id).doesNotContain(secret);
        TestCaller stranger = callers.inNewOrganisation();
        assertThat(list(stranger, "clients")).doesNotContain(id);
        delete(stranger, "clients/" + id, 404);
        delete(stranger, "clients/gateway", 404);
        delete(owner, "clients/" + id, 204);
        assertThat(endpoint.ask(id, secret, CLIENT_CREDENTIALS).get("status").asInt())
                .isEqualTo(401);
    }

    @Test
    void aPersonalAccessTokenIsExchangedByTheGatewayAlone() {
        TestCaller owner = callers.inNewOrganisation(Role.OWNER, Role.STUDENT);
        String pat = create(owner, "tokens", "{\"name\":\"cron\",\"expiresInDays\":30}")
                .get("token")
                .asString();
        assertThat(pat).matches("rwp_[A-Za-z0-9_-]{43}");

        JsonNode exchanged = exchange(pat);

        JsonNode claims = accessClaims(exchanged);
        assertThat(claims.get("sub").asString()).isEqualTo(owner.userId().toString());
        assertThat(claims.get("org").asString())
                .isEqualTo(owner.organisationId().toString());
        assertThat(claims.get("roles").toString()).isEqualTo("[\"OWNER\",\"STUDENT\"]");
        assertThat(exchanged.has("refresh_token")).isFalse();
        assertThat(list(owner, "tokens")).contains("lastUsedAt").doesNotContain(pat);
        JsonNode byAnother = endpoint.ask("analytics-worker", WORKER_SECRET, grant(pat));
        assertThat(byAnother.get("status").asInt()).isEqualTo(400);
        assertThat(byAnother.get("error").asString()).isEqualTo("unauthorized_client");
        http(pat).get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aDeletedAnExpiredAndAnInventedTokenAreWorthNothing() {
        TestCaller owner = callers.inNewOrganisation();
        JsonNode deleted = create(owner, "tokens", "{\"name\":\"deleted\"}");
        JsonNode expired = create(owner, "tokens", "{\"name\":\"expired\"}");
        delete(callers.inNewOrganisation(), "tokens/" + deleted.get("id").asString(), 404);
        assertThat(exchange(deleted.get("token").asString()).get("status").asInt())
                .isEqualTo(200);

        delete(owner, "tokens/" + deleted.get("id").asString(), 204);
        jdbc.sql("update personal_access_token set expires_at = now() - interval '1 second' where id = ?")
                .param(UUID.fromString(expired.get("id").asString()))
                .update();

        for (String token : new String[] {
            deleted.get("token").asString(), expired.get("token").asString(), "rwp_" + "x".repeat(43), "x"
        }) {
            JsonNode refused = exchange(token);
            assertThat(refused.get("status").asInt()).isEqualTo(400);
            assertThat(refused.get("error").asString()).isEqualTo("invalid_grant");
        }
        assertThat(endpoint.ask(
                                "gateway",
                                GATEWAY_SECRET,
                                Map.of("grant_type", PersonalAccessTokenGrant.TYPE.getValue()))
                        .get("error")
                        .asString())
                .isEqualTo("invalid_request");
    }

    @Test
    void onlyTheHashOfAPersonalAccessTokenIsKept() throws Exception {
        String pat = create(callers.inNewOrganisation(), "tokens", "{\"name\":\"hash\"}")
                .get("token")
                .asString();
        byte[] sha256 = java.security.MessageDigest.getInstance("SHA-256").digest(pat.getBytes(StandardCharsets.UTF_8));

        assertThat(jdbc.sql("select name from personal_access_token where token_hash = ?")
                        .param(sha256)
                        .query(String.class)
                        .single())
                .isEqualTo("hash");
        assertThat(jdbc.sql("select count(*) from personal_access_token t where t::text like ?")
                        .param("%" + pat.substring(4) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anIdempotencyKeyDoesNotMakeTheServiceKeepASecret() {
        TestCaller owner = callers.inNewOrganisation();
        http(owner)
                .post()
                .uri("/api/v1/me/tokens")
                .header("Idempotency-Key", "secret-" + owner.userId())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":\"once\"}")
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(jdbc.sql("select count(*) from idempotency_key where key = ?")
                        .param("secret-" + owner.userId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatAUserMakesIsBoundedAndNamed() {
        TestCaller owner = callers.inNewOrganisation();
        for (int i = 0; i < 20; i++) {
            create(owner, "tokens", "{\"name\":\"token " + i + "\"}");
        }

        post(owner, "tokens", "{\"name\":\"one too many\"}").expectStatus().isEqualTo(409);
        post(owner, "tokens", "{\"name\":\" \"}").expectStatus().isBadRequest();
        post(owner, "tokens", "{\"name\":\"long\",\"expiresInDays\":367}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("expiresInDays");
    }

    private JsonNode exchange(String pat) {
        return endpoint.ask("gateway", GATEWAY_SECRET, grant(pat));
    }

    private static Map<String, String> grant(String pat) {
        return Map.of("grant_type", "urn:riskwatch:grant:personal-access-token", "token", pat);
    }

    private JsonNode create(TestCaller owner, String what, String body) {
        return JSON.readTree(post(owner, what, body)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Cache-Control", ".*no-store.*")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec post(
            TestCaller owner, String what, String body) {
        return http(owner)
                .post()
                .uri("/api/v1/me/" + what)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private String list(TestCaller owner, String what) {
        return http(owner)
                .get()
                .uri("/api/v1/me/" + what)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private void delete(TestCaller owner, String what, int status) {
        http(owner).delete().uri("/api/v1/me/" + what).exchange().expectStatus().isEqualTo(status);
    }

    private static JsonNode accessClaims(JsonNode tokens) {
        return Browser.claims(tokens.get("access_token").asString());
    }

    private final class TokenEndpoint {
        JsonNode ask(String client, String secret, Map<String, String> form) {
            return new Browser(address()).token(client, secret, form);
        }
    }
}
