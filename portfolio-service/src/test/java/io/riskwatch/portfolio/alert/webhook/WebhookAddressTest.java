package io.riskwatch.portfolio.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "example.com",
                "//example.com/",
                "https:///x",
                "https://user:pw@example.com/",
                "https://user@example.com/",
                "https://example.com/#x",
                "https://example.com:22/",
                "https://example.com:80/",
                "https://example.com:0/",
                "https://example.com:70000/",
                "https://exa mple.com/",
                "https://example.com/\r\nX: y",
                "https://",
                "",
                "javascript:x"
            })
    void whatIsNoAddressOfAWebhookIsRefused(String text) {
        assertThatThrownBy(() -> WebhookAddress.parse(text, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itKnowsWhatGoesIntoTheRequest() {
        var address = WebhookAddress.parse("https://Example.com:8443/a%20b/ü?x=1&y=ä", false);

        assertThat(address.host()).isEqualTo("Example.com");
        assertThat(address.port()).isEqualTo(8443);
        assertThat(address.authority()).isEqualTo("Example.com:8443");
        assertThat(address.target()).isEqualTo("/a%20b/%C3%BC?x=1&y=%C3%A4");
        assertThat(WebhookAddress.parse("https://[2606:4700::1111]", false).host())
                .isEqualTo("2606:4700::1111");
        assertThat(WebhookAddress.parse("https://example.com", false).target()).isEqualTo("/");
        assertThat(WebhookAddress.parse("http://localhost:9000/", true).port()).isEqualTo(9000);
    }
}
