package io.riskwatch.portfolio.margin.rate;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.organisation.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who set which rates, and that nobody sets them over what somebody else set meanwhile. */
class RateRegisterIT extends PortfolioServiceIT {

    private static final String RATES = "/api/v1/margin/rates";
    private static final String TERMS = "/api/v1/margin/terms";

    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private TestCaller owner;
    private Ledgers ledgers;

    @BeforeEach
    void anOrganisation() {
        owner = callers.inNewOrganisation();
        ledgers = new Ledgers(http(owner));
    }

    private RestTestClient.ResponseSpec put(TestCaller by, String path, String header, String value, String json) {
        return http(by).put()
                .uri(path)
                .header(header, value)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    @Test
    void theListTellsWhoSetARateAndWhen() {
        var adviser = callers.colleagueOf(owner, "Adele", Role.ADVISER);
        ledgers.put(RATES + "/REGA/" + today, "{\"maintenanceLong\":\"0.40\"}")
                .expectStatus()
                .isOk();
        new Ledgers(http(adviser))
                .put(RATES + "/REGB/" + today, "{\"maintenanceLong\":\"0.50\"}")
                .expectStatus()
                .isOk();

        var items = ledgers.get(RATES).get("items");

        assertThat(items.valueStream().map(item -> item.get("symbol").stringValue()))
                .containsExactly("REGA", "REGB");
        assertThat(items.get(1).get("setBy").stringValue()).isEqualTo("Adele");
        assertThat(items.get(0).get("setBy").stringValue()).isNotEqualTo("Adele");
        assertThat(items.get(1).get("setAt").stringValue())
                .isGreaterThan(items.get(0).get("setAt").stringValue());
        assertThat(ledgers.get(RATES + "?symbol=regb").get("items").size()).isEqualTo(1);
    }

    @Test
    void aRateIsNotSetOverOneThatSomebodySetMeanwhile() {
        var path = RATES + "/REGC/" + today;
        put(owner, path, HttpHeaders.IF_MATCH, "*", "{}").expectStatus().isEqualTo(412);
        var first = body(put(owner, path, HttpHeaders.IF_NONE_MATCH, "*", "{\"maintenanceLong\":\"0.40\"}")
                .expectStatus()
                .isOk());
        put(owner, path, HttpHeaders.IF_NONE_MATCH, "*", "{\"maintenanceLong\":\"0.45\"}")
                .expectStatus()
                .isEqualTo(412);
        var version = "\"" + first.get("setAt").stringValue() + "\"";
        put(owner, path, HttpHeaders.IF_MATCH, version, "{\"maintenanceLong\":\"0.50\"}")
                .expectStatus()
                .isOk();
        put(owner, path, HttpHeaders.IF_MATCH, version, "{\"maintenanceLong\":\"0.60\"}")
                .expectStatus()
                .isEqualTo(412);

        assertThat(ledgers.get(RATES).get("items").get(0).get("maintenanceLong").stringValue())
                .isEqualTo("0.5");
    }

    @Test
    void theTermsTellWhoSetThemAndAreGuardedAlike() {
        var standard = ledgers.get(TERMS).get("today");
        assertThat(standard.has("validFrom")).isFalse();
        assertThat(standard.has("setBy")).isFalse();
        var path = TERMS + "/" + today;
        // as the dashboard sends it: the description of the API has the days as texts
        var json = "{\"concentratedFrom\":\"0.5\",\"concentrationAddOn\":\"0.1\",\"interestRate\":\"0.06\","
                + "\"dayCount\":\"365\"}";
        var set = body(put(owner, path, HttpHeaders.IF_NONE_MATCH, "*", json)
                .expectStatus()
                .isOk());
        put(owner, path, HttpHeaders.IF_NONE_MATCH, "*", json).expectStatus().isEqualTo(412);
        put(owner, path, HttpHeaders.IF_MATCH, "\"" + set.get("setAt").stringValue() + "\"", json)
                .expectStatus()
                .isOk();
        ledgers.put(TERMS + "/" + today.plusDays(9), json).expectStatus().isOk();

        var terms = ledgers.get(TERMS);
        assertThat(terms.get("today").get("validFrom").stringValue()).isEqualTo(today.toString());
        assertThat(terms.get("today").get("setBy").stringValue()).isNotBlank();
        assertThat(terms.get("today").get("dayCount").intValue()).isEqualTo(365);
        assertThat(terms.get("items").size()).isEqualTo(2);
    }
}
