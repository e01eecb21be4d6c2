package io.riskwatch.portfolio.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.access.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignUpIT extends PortfolioServiceIT {

    private static final String PASSWORD = "seven wet umbrellas";

    private final String email = "bob-" + UUID.randomUUID() + "@example.org";

    @Test
    void signingUpInTheMiddleOfAnAuthorizeRequestFinishesIt() {
        var browser = new Browser(address());
        browser.get(Browser.authorize(Map.of()));

        HttpResponse<String> redirect = browser.follow(browser.submit(
                "/auth/signup", Map.of("name", "Bob", "email", " " + email + " ", "password", PASSWORD)));

        JsonNode tokens = browser.exchange(redirect, GATEWAY_SECRET);
        JsonNode claims = Browser.claims(tokens.get("access_token").asString());
        assertThat(claims.get("name").asString()).isEqualTo("Bob");
        assertThat(claims.get("roles").toString()).isEqualTo("[\"OWNER\"]");
        assertThat(Browser.location(new Browser(address())
                        .submit("/auth/login", Map.of("username", email.toUpperCase(), "password", PASSWORD))))
                .doesNotContain("error");
    }

    @Test
    void aRefusedFormComesBackWithItsReasonsAndWithoutThePassword() {
        HttpResponse<String> page = new Browser(address())
                .submit("/auth/signup", Map.of("name", "<b>\"Bob\"</b>", "email", "bob", "password", "password123"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("not an e-mail address")
                .contains("among the first that are tried")
                .contains("&lt;b&gt;&quot;Bob&quot;&lt;/b&gt;")
                .contains("aria-describedby=\"password-hint password-problem\"")
                .doesNotContain("<b>")
                .doesNotContain("password123");
    }

    @Test
    void anAddressHasOneAccount() {
        assertThat(signUp().statusCode()).isEqualTo(303);

        HttpResponse<String> again = signUp();

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("There is an account with this e-mail address");
        assertThat(jdbc.sql("select count(*) from app_user where email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void oneAddressCannotMakeAccountsWithoutEnd() {
        var browser = new Browser(address(), "203.0.113.8");
        for (int i = 0; i < 10; i++) {
            assertThat(browser.submit("/auth/signup", Map.of("name", "", "email", "", "password", ""))
                            .statusCode())
                    .isEqualTo(422);
        }

        HttpResponse<String> refused = browser.submit("/auth/signup", Map.of("name", "", "email", "", "password", ""));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    private HttpResponse<String> signUp() {
        return new Browser(address())
                .submit("/auth/signup", Map.of("name", "Bob", "email", email, "password", PASSWORD));
    }
}
