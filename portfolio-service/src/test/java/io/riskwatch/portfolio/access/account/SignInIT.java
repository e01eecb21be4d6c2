package io.riskwatch.portfolio.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.access.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationProvider;
import tools.jackson.databind.JsonNode;

class SignInIT extends PortfolioServiceIT {

    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private SignUp signUp;

    @Autowired
    private ApplicationContext context;

    private String email;
    private Account account;
    private Browser browser;

    @BeforeEach
    void anAccount() {
        email = "ann-" + UUID.randomUUID() + "@example.org";
        account = ((SignUp.Outcome.Accepted) signUp.signUp(new SignUp.Form("Ann", email, PASSWORD))).account();
        browser = new Browser(address());
    }

    @Test
    void signingInOnThePageAnswersTheAuthorizeRequestWithTokensThatNameThePerson() {
        HttpResponse<String> asked = browser.get(Browser.authorize(Map.of()));
        assertThat(Browser.location(asked)).isEqualTo("/auth/login");
        assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("RW_AUTH=")
                .contains("Path=/auth")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        String anonymousSession = browser.sessionId();

        JsonNode tokens = browser.exchange(signIn(), GATEWAY_SECRET);

        assertThat(browser.sessionId()).as("a new session id at sign-in").isNotEqualTo(anonymousSession);
        JsonNode access = Browser.claims(tokens.get("access_token").asString());
        assertThat(access.get("iss").asString()).isEqualTo("http://localhost:8080");
        assertThat(access.get("aud").toString()).contains("riskwatch").doesNotContain("gateway");
        assertThat(access.get("sub").asString()).isEqualTo(account.id().toString());
        assertThat(access.get("org").asString()).isNotEqualTo(account.id().toString());
        assertThat(access.get("name").asString()).isEqualTo("Ann");
        assertThat(access.get("roles").toString()).isEqualTo("[\"OWNER\"]");
        assertThat(access.has("guest")).isFalse();
        assertThat(access.get("exp").asLong() - access.get("iat").asLong()).isEqualTo(600);
        JsonNode id = Browser.claims(tokens.get("id_token").asString());
        assertThat(id.get("aud").toString()).contains("gateway").doesNotContain("riskwatch");
        assertThat(id.get("name").asString()).isEqualTo("Ann");

        http(tokens.get("access_token").asString())
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.email")
                .isEqualTo(email);
        // read back from the table with its claims: an immutable list among them would fail here
        http(tokens.get("access_token").asString())
                .get()
                .uri("/auth/userinfo")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sub")
                .isEqualTo(account.id().toString());
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        browser.get(Browser.authorize(Map.of()));
        JsonNode tokens = browser.exchange(signIn(), GATEWAY_SECRET);

        http(tokens.get("id_token").asString())
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theGatewaysRefreshTokenIsNotRotatedAndAChangedRoleStandsInTheNextToken() {
        browser.get(Browser.authorize(Map.of()));
        JsonNode first = browser.exchange(signIn(), GATEWAY_SECRET);
        jdbc.sql("update membership set role = 'ADVISER' where user_id = ?")
                .param(account.id())
                .update();

        JsonNode second = refresh(first);
        JsonNode third = refresh(first);

        assertThat(second.get("refresh_token")).isEqualTo(first.get("refresh_token"));
        assertThat(third.get("status").asInt()).isEqualTo(200);
        assertThat(second.get("access_token")).isNotEqualTo(first.get("access_token"));
        assertThat(Browser.claims(second.get("access_token").asString())
                        .get("roles")
                        .toString())
                .isEqualTo("[\"ADVISER\"]");
    }

    @Test
    void whoIsNoMemberAnyMoreGetsNoFurtherToken() {
        browser.get(Browser.authorize(Map.of()));
        JsonNode tokens = browser.exchange(signIn(), GATEWAY_SECRET);
        jdbc.sql("delete from membership where user_id = ?").param(account.id()).update();

        JsonNode refused = refresh(tokens);

        assertThat(refused.get("status").asInt()).isEqualTo(400);
        assertThat(refused.get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void anAuthorizeRequestWithoutProofKeyOrWithAForeignRedirectIsRefused() {
        HttpResponse<String> foreign =
                browser.get(Browser.authorize(Map.of("redirect_uri", "https://evil.example/callback")));
        assertThat(foreign.statusCode()).isEqualTo(400);

        browser.submit("/auth/login", Map.of("username", email, "password", PASSWORD));
        HttpResponse<String> noProof =
                browser.get(Browser.authorize(Map.of()).replaceAll("&code_challenge(_method)?=[^&]*", ""));
        assertThat(Browser.location(noProof)).contains("error=invalid_request");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        HttpResponse<String> wrong =
                browser.submit("/auth/login", Map.of("username", email, "password", "not the password"));
        HttpResponse<String> unknown =
                browser.submit("/auth/login", Map.of("username", "nobody@example.org", "password", PASSWORD));

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(303);
        assertThat(Browser.location(wrong)).isEqualTo(Browser.location(unknown)).isEqualTo("/auth/login?error");
        assertThat(browser.follow(wrong).body()).contains("role=\"alert\"").contains("or the password is wrong");
        assertThat(browser.follow(browser.get(Browser.authorize(Map.of()))).body())
                .contains("<h1>Sign in</h1>");
    }

    @Test
    void aFormWithoutItsTokenIsForbiddenAndNotMistakenForAMissingSignIn() {
        assertThat(browser.post("/auth/login", Map.of("username", email, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/auth/signup", Map.of("name", "x")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void guessingIsSlowedDownEvenWhenTheLastGuessIsRightAndOthersAreNotTouched() {
        for (int i = 0; i < 10; i++) {
            assertThat(browser.submit("/auth/login", Map.of("username", email, "password", "guess " + i))
                            .statusCode())
                    .isEqualTo(303);
        }

        HttpResponse<String> refused =
                browser.submit("/auth/login", Map.of("username", email.toUpperCase(), "password", PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 900);
        Browser elsewhere = new Browser(address());
        assertThat(Browser.location(elsewhere.submit("/auth/login", Map.of("username", email, "password", PASSWORD))))
                .doesNotContain("error");
    }

    @Test
    void whoSignsInRightAgainAndAgainIsNotSlowedDown() {
        for (int i = 0; i < 15; i++) {
            assertThat(Browser.location(new Browser(address(), "203.0.113.77")
                            .submit("/auth/login", Map.of("username", email, "password", PASSWORD))))
                    .isEqualTo("/oauth2/authorization/riskwatch");
        }
    }

    @Test
    void loggingOutEndsTheServersSessionToo() {
        browser.get(Browser.authorize(Map.of()));
        JsonNode tokens = browser.exchange(signIn(), GATEWAY_SECRET);

        HttpResponse<String> out =
                browser.get("/auth/connect/logout?post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F"
                        + "&id_token_hint=" + tokens.get("id_token").asString());

        assertThat(Browser.location(out)).isEqualTo("http://localhost:8080/");
        assertThat(Browser.location(browser.get(Browser.authorize(Map.of())))).isEqualTo("/auth/login");
    }

    @Test
    void loggingOutWithAStaleHintIsNoDeadEndAndEndsTheSessionAllTheSame() {
        browser.get(Browser.authorize(Map.of()));
        JsonNode tokens = browser.exchange(signIn(), GATEWAY_SECRET);
        refresh(tokens);

        HttpResponse<String> out = browser.get(
                "/auth/connect/logout?id_token_hint=" + tokens.get("id_token").asString());

        assertThat(out.statusCode()).isBetween(300, 399);
        assertThat(Browser.location(browser.get(Browser.authorize(Map.of())))).isEqualTo("/auth/login");
    }

    @Test
    void noAuthenticationProviderIsABeanSinceOneAloneSwitchesTheFormOff() {
        assertThat(context.getBeansOfType(AuthenticationProvider.class)).isEmpty();
    }

    @Test
    void aPasswordIsKeptAsArgon2idWithTheParametersWeChose() {
        String hash = jdbc.sql("select password_hash from app_user where id = ?")
                .param(account.id())
                .query(String.class)
                .single();

        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
    }

    @Test
    void thePagesAllowNothingButTheirStyleSheet() {
        HttpResponse<String> page = browser.get("/auth/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body()).doesNotContain("<script").doesNotContain("style=");
        assertThat(browser.get("/auth/access.css").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> signIn() {
        return browser.follow(browser.submit("/auth/login", Map.of("username", email, "password", PASSWORD)));
    }

    private JsonNode refresh(JsonNode tokens) {
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
