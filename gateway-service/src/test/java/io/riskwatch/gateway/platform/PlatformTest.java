package io.riskwatch.gateway.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {

    private static final URI INSIDE = URI.create("http://inside:8081");

    @Test
    void anOriginIsWrittenAsBrowsersWriteIt() {
        Platform platform = new Platform(URI.create("https://risk.example/"), INSIDE, INSIDE, INSIDE);

        assertThat(platform.origin()).isEqualTo("https://risk.example");
        assertThat(platform.socketOrigin()).isEqualTo("wss://risk.example");
        assertThat(platform.https()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://risk.example/app", "ftp://risk.example", "https://risk.example?x=1", "risk.example"})
    void anAddressWithAPathOrWithoutASchemeIsRefusedByName(String url) {
        assertThatThrownBy(() -> new Platform(URI.create(url), INSIDE, INSIDE, INSIDE))
                .hasMessageContaining("riskwatch.public-url")
                .hasMessageContaining(url);
    }
}
