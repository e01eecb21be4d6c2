package io.riskwatch.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.standin.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalAccessTokensIT extends GatewayIT {

    @Test
    void aPersonalTokenIsExchangedOnceForWhatServicesUnderstand() throws Exception {
        String token = AUTHORIZATION.newPersonalToken("a person with scripts");
        Browser script = browser();
        int before = AUTHORIZATION.exchanges();

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response = script.send(script.request("/api/v1/portfolios")
                    .header("Authorization", "Bearer " + token)
                    .POST(BodyPublishers.ofString("{}"))
                    .build());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(json(response).get("authorization").asString())
                    .startsWith("Bearer ey")
                    .doesNotContain("rwp_");
        }
        assertThat(AUTHORIZATION.exchanges() - before).isEqualTo(1);
    }

    @Test
    void anUnknownPersonalTokenIsRefused() throws Exception {
        assertProblem(with("rwp_0123456789012345678901234567890123456789abc"), 401, "unauthenticated");
        assertProblem(with("rwp_" + "x".repeat(4000)), 401, "unauthenticated");
    }

    @Test
    void tokensThatAreNotOursAreRefused() throws Exception {
        assertProblem(with(AUTHORIZATION.forgedToken("mallory")), 401, "unauthenticated");
        assertProblem(with(AUTHORIZATION.accessToken("late", Duration.ofMinutes(-2))), 401, "unauthenticated");
        assertProblem(
                with(AUTHORIZATION.token("id token", Duration.ofMinutes(5), "gateway", Map.of())),
                401,
                "unauthenticated");
        assertProblem(
                with("eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWxsb3J5IiwiYXVkIjoicmlza3dhdGNoIn0."), 401, "unauthenticated");
        assertThat(with(AUTHORIZATION.accessToken("alice")).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> with(String token) throws Exception {
        Browser program = browser();
        return program.send(program.request("/api/v1/portfolios")
                .header("Authorization", "Bearer " + token)
                .build());
    }
}
