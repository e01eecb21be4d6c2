package io.riskwatch.portfolio.access.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.access.Browser;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class GuestIT extends PortfolioServiceIT {

    private static final String TRY_THE_DEMO = Browser.authorize(Map.of("login_hint", "guest"));

    @Autowired
    private Guests guests;

    @Test
    void tryingTheDemoIsOneRequestThatAnswersWithACode() {
        var browser = new Browser(address());

        HttpResponse<String> answer = browser.get(TRY_THE_DEMO);

        assertThat(Browser.location(answer)).startsWith(Browser.CALLBACK + "?code=");
        // without a factor in the principal this exchange fails: an id token needs its auth_time
        JsonNode tokens = browser.exchange(answer, GATEWAY_SECRET);
        assertThat(Browser.claims(tokens.get("id_token").asString()).has("auth_time"))
                .isTrue();
        JsonNode claims = Browser.claims(tokens.get("access_token").asString());
        assertThat(claims.get("guest").asBoolean()).isTrue();
        assertThat(claims.get("roles").toString()).isEqualTo("[\"OWNER\"]");
        http(tokens.get("access_token").asString())
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.guest")
                .isEqualTo(true)
                .jsonPath("$.organisation.demoUntil")
                .value(until -> assertThat(Instant.parse((String) until))
                        .isBetween(
                                Instant.now().plusSeconds(6 * 86_400),
                                Instant.now().plusSeconds(7 * 86_400 + 60)));
    }

    @Test
    void whoIsAGuestAlreadyStaysThatGuest() {
        var browser = new Browser(address());
        JsonNode first = browser.exchange(browser.get(TRY_THE_DEMO), GATEWAY_SECRET);
        JsonNode second = browser.exchange(browser.get(TRY_THE_DEMO), GATEWAY_SECRET);

        assertThat(subject(second)).isEqualTo(subject(first));
    }

    @Test
    void onlyTheGatewayMakesGuests() {
        int before = guestCount();

        HttpResponse<String> answer = new Browser(address())
                .get(Browser.authorize(Map.of("login_hint", "guest", "client_id", "analytics-worker")));

        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(Browser.location(answer)).doesNotContain("code=");
        assertThat(guestCount()).isEqualTo(before);
    }

    @Test
    void oneAddressCannotMakeGuestsWithoutEnd() {
        for (int i = 0; i < 10; i++) {
            assertThat(new Browser(address(), "203.0.113.9").get(TRY_THE_DEMO).statusCode())
                    .isEqualTo(303);
        }

        HttpResponse<String> refused = new Browser(address(), "203.0.113.9").get(TRY_THE_DEMO);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(refused.body()).contains("Wait").contains("/auth/signup");
    }

    @Test
    void whenItsDaysAreOverADemoGoesWithEverythingThatIsIts() {
        var browser = new Browser(address());
        JsonNode ended = browser.exchange(browser.get(TRY_THE_DEMO), GATEWAY_SECRET);
        JsonNode living = new Browser(address()).exchange(new Browser(address()).get(TRY_THE_DEMO), GATEWAY_SECRET);
        UUID organisation = UUID.fromString(
                Browser.claims(ended.get("access_token").asString()).get("org").asString());
        jdbc.sql("update organisation set demo_until = now() - interval '1 second' where id = ?")
                .param(organisation)
                .update();

        guests.deleteEnded();

        assertThat(rows("organisation", "id", organisation)).isZero();
        assertThat(rows("app_user", "id", UUID.fromString(subject(ended)))).isZero();
        assertThat(jdbc.sql("select count(*) from oauth2_authorization where principal_name = ?")
                        .param(subject(ended))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(rows("app_user", "id", UUID.fromString(subject(living)))).isEqualTo(1);
        JsonNode refresh = browser.token(
                "gateway",
                GATEWAY_SECRET,
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        ended.get("refresh_token").asString()));
        assertThat(refresh.get("error").asString()).isEqualTo("invalid_grant");
        JsonNode again = browser.exchange(browser.get(TRY_THE_DEMO), GATEWAY_SECRET);
        assertThat(subject(again))
                .as("the browser of a deleted guest can try again")
                .isNotEqualTo(subject(ended));
    }

    private static String subject(JsonNode tokens) {
        return Browser.claims(tokens.get("access_token").asString()).get("sub").asString();
    }

    private int guestCount() {
        return jdbc.sql("select count(*) from app_user where guest")
                .query(Integer.class)
                .single();
    }

    private int rows(String table, String column, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
