package io.riskwatch.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.localstack.platform.RunningService;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformExtension.class)
class PlatformIT {

    @Test
    void theGatewayServesTheDashboardToAnyone(Platform platform) throws Exception {
        HttpResponse<String> page = get(platform, "/", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).contains("text/html"));
        assertThat(page.body()).contains("<title");
    }

    @Test
    void theDemoUsersTokenOpensTheApiAndNothingElseDoes(Platform platform) throws Exception {
        assertThat(get(platform, "/api/v1/portfolios", platform.demoToken()).statusCode())
                .isEqualTo(200);
        assertThat(get(platform, "/api/v1/portfolios", null).statusCode()).isEqualTo(401);
        assertThat(get(platform, "/api/v1/portfolios", platform.demoToken() + "x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void noServicesActuatorIsReachedThroughTheGateway(Platform platform) throws Exception {
        assertThat(get(platform, "/actuator/prometheus", null).body()).doesNotContain("jvm_memory");
    }

    @Test
    void aKilledServiceIsNoticedAndStartsAgain(Platform platform) {
        RunningService billing = platform.service("billing-service");
        long pid = billing.pid();
        platform.kill("billing-service");
        assertThat(billing.alive()).isFalse();
        assertThat(billing.healthy()).isFalse();
        platform.start("billing-service");
        assertThat(billing.healthy()).isTrue();
        assertThat(billing.pid()).isNotEqualTo(pid);
    }

    private static HttpResponse<String> get(Platform platform, String path, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.gateway().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", path.startsWith("/api") ? "application/json" : "text/html");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
