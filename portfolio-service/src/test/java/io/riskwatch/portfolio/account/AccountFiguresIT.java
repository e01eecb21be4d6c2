package io.riskwatch.portfolio.account;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What each account holds, is worth and gained, and that the accounts add up to the portfolio. */
class AccountFiguresIT extends PortfolioServiceIT {

    private RestTestClient client;
    private Ledgers ledgers;
    private String base;
    private String portfolio;
    private String main;
    private String broker;

    @BeforeEach
    void twoAccountsWithATransferAndAShort() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
        portfolio = ledgers.newPortfolio();
        base = "/api/v1/portfolios/" + portfolio;
        main = ledgers.get(base + "/accounts").get("items").get(0).get("id").stringValue();
        broker = body(ledgers.post(
                                base + "/accounts", "{\"name\":\"Broker\",\"kind\":\"MARGIN\",\"shortsAllowed\":true}")
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();
        record("{'date':'2026-01-02','type':'DEPOSIT','currency':'USD','amount':'5000'}");
        record("{'date':'2026-01-05','type':'BUY','symbol':'ORBX','quantity':'20','price':'100'}");
        record("{'date':'2026-02-05','type':'TRANSFER','symbol':'ORBX','quantity':'5','toAccountId':'" + broker + "'}");
        record("{'date':'2026-02-05','type':'TRANSFER','currency':'USD','amount':'1000','toAccountId':'" + broker
                + "'}");
        record("{'date':'2026-02-06','type':'SELL','symbol':'RHNE','quantity':'3','price':'40','currency':'USD',"
                + "'accountId':'" + broker + "'}");
    }

    private void record(String json) {
        ledgers.record(portfolio, json.replace('\'', '"')).expectStatus().isCreated();
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.get(field).stringValue());
    }

    @Test
    void whatTheAccountsHoldAddsUpToThePortfolio() {
        assertThat(ledgers.get(base + "/holdings?accountId=" + main)
                        .get("holdings")
                        .get(0)
                        .get("quantity")
                        .stringValue())
                .isEqualTo("15");
        var theirs = ledgers.get(base + "/holdings?accountId=" + broker);
        assertThat(theirs.get("holdings")).hasSize(2);
        assertThat(theirs.get("cash").get(0).get("amount").stringValue()).isEqualTo("1120");

        var whole = ledgers.get(base + "/valuation");
        var one = ledgers.get(base + "/valuation?accountId=" + main);
        var other = ledgers.get(base + "/valuation?accountId=" + broker);
        assertThat(decimal(one, "cash").add(decimal(other, "cash"))).isEqualByComparingTo(decimal(whole, "cash"));
        assertThat(decimal(one, "costBasis").add(decimal(other, "costBasis")))
                .isEqualByComparingTo(decimal(whole, "costBasis"));
    }

    @Test
    void aLotIsShownInTheAccountItIsInWithItsFirstDay() {
        var lots = ledgers.get(base + "/lots?symbol=ORBX").get("items");
        assertThat(lots).hasSize(2);
        var received = ledgers.get(base + "/lots?symbol=ORBX&accountId=" + broker)
                .get("items")
                .get(0);
        assertThat(received.get("opened").stringValue()).isEqualTo("2026-01-05");
        assertThat(received.get("costBasis").stringValue()).isEqualTo("500");
        assertThat(received.get("lotId").stringValue())
                .isEqualTo(lots.get(0).get("lotId").stringValue());

        var first = ledgers.get(base + "/lots?limit=1");
        var second = ledgers.get(
                base + "/lots?limit=1&cursor=" + first.get("nextCursor").stringValue());
        assertThat(second.get("items").get(0).get("accountId").stringValue())
                .as("one lot in two accounts is two rows of the list")
                .isNotEqualTo(first.get("items").get(0).get("accountId").stringValue());
    }

    @Test
    void aRealisedGainNamesItsAccount() {
        record("{'date':'2026-03-05','type':'SELL','symbol':'ORBX','quantity':'2','price':'120','accountId':'" + broker
                + "'}");
        var realised = ledgers.get(base + "/lots/realised?accountId=" + broker).get("items");
        assertThat(realised).hasSize(1);
        assertThat(realised.get(0).get("gain").stringValue()).isEqualTo("40");
        assertThat(realised.get(0).get("accountId").stringValue()).isEqualTo(broker);
        assertThat(ledgers.get(base + "/lots/realised?accountId=" + main).get("items"))
                .isEmpty();
        assertThat(ledgers.get(base + "/lots/methods?accountId=" + broker).get("items"))
                .hasSize(2);
    }

    @Test
    void theAllocationByAccountAddsUpToTheValue() {
        var allocation = ledgers.get(base + "/allocation?by=account");
        assertThat(allocation.get("slices")).hasSize(2);
        assertThat(allocation.get("slices").get(0).get("key").stringValue()).isEqualTo("Main account");
        var sum = BigDecimal.ZERO;
        for (var slice : allocation.get("slices")) {
            sum = sum.add(decimal(slice, "value"));
        }
        assertThat(sum.subtract(decimal(allocation, "value")).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
    }

    @Test
    void gainsAreToldPerAccountAndFiguresOfAnUnknownAccountAreA404() {
        var gains = ledgers.get(base + "/performance/gains");
        assertThat(gains.get("accounts")).as(gains.toString()).hasSize(2);
        var sum = BigDecimal.ZERO;
        for (var part : gains.get("accounts")) {
            sum = sum.add(decimal(part.get("gain"), "total"));
        }
        assertThat(sum.subtract(decimal(gains.get("total"), "total")).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.01"));
        assertThat(ledgers.get(base + "/performance/flows?accountId=" + broker)
                        .get("items")
                        .get(0)
                        .get("kind")
                        .stringValue())
                .isIn("TRANSFER_IN", "DEPOSIT");

        var nobody = "accountId=00000000-0000-0000-0000-000000000001";
        for (var path : new String[] {
            "/holdings",
            "/valuation",
            "/valuation/history",
            "/lots",
            "/lots/realised",
            "/lots/methods",
            "/performance",
            "/performance/flows",
            "/performance/gains"
        }) {
            client.get()
                    .uri(base + path + "?" + nobody)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }
}
