package io.riskwatch.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.standin.Browser;
import io.riskwatch.localstack.process.Ports;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class SignInIT extends GatewayIT {

    @Test
    void anonymousIsToldNotRedirected() throws Exception {
        HttpResponse<String> response = browser().visit("/api/v1/portfolios");

        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(response.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void thePageCanAskWhetherSomebodyIsSignedIn() throws Exception {
        Browser browser = browser();

        assertThat(browser.visit("/session").body()).isEqualTo("{\"signedIn\":false}");
        assertThat(browser.cookies()).containsOnlyKeys("XSRF-TOKEN");
        browser.signIn();
        HttpResponse<String> signedIn = browser.get("/session");
        assertThat(signedIn.body()).isEqualTo("{\"signedIn\":true}");
        assertThat(signedIn.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void loginGoesByCodeAndPkceAndEndsOnThePage() throws Exception {
        Browser browser = browser();

        HttpResponse<String> start = browser.get("/oauth2/authorization/riskwatch");
        HttpResponse<String> end = browser.follow(start);

        assertThat(start.headers().firstValue("Location").orElseThrow()).startsWith(ORIGIN + "/auth/oauth2/authorize?");
        Map<String, String> asked = AUTHORIZATION.lastAuthorizeRequest();
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "gateway")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", ORIGIN + "/login/oauth2/code/riskwatch")
                .doesNotContainKey("login_hint");
        assertThat(end.uri().toString()).isEqualTo(ORIGIN + "/");
        assertThat(end.body()).contains("The page of the tests");
    }

    @Test
    void theSessionGetsANewIdAtLogin() throws Exception {
        Browser browser = browser();
        browser.get("/oauth2/authorization/riskwatch");
        String planted = browser.cookies().get("RW_SESSION");

        browser.signIn();

        assertThat(browser.cookies().get("RW_SESSION")).isNotEqualTo(planted);
        Browser attacker = browser();
        attacker.cookies().put("RW_SESSION", planted);
        assertThat(attacker.get("/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScripts() throws Exception {
        HttpResponse<String> start = browser().get("/oauth2/authorization/riskwatch");

        assertThat(start.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("RW_SESSION="))
                .singleElement()
                .asString()
                .containsIgnoringCase("; HttpOnly")
                .contains("Path=/", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(browser().get("/session").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("XSRF-TOKEN=")
                .contains("SameSite=Lax")
                .doesNotContainIgnoringCase("HttpOnly");
    }

    @Test
    void aFailedLoginLandsOnThePageOfTheDashboard() throws Exception {
        Browser browser = browser();

        HttpResponse<String> back = browser.visit("/login/oauth2/code/riskwatch?code=stolen&state=unknown");

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location")).contains("/login?error");
        HttpResponse<String> page = browser.follow(back);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("The page of the tests");
    }

    @Test
    void aSessionMayReadWithoutAndChangeOnlyWithTheCsrfToken() throws Exception {
        Browser browser = browser().signIn();

        assertThat(browser.get("/api/v1/portfolios").statusCode()).isEqualTo(200);
        assertProblem(
                browser.send(browser.request("/api/v1/portfolios")
                        .POST(BodyPublishers.ofString("{}"))
                        .build()),
                403,
                "forbidden");
        HttpResponse<String> posted = browser.send(browser.request("/api/v1/portfolios")
                .header("X-XSRF-TOKEN", browser.csrf())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(json(posted).get(":bytes").asString()).isEqualTo("2");
    }

    @Test
    void aBearerNeedsNoCsrfToken() throws Exception {
        Browser program = browser();

        HttpResponse<String> posted = program.send(program.request("/api/v1/portfolios")
                .header("Authorization", "Bearer " + AUTHORIZATION.accessToken("a program"))
                .POST(BodyPublishers.ofString("{}"))
                .build());

        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(program.cookies()).doesNotContainKey("RW_SESSION");
    }

    @Test
    void theServiceGetsTheTokenAndNoCookie() throws Exception {
        Browser browser = browser().signIn();

        HttpResponse<String> response = browser.get("/api/v1/portfolios");

        assertThat(json(response).get("authorization").asString()).startsWith("Bearer ey");
        assertThat(json(response).get("cookie")).isNull();
    }

    @Test
    void theAuthorizationServerGetsItsOwnCookieAndNoOther() throws Exception {
        Browser browser = browser().signIn();
        assertThat(browser.cookies()).containsKeys("RW_SESSION", "XSRF-TOKEN", "RW_AUTH");

        HttpResponse<String> response = browser.get("/auth/userinfo");

        assertThat(json(response).get("cookie").asString())
                .isEqualTo("RW_AUTH=" + browser.cookies().get("RW_AUTH"));
        assertThat(json(response).get("authorization")).isNull();
    }

    @Test
    void logoutEndsBothSessions() throws Exception {
        Browser browser = browser().signIn();
        String session = browser.cookies().get("RW_SESSION");

        assertThat(browser.postForm("/logout", "").statusCode()).isEqualTo(403);
        HttpResponse<String> out = browser.postForm("/logout", "_csrf=" + browser.csrf());

        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Location").orElseThrow())
                .startsWith(ORIGIN + "/auth/connect/logout?id_token_hint=ey")
                .contains("post_logout_redirect_uri=" + ORIGIN + "/");
        browser.cookies().put("RW_SESSION", session);
        assertProblem(browser.get("/api/v1/portfolios"), 401, "unauthenticated");
        assertThat(browser.get("/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void whoIsNotSignedInIsLoggedOutToTheStart() throws Exception {
        Browser browser = browser();

        HttpResponse<String> out = browser.postForm("/logout", "_csrf=" + browser.csrf());

        assertThat(out.headers().firstValue("Location")).contains("/");
    }

    @Test
    void behindTlsCookiesAreBoundToTheHostAndNeverSentInTheClear() throws Exception {
        int port = Ports.free();
        try (ConfigurableApplicationContext gateway =
                anotherGateway(port, Map.of("riskwatch.public-url", "https://risk.example"))) {
            assertThat(gateway.isRunning()).isTrue();
            Browser browser = browser().at("http://localhost:" + port);

            HttpResponse<String> start = browser.get("/oauth2/authorization/riskwatch");

            assertThat(start.headers().firstValue("Location").orElseThrow())
                    .startsWith("https://risk.example/auth/oauth2/authorize?");
            assertThat(start.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("__Host-RW_SESSION="))
                    .singleElement()
                    .asString()
                    .contains("Path=/", "Secure");
            assertThat(browser.get("/session").headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=31536000; includeSubDomains");
        }
    }

    @Test
    void theDemoIsAPostWithCsrfTokenAndAsksForAGuest() throws Exception {
        Browser browser = browser();

        assertProblem(browser.postForm("/oauth2/authorization/riskwatch?demo", ""), 403, "forbidden");
        HttpResponse<String> end =
                browser.follow(browser.postForm("/oauth2/authorization/riskwatch?demo", "_csrf=" + browser.csrf()));

        assertThat(AUTHORIZATION.lastAuthorizeRequest()).containsEntry("login_hint", "guest");
        assertThat(end.uri().toString()).isEqualTo(ORIGIN + "/");
        assertThat(browser.get("/session").body()).isEqualTo("{\"signedIn\":true}");
    }

    @Test
    void aLinkCannotMakeAGuest() throws Exception {
        Browser browser = browser();

        browser.follow(browser.visit("/oauth2/authorization/riskwatch?demo"));

        assertThat(AUTHORIZATION.lastAuthorizeRequest()).doesNotContainKey("login_hint");
    }
}
