package io.riskwatch.marketdata.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

class InstrumentIT extends MarketdataIT {
    private static final String VODAFONE = """
        {"symbol":"VODX","exchange":"XLON","name":"Vodaphone Group","type":"EQUITY","currency":"GBP",
         "isin":"GB00BH4HKS39","quoteUnit":"GBX","lotSize":1,"provider":"twelve-data"}\
        """;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KnownInstruments known;

    @ParameterizedTest
    @CsvSource({"NEWX,false,EQUITY", "EUR-USD,true,FX", "BTC-USD,true,CRYPTO", "ETH-BTC,true,CRYPTO"})
    void whatNobodyListedIsTakenForWhatItLooksLike(String symbol, boolean pair, InstrumentType type) {
        assertThat(known.type(symbol, null, pair)).isEqualTo(type);
    }

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
    void aSlipOfTheFingerStillFindsIt() {
        assertThat(page("?query=Orbiks%20Robotiks").items())
                .extracting(Instrument::symbol)
                .startsWith("ORBX");
        assertThat(page("?query=ORBBX").items()).extracting(Instrument::symbol).startsWith("ORBX");
        assertThat(page("?query=qqqqqq").items()).isEmpty();
    }

    @Test
    void whatAnOperatorListsIsFoundByIsinRenamedAndDelisted() {
        register(HttpMethod.PUT, "", VODAFONE.replace("GB00BH4HKS39", "GB00BH4HKS38"), 400);
        register(HttpMethod.PUT, "", VODAFONE, 204);
        register(HttpMethod.PUT, "", VODAFONE.replace("VODX", "ORBX").replace("XLON", "XSIM"), 409);
        assertThat(page("?query=gb00bh4hks39").items()).singleElement().satisfies(found -> {
            assertThat(found.symbol()).isEqualTo("VODX");
            assertThat(found.quoteUnit()).isEqualTo("GBX");
            assertThat(found.currency()).isEqualTo("GBP");
            assertThat(found.delistedOn()).isNull();
        });
        register(HttpMethod.POST, "/VODX/XLON/renaming", "{\"symbol\":\"VODY\",\"until\":\"2026-09-30\"}", 204);
        register(HttpMethod.POST, "/NOPE/XLON/renaming", "{\"symbol\":\"VODY\",\"until\":\"2026-09-30\"}", 404);
        register(HttpMethod.POST, "/VODY/XLON/delisting", "{\"lastDay\":\"2026-10-30\"}", 204);
        for (String key : List.of("VODX", "VODY", "VODX:XLON", "VODY:XLON")) {
            client(ORGANISATION)
                    .get()
                    .uri("/api/v1/instruments/" + key)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.symbol")
                    .isEqualTo("VODY")
                    .jsonPath("$.delistedOn")
                    .isEqualTo("2026-10-30");
        }
        jdbc.sql("delete from instrument where symbol = 'VODY'").update();
    }

    private void register(HttpMethod method, String path, String body, int status) {
        client(TOKENS.service())
                .method(method)
                .uri("/internal/v1/instruments" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
        client(ORGANISATION)
                .method(method)
                .uri("/internal/v1/instruments" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden();
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
                        null,
                        null,
                        java.math.BigDecimal.ONE,
                        null,
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
