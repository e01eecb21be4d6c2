package io.riskwatch.marketdata.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstrumentIT extends MarketdataIT {

    @Test
    void everyListingIsFoundPageByPageAndLabelledSimulated() {
        List<String> symbols = new ArrayList<>();
        String cursor = "";
        do {
            InstrumentPage page = page("?limit=20" + cursor);
            assertThat(page.items())
                    .allMatch(Instrument::simulated)
                    .allMatch(i -> i.exchange().equals("XSIM"));
            page.items().forEach(instrument -> symbols.add(instrument.symbol()));
            cursor = page.nextCursor() == null ? null : "&cursor=" + page.nextCursor();
        } while (cursor != null);
        assertThat(symbols).hasSize(56).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void searchLooksAtSymbolAndNameWithoutCase() {
        assertThat(page("?query=orb").items()).extracting(Instrument::symbol).containsExactly("ORBX");
        assertThat(page("?query=robotics").items())
                .extracting(Instrument::symbol)
                .containsExactly("ORBX");
        assertThat(page("?type=FX").items()).extracting(Instrument::symbol).contains("EURUSD", "JPYUSD");
        assertThat(page("?query=%25").items())
                .as("a wildcard is only a character")
                .isEmpty();
    }

    @Test
    void anInstrumentIsShownAndAnUnknownOneIsNotFound() {
        Instrument orbx = client(ORGANISATION)
                .get()
                .uri("/api/v1/instruments/ORBX")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Instrument.class)
                .returnResult()
                .getResponseBody();
        assertThat(orbx)
                .isEqualTo(new Instrument(
                        "ORBX",
                        "XSIM",
                        "Orbix Robotics",
                        InstrumentType.EQUITY,
                        "USD",
                        "Technology",
                        "North America",
                        "xsim",
                        true));
        client(ORGANISATION)
                .get()
                .uri("/api/v1/instruments/NOPE")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json");
    }

    @Test
    void wrongParametersAreNamed() {
        for (String wrong : List.of("limit=0", "limit=501", "limit=many", "type=SHIP", "cursor=***")) {
            Map<?, ?> problem = client(ORGANISATION)
                    .get()
                    .uri("/api/v1/instruments?" + wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody(Map.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(String.valueOf(problem.get("errors")))
                    .as("%s", problem)
                    .contains(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void withoutATokenThereIsNothingToSee() {
        anonymous().get().uri("/api/v1/instruments").exchange().expectStatus().isUnauthorized();
        anonymous()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private InstrumentPage page(String parameters) {
        return client(ORGANISATION)
                .get()
                .uri(java.net.URI.create("http://localhost:" + port + "/api/v1/instruments" + parameters))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(InstrumentPage.class)
                .returnResult()
                .getResponseBody();
    }
}
