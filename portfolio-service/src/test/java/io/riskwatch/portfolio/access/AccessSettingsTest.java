package io.riskwatch.portfolio.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class AccessSettingsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @EnableConfigurationProperties({AccessSettings.class, PublicUrl.class})
    static class OnlySettings {}

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short"})
    void aMissingSecretIsNamedWithWhatToDo(String missing) {
        assertThatThrownBy(() -> settings(missing, SECRET, SECRET))
                .hasMessageContaining("RISKWATCH_GATEWAY_SECRET must be set")
                .hasMessageContaining("openssl rand -hex 32");
        assertThatThrownBy(() -> settings(SECRET, missing, SECRET)).hasMessageContaining("RISKWATCH_WORKER_SECRET");
        assertThatThrownBy(() -> settings(SECRET, SECRET, missing)).hasMessageContaining("RISKWATCH_KEY_SECRET");
    }

    @Test
    void theShippedConfigurationHasEveryValueButTheSecrets() {
        assertThatThrownBy(() -> start()).rootCause().hasMessageContaining("RISKWATCH_GATEWAY_SECRET must be set");
        try (var context = start(
                "--RISKWATCH_GATEWAY_SECRET=" + SECRET,
                "--RISKWATCH_WORKER_SECRET=" + SECRET,
                "--RISKWATCH_KEY_SECRET=" + SECRET)) {
            AccessSettings settings = context.getBean(AccessSettings.class);
            assertThat(settings.accessTokenLife()).isEqualTo(Duration.ofMinutes(10));
            assertThat(settings.refreshTokenLife()).isEqualTo(Duration.ofHours(12));
            assertThat(settings.demoLife()).isEqualTo(Duration.ofDays(7));
            assertThat(settings.localCliSecret())
                    .as("no demo user unless asked for")
                    .isNull();
            assertThat(context.getBean(PublicUrl.class).issuer()).isEqualTo("http://localhost:8080");
        }
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(settings(SECRET, SECRET, SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void anAccessTokenOutlivesTheClockSkew() {
        assertThatThrownBy(() -> new AccessSettings(
                        SECRET,
                        SECRET,
                        SECRET,
                        null,
                        Duration.ofSeconds(60),
                        Duration.ofHours(1),
                        Duration.ofDays(1),
                        1,
                        1))
                .hasMessageContaining("access-token-life must be longer than 60 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/auth", "http://localhost:8080/", "localhost", "/auth"})
    void anIssuerWithAPathWouldGiveAWrongDiscoveryDocument(String url) {
        assertThatThrownBy(() -> new PublicUrl(URI.create(url))).hasMessageContaining("RISKWATCH_PUBLIC_URL");
    }

    private static AccessSettings settings(String gateway, String worker, String key) {
        return new AccessSettings(
                gateway, worker, key, null, Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(7), 1, 1);
    }

    private static org.springframework.context.ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(OnlySettings.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "spring.main.keep-alive=false")
                .run(arguments);
    }
}
