package io.riskwatch.portfolio.me;

import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.organisation.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class MeIT extends PortfolioServiceIT {

    @Test
    void meIsTheCallerWithOrganisationRolesAndPreferences() {
        TestCaller caller = callers.inNewOrganisation(Role.OWNER, Role.ADVISER);

        http(caller)
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"user":{"id":"%s","name":"Test user","guest":false},
                         "organisation":{"id":"%s","name":"Test"},
                         "roles":["ADVISER","OWNER"],
                         "plan":"FREE",
                         "preferences":{"currency":"USD","riskTolerance":3,"theme":"SYSTEM","level":"SIMPLE",
                                        "gainColours":"TEAL_VERMILION"}}""".formatted(caller.userId(), caller.organisationId()));
    }

    @Test
    void aChangedPreferenceStaysAndTheOthersAreKept() {
        TestCaller caller = callers.inNewOrganisation();

        patch(caller, "{\"currency\":\"EUR\",\"riskTolerance\":5}")
                .expectStatus()
                .isOk();
        patch(caller, "{\"theme\":\"DARK\"}").expectStatus().isOk();

        http(caller).get().uri("/api/v1/me/preferences").exchange().expectBody().json("""
                        {"currency":"EUR","riskTolerance":5,"theme":"DARK","level":"SIMPLE",
                         "gainColours":"TEAL_VERMILION"}""");
        http(callers.inNewOrganisation())
                .get()
                .uri("/api/v1/me/preferences")
                .exchange()
                .expectBody()
                .jsonPath("$.currency")
                .isEqualTo("USD");
    }

    @Test
    void whatIsNoPreferenceIsRefusedByItsName() {
        TestCaller caller = callers.inNewOrganisation();

        expectRefused(caller, "{\"riskTolerance\":6}", "riskTolerance");
        expectRefused(caller, "{\"currency\":\"EUX\"}", "currency");
        expectRefused(caller, "{\"theme\":\"PINK\"}", "theme");
        expectRefused(caller, "{\"plan\":\"ADVISER\"}", "plan");
    }

    private void expectRefused(TestCaller caller, String body, String field) {
        patch(caller, body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec patch(
            TestCaller caller, String body) {
        return http(caller)
                .patch()
                .uri("/api/v1/me/preferences")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
