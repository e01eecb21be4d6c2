package io.riskwatch.localstack.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {

    private final ServiceEnvironment environment = new ServiceEnvironment(
            URI.create("http://localhost:9080"),
            ServicePorts.from(9080),
            new ServiceSecrets("gateway", "worker", "cli", "key"),
            "local",
            Map.of("TWELVE_DATA_API_KEY", "mine", "HOME", "/home/me"));

    @Test
    void everyServiceIsTheSameDistanceFromAnotherGatewayPort() {
        assertThat(environment.of(Service.GATEWAY, Map.of()))
                .containsEntry("SERVER_PORT", "9080")
                .containsEntry("RISKWATCH_PORTFOLIO_URL", "http://127.0.0.1:9081")
                .containsEntry("RISKWATCH_PUBLIC_URL", "http://localhost:9080");
    }

    @Test
    void aServiceIsToldOnlyOfServersAndSecretsItNeeds() {
        Map<String, String> all = Map.of(
                "spring.datasource.password", "p", "spring.rabbitmq.virtual-host", "v", "spring.data.redis.host", "h");
        assertThat(environment.of(Service.GATEWAY, all))
                .containsEntry("SPRING_DATA_REDIS_HOST", "h")
                .containsEntry("RISKWATCH_GATEWAY_SECRET", "gateway")
                .doesNotContainKeys(
                        "SPRING_DATASOURCE_PASSWORD", "SPRING_RABBITMQ_VIRTUAL_HOST", "RISKWATCH_KEY_SECRET");
        assertThat(environment.of(Service.WORKER, all))
                .containsEntry("SPRING_RABBITMQ_VIRTUAL_HOST", "v")
                .containsEntry("RISKWATCH_WORKER_SECRET", "worker")
                .doesNotContainKeys("SPRING_DATASOURCE_PASSWORD", "RISKWATCH_LOCAL_CLI_SECRET");
    }

    @Test
    void theKeyOfAProviderReachesTheServiceThatCallsItAndNoOther() {
        assertThat(environment.of(Service.MARKETDATA, Map.of()))
                .containsEntry("TWELVE_DATA_API_KEY", "mine")
                .doesNotContainKey("HOME");
        assertThat(environment.of(Service.PORTFOLIO, Map.of())).doesNotContainKey("TWELVE_DATA_API_KEY");
    }
}
