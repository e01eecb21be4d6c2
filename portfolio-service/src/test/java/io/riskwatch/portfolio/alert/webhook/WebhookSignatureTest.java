package io.riskwatch.portfolio.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final byte[] BODY = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);

    /** By {@code printf '1770000000.{"id":"1"}' | openssl dgst -sha256 -hmac whsec_test}. */
    @Test
    void itIsTheHmacOfTimeAndBody() {
        assertThat(WebhookSignature.of(List.of("whsec_test"), Instant.ofEpochSecond(1_770_000_000), BODY))
                .isEqualTo("t=1770000000,v1=e873686c67d4ed06cbdd28767944439d03bab9f434fe64c8276bd9c824055f20");
    }

    @Test
    void whileASecretIsExchangedThereIsOneForEach() {
        var at = Instant.ofEpochSecond(1_770_000_000);
        var both = WebhookSignature.of(List.of("new", "old"), at, BODY);

        assertThat(both)
                .isEqualTo(WebhookSignature.of(List.of("new"), at, BODY) + ","
                        + WebhookSignature.of(List.of("old"), at, BODY).split(",")[1]);
    }
}
