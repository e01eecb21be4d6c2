package io.riskwatch.portfolio.access.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.access.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RevocationIT extends PortfolioServiceIT {

    private static final String TRY_THE_DEMO = Browser.authorize(Map.of("login_hint", "guest"));
    private static final String COME_BACK = Browser.authorize(Map.of());

    @Test
    void aRevokedTokenEndsTheSignInItCameFromAndNoOther() {
        Browser lost = new Browser(address());
        Browser other = new Browser(address());
        JsonNode tokens = lost.exchange(lost.get(TRY_THE_DEMO), GATEWAY_SECRET);
        JsonNode others = other.exchange(other.get(TRY_THE_DEMO), GATEWAY_SECRET);
        assertThat(Browser.location(lost.get(COME_BACK)))
                .as("without a revocation it would be back at the next click")
                .startsWith(Browser.CALLBACK + "?code=");

        assertThat(lost.revoke(tokens.get("refresh_token").asString(), GATEWAY_SECRET))
                .isEqualTo(200);
        assertThat(lost.revoke(tokens.get("refresh_token").asString(), GATEWAY_SECRET))
                .as("twice is no harm")
                .isEqualTo(200);

        assertThat(Browser.location(lost.get(COME_BACK))).isEqualTo("/auth/login");
        assertThat(refresh(lost, tokens).get("error").asString()).isEqualTo("invalid_grant");
        assertThat(Browser.location(other.get(COME_BACK))).startsWith(Browser.CALLBACK + "?code=");
        assertThat(refresh(other, others).get("status").asInt()).isEqualTo(200);
    }

    @Test
    void whatIsNoTokenIsNoErrorAndAnotherSecretNoClient() {
        Browser browser = new Browser(address());

        assertThat(browser.revoke("never seen", GATEWAY_SECRET)).isEqualTo(200);
        assertThat(browser.revoke("never seen", "another secret")).isEqualTo(401);
    }

    private static JsonNode refresh(Browser browser, JsonNode tokens) {
        return browser.token(
                "gateway",
                GATEWAY_SECRET,
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.get("refresh_token").asString()));
    }
}
