package io.riskwatch.marketdata.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class FxRatesIT extends MarketdataIT {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 2);

    @Autowired
    private FxRates rates;

    @Autowired
    private FxStore store;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void noRates() {
        jdbc.sql("delete from fx_rate").update();
    }

    private void told(String base, String quote, LocalDate day, String rate) {
        store.store(List.of(new Leg(base, quote, new BigDecimal(rate), day, "told", false)));
    }

    @Test
    void aToldRateIsAnsweredAsItIs() {
        told("SEK", "NOK", FRIDAY, "1.0437");
        CrossRate rate = rates.find("SEK", "NOK", FRIDAY).orElseThrow();
        assertThat(rate.rate()).isEqualTo(new BigDecimal("1.0437"));
        assertThat(rate.stale()).isFalse();
        assertThat(rates.find("SEK", "SEK", FRIDAY).orElseThrow().rate()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void theOtherWayTheToldRateIsDividedByAndNeverInvertedAndRounded() {
        told("NOK", "SEK", FRIDAY, "3");
        CrossRate rate = rates.find("SEK", "NOK", FRIDAY).orElseThrow();
        assertThat(rate.numerator()).isEqualByComparingTo("1");
        assertThat(rate.denominator()).isEqualByComparingTo("3");
        assertThat(rate.legs()).singleElement().satisfies(leg -> {
            assertThat(leg.base()).isEqualTo("NOK");
            assertThat(leg.rate()).isEqualByComparingTo("3");
        });
    }

    @Test
    void twoRatesTellACrossExactly() {
        told("SEK", "USD", FRIDAY, "0.09");
        told("NOK", "USD", FRIDAY, "0.03");
        CrossRate rate = rates.find("SEK", "NOK", FRIDAY).orElseThrow();
        assertThat(rate.rate())
                .as("0.09 / 0.03, with no third rounded on the way")
                .isEqualByComparingTo("3");
        assertThat(rate.legs()).extracting(Leg::base).containsExactly("SEK", "NOK");
    }

    @Test
    void aDayMayBeMissingButNotTwo() {
        told("SEK", "NOK", FRIDAY, "1.04");
        assertThat(rates.find("SEK", "NOK", FRIDAY.plusDays(2)).orElseThrow().stale())
                .as("on Sunday Friday's rate is the newest there can be")
                .isFalse();
        CrossRate monday = rates.find("SEK", "NOK", FRIDAY.plusDays(3)).orElseThrow();
        assertThat(monday.stale()).isTrue();
        assertThat(monday.day()).isEqualTo(FRIDAY);
        assertThat(rates.find("SEK", "NOK", FRIDAY.plusDays(4)))
                .as("on Tuesday")
                .isEmpty();
        assertThat(rates.find("SEK", "NOK", FRIDAY.minusDays(1)))
                .as("the future tells nothing")
                .isEmpty();
    }

    @Test
    void aCrossIsAsOldAsItsOlderLeg() {
        told("SEK", "USD", FRIDAY.minusDays(1), "0.09");
        told("NOK", "USD", FRIDAY, "0.03");
        CrossRate rate = rates.find("SEK", "NOK", FRIDAY).orElseThrow();
        assertThat(rate.day()).isEqualTo(FRIDAY.minusDays(1));
        assertThat(rate.stale()).isTrue();
    }

    @Test
    void withoutAProviderTheSimulatedMarketTellsTheRateAndSaysSo() {
        Map<?, ?> rate = client(ORGANISATION)
                .get()
                .uri("/api/v1/fx?from=EUR&to=GBP&date=2026-10-02")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(rate.get("simulated")).isEqualTo(true);
        assertThat(new BigDecimal(rate.get("rate").toString())).isPositive();
        assertThat(rate.get("legs").toString()).contains("base=EUR", "base=GBP", "provider=xsim");
    }

    @Test
    void historyComesAsToldAndWrongQuestionsAreNamed() {
        told("SEK", "NOK", FRIDAY.minusDays(1), "1.03");
        told("SEK", "NOK", FRIDAY, "1.04");
        told("SEK", "NOK", FRIDAY, "1.05");
        client(ORGANISATION)
                .get()
                .uri("/api/v1/fx/history?from=SEK&to=NOK&start=2026-09-01&end=2026-10-31")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .jsonPath("$[1].rate")
                .isEqualTo("1.05");
        for (String wrong : List.of("from=sek&to=NOK", "from=SEK", "from=SEK&to=NOK&date=2999-01-01")) {
            client(ORGANISATION)
                    .get()
                    .uri("/api/v1/fx?" + wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        client(ORGANISATION)
                .get()
                .uri("/api/v1/fx?from=SEK&to=XXX&date=2026-10-02")
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
