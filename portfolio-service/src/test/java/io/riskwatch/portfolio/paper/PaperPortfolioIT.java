package io.riskwatch.portfolio.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A portfolio for paper trading is one like any other, but for who writes its ledger. */
class PaperPortfolioIT extends PortfolioServiceIT {

    private static final String PAPER = "/api/v1/paper/portfolios";

    private RestTestClient client;
    private Ledgers ledgers;

    @BeforeEach
    void someone() {
        TestCaller caller = callers.inNewOrganisation();
        client = http(caller);
        ledgers = new Ledgers(client);
    }

    @Test
    void itBeginsWithAHundredThousandInAMarginAccountThatMaySellShort() {
        JsonNode made = made("{}");
        String path = "/api/v1/portfolios/" + made.path("id").stringValue();

        assertThat(made.path("name").stringValue()).isEqualTo("Paper portfolio");
        assertThat(made.path("paper").booleanValue()).isTrue();
        assertThat(ledgers.get(path).path("paper").booleanValue()).isTrue();
        assertThat(ledgers.get(path + "/valuation").path("value").stringValue()).isEqualTo("100000.00");
        JsonNode account = ledgers.get(path + "/accounts").path("items").path(0);
        assertThat(account.path("kind").stringValue()).isEqualTo("MARGIN");
        assertThat(account.path("shortsAllowed").booleanValue()).isTrue();
        assertThat(ledgers.get(path + "/transactions")
                        .path("items")
                        .path(0)
                        .path("type")
                        .stringValue())
                .isEqualTo("DEPOSIT");
    }

    @Test
    void nameCurrencyAndCashMayBeChosenWithinReason() {
        JsonNode made = made("{\"name\":\" Euros \",\"currency\":\"EUR\",\"cash\":\"2500.50\"}");

        assertThat(made.path("name").stringValue()).isEqualTo("Euros");
        assertThat(made.path("baseCurrency").stringValue()).isEqualTo("EUR");
        ledgers.post(PAPER, "{\"cash\":\"0\"}").expectStatus().isEqualTo(422);
        ledgers.post(PAPER, "{\"cash\":\"1.005\"}").expectStatus().isEqualTo(422);
        ledgers.post(PAPER, "{\"currency\":\"XXQ\"}").expectStatus().isBadRequest();
    }

    @Test
    void theListHoldsPaperPortfoliosOnlyAndThePlanCountsAll() {
        String ordinary = ledgers.newPortfolio();
        String first = made("{}").path("id").stringValue();
        String second = made("{\"name\":\"Anew\"}").path("id").stringValue();

        JsonNode page = ledgers.get(PAPER + "?limit=1");
        assertThat(page.path("items").path(0).path("id").stringValue()).isEqualTo(first);
        JsonNode rest = ledgers.get(PAPER + "?cursor=" + page.path("nextCursor").stringValue());
        assertThat(rest.path("items").path(0).path("id").stringValue()).isEqualTo(second);
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(ledgers.get("/api/v1/portfolios/" + ordinary).path("paper").booleanValue())
                .isFalse();
        ledgers.post(PAPER, "{}").expectStatus().isEqualTo(402);
    }

    @Test
    void nobodyWritesItsLedgerByHand() {
        String id = made("{}").path("id").stringValue();
        String path = "/api/v1/portfolios/" + id;
        String deposit = ledgers.get(path + "/transactions")
                .path("items")
                .path(0)
                .path("id")
                .stringValue();
        String booking = "{\"date\":\"2024-01-02\",\"type\":\"DEPOSIT\",\"currency\":\"USD\",\"amount\":\"1\"}";
        String account =
                ledgers.get(path + "/accounts").path("items").path(0).path("id").stringValue();
        String changed = "{\"name\":\"Cash only\",\"kind\":\"CASH\"}";

        refused(ledgers.record(id, booking));
        refused(ledgers.put(path + "/transactions/" + deposit, booking));
        refused(client.delete().uri(path + "/transactions/" + deposit).exchange());
        refused(ledgers.upload(id, "symbol,quantity\nORBX,1\n"));
        refused(ledgers.post(path + "/accounts", changed));
        refused(ledgers.put(path + "/accounts/" + account, changed));
        refused(client.delete().uri(path + "/accounts/" + account).exchange());
        assertThat(ledgers.get(path + "/transactions").path("items").size()).isEqualTo(1);

        client.delete().uri(path).exchange().expectStatus().isNoContent();
    }

    private static void refused(RestTestClient.ResponseSpec answer) {
        JsonNode problem = Ledgers.body(answer.expectStatus().isEqualTo(409));
        assertThat(problem.path("type").stringValue()).endsWith("paper-portfolio");
        assertThat(problem.path("detail").stringValue()).contains("its orders alone");
    }

    private JsonNode made(String body) {
        return Ledgers.body(ledgers.post(PAPER, body).expectStatus().isCreated());
    }
}
