package io.riskwatch.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.standin.Browser;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardIT extends GatewayIT {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/welcome", "/portfolios/7", "/login?error", "/analyses/0a1b/result", "/status"})
    void thePageAnswersForTheAddressesOfItsRouter(String path) throws Exception {
        HttpResponse<String> response = browser().visit(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(response.body()).contains("The page of the tests");
    }

    @Test
    void aProgramOrAMissingFileGetsNoPage() throws Exception {
        assertProblem(browser().get("/portfolios/7"), 404, "not-found");
        assertProblem(browser().visit("/assets/app-Gone1234.js"), 404, "not-found");
        assertProblem(browser().visit("/robots.gone"), 404, "not-found");
    }

    @Test
    void hashedFilesAreKeptForAYear() throws Exception {
        HttpResponse<String> response = browser().get("/assets/app-Ab12Cd34.js");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000", "public", "immutable");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theServiceWorkerIsAskedForAnewEachTimeAndMayStandBeforeTheWholeOrigin() throws Exception {
        HttpResponse<String> response = browser().get("/sw.js");

        assertThat(response.statusCode()).isEqualTo(200);
        // browsers take a worker only as a script, and by its place alone it stands before every address
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
        assertThat(response.headers().firstValue("Service-Worker-Allowed")).isEmpty();
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(response.headers().firstValue("ETag")).isPresent();
        // its own policy holds for what it fetches: this origin and no other
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "worker-src 'self'", "connect-src 'self'")
                .doesNotContain("connect-src *");
    }

    @Test
    void thePageIsKnownByItsContentAndNotByTheBuildsFixedTime() throws Exception {
        Browser browser = browser();
        HttpResponse<String> first = browser.visit("/portfolios");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = browser.send(browser.request("/welcome")
                .header("Accept", "text/html")
                .header("If-None-Match", tag)
                .build());

        assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void pagesCarryWhatKeepsThemSafe() throws Exception {
        HttpResponse<String> page = browser().visit("/");

        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("strict-origin-when-cross-origin");
        assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'")
                // printf "document.documentElement.dataset.theme = 'dark';" | openssl dgst -sha256 -binary | base64
                .contains("script-src 'self' 'sha256-DHbFh4o+L8meQM6JMbt/D2AhqsPiSksdB2N5Ub9s4aI='")
                .contains("connect-src 'self' " + ORIGIN.replaceFirst("http", "ws"))
                .doesNotContain("unsafe-eval")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
    }

    @Test
    void theDocumentsOfTheServicesAreShownTogether() throws Exception {
        Browser browser = browser();

        HttpResponse<String> page = browser.follow(browser.visit("/docs"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
        assertThat(browser.get("/v3/api-docs/swagger-config").body())
                .contains("/docs/api/portfolio", "/docs/api/marketdata", "/docs/api/billing");
        assertThat(browser.get("/docs/api/billing").statusCode()).isEqualTo(200);
        assertThat(BILLING.seen("/v3/api-docs")).isNotEmpty();
    }
}
