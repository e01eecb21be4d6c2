package io.riskwatch.portfolio.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.FakeMarketdata;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class TransactionIT extends PortfolioServiceIT {

    @Test
    void aTransactionIsShownAsItWasEntered() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();

        ledgers.record(portfolio, """
            {"date":"2024-01-02","type":"BUY","symbol":"orbx","quantity":"0.0000001","price":"100.10","fee":1,"note":"first"}\
            """).expectStatus().isCreated().expectBody().json("""
                {"date":"2024-01-02","type":"BUY","symbol":"ORBX","quantity":"0.0000001","price":"100.1","currency":"USD","fee":"1","note":"first"}\
                """);
    }

    @Test
    void aSymbolNobodyKnowsIsRefused() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));

        ledgers.record(ledgers.newPortfolio(), """
            {"date":"2024-01-02","type":"BUY","symbol":"ORBXX","quantity":"1","price":"1"}\
            """)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("symbol");
    }

    @Test
    void anUncheckedSymbolWaitsForMarketDataAndAnOldOneDoesNot() {
        var caller = callers.inNewOrganisation();
        var ledgers = new Ledgers(http(caller));
        var portfolio = ledgers.newPortfolio();
        ledgers.imported(portfolio, "date,type,symbol,quantity,price,currency\n2024-01-02,BUY,ODDS,1,2,USD\n");
        FakeMarketdata.goAway(caller);

        ledgers.record(
                        portfolio,
                        "{\"date\":\"2024-01-03\",\"type\":\"BUY\",\"symbol\":\"QNTL\",\"quantity\":\"1\",\"price\":\"1\"}")
                .expectStatus()
                .isEqualTo(503);
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2024-01-03\",\"type\":\"BUY\",\"symbol\":\"ODDS\",\"quantity\":\"1\",\"price\":\"1\"}")
                .expectStatus()
                .isCreated();
    }

    @Test
    void sellingMoreThanHeldIsRefusedAndNothingIsStored() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();
        buyTen(ledgers, portfolio);

        ledgers.record(portfolio, """
            {"date":"2024-02-02","type":"SELL","symbol":"ORBX","quantity":"11","price":"120"}\
            """)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("quantity")
                .jsonPath("$.errors[0].message")
                .isEqualTo("11 of ORBX cannot leave on 2024-02-02: 10 are held on that day");

        assertThat(ledgers.get(transactions(portfolio)).get("items")).hasSize(1);
    }

    @Test
    void aBackdatedSaleThatStarvesALaterOneIsRefusedNamingTheLaterDay() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();
        buyTen(ledgers, portfolio);
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2024-03-01\",\"type\":\"SELL\",\"symbol\":\"ORBX\",\"quantity\":\"10\",\"price\":\"120\"}")
                .expectStatus()
                .isCreated();

        var refused = Ledgers.body(ledgers.record(portfolio, """
            {"date":"2024-02-01","type":"SELL","symbol":"ORBX","quantity":"4","price":"120"}\
            """).expectStatus().isEqualTo(422));

        assertThat(refused.get("detail").stringValue()).contains("10 of ORBX cannot leave on 2024-03-01: 6 are held");
    }

    @Test
    void deletingOrChangingAPurchaseThatWasSoldIsRefused() {
        var client = http(callers.inNewOrganisation());
        var ledgers = new Ledgers(client);
        var portfolio = ledgers.newPortfolio();
        var purchase = buyTen(ledgers, portfolio);
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2024-03-01\",\"type\":\"SELL\",\"symbol\":\"ORBX\",\"quantity\":\"10\",\"price\":\"120\"}")
                .expectStatus()
                .isCreated();
        var uri = transactions(portfolio) + "/" + purchase;

        client.delete().uri(uri).exchange().expectStatus().isEqualTo(422);
        ledgers.put(
                        uri,
                        "{\"date\":\"2024-01-02\",\"type\":\"BUY\",\"symbol\":\"ORBX\",\"quantity\":\"9\",\"price\":\"100\"}")
                .expectStatus()
                .isEqualTo(422);
        ledgers.put(
                        uri,
                        "{\"date\":\"2024-01-02\",\"type\":\"BUY\",\"symbol\":\"ORBX\",\"quantity\":\"12\",\"price\":\"100\"}")
                .expectStatus()
                .isOk();

        assertThat(ledgers.get(uri).get("quantity").stringValue()).isEqualTo("12");
    }

    @Test
    void anAmountHasNoMoreDecimalsThanItsCurrency() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));

        ledgers.record(ledgers.newPortfolio(), """
            {"date":"2024-01-02","type":"DEPOSIT","currency":"JPY","amount":"100.5"}\
            """)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("JPY has 0 decimals, was 100.5");
    }

    @Test
    void aCurrencyThatIsNoneOrNotThatOfTheHoldingIsRefused() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2024-01-02\",\"type\":\"BUY\",\"symbol\":\"ORBX\",\"quantity\":\"2\",\"price\":\"10\",\"currency\":\"USD\"}")
                .expectStatus()
                .isCreated();

        for (String wrong : new String[] {"EUR", "XYZ"}) {
            refused(ledgers.record(portfolio, """
                    {"date":"2024-01-03","type":"SELL","symbol":"ORBX","quantity":"1","price":"10","currency":"%s"}\
                    """.formatted(wrong)), "currency");
        }

        assertThat(ledgers.get("/api/v1/portfolios/%s/transactions".formatted(portfolio))
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aSpinOffIsShownAsItWasEnteredAndRefusedNamingTheField() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();
        buyTen(ledgers, portfolio);
        var spinOff = """
            {"date":"2024-02-02","type":"SPIN_OFF","symbol":"ORBX","quantity":"1","quantityPer":"4","newSymbol":"%s",
             "basisFraction":"%s","cashInLieu":"12.5"}\
            """;

        refused(ledgers.record(portfolio, spinOff.formatted("QNTL", "1.2")), "basisFraction");
        refused(ledgers.record(portfolio, spinOff.formatted("NOBODY", "0.2")), "newSymbol");
        ledgers.record(portfolio, spinOff.formatted("qntl", "0.2"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                    {"type":"SPIN_OFF","quantity":"1","quantityPer":"4","newSymbol":"QNTL","basisFraction":"0.2","cashInLieu":"12.5"}\
                    """);

        var lots = ledgers.get("/api/v1/portfolios/%s/lots?symbol=QNTL".formatted(portfolio))
                .get("items");
        assertThat(lots.get(0).get("quantity").stringValue()).isEqualTo("2");
        assertThat(lots.get(0).get("costBasis").stringValue()).isEqualTo("160");
        assertThat(lots.get(0).get("opened").stringValue()).isEqualTo("2024-01-02");
    }

    @Test
    void whatASpinOffBroughtCanBeSoldAlsoWhenTheMarketDoesNotKnowIt() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note,newSymbol,basisFraction,cashInLieu
            2024-01-02,BUY,RHNE,10,100,EUR,,,,,,
            2024-02-02,SPIN_OFF,RHNE,1:2,,EUR,,,,SPUN,0.1,
            2024-03-02,MERGER,SPUN,1:1,,EUR,,,,LAST,,
            """);

        ledgers.record(portfolio, """
            {"date":"2024-04-02","type":"SELL","symbol":"LAST","quantity":"5","price":"30"}\
            """).expectStatus().isCreated().expectBody().json("{\"currency\":\"EUR\"}");
    }

    @Test
    void aSaleTakesTheLotsItNames() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();
        buyTen(ledgers, portfolio);
        var second = Ledgers.body(ledgers.record(portfolio, """
            {"date":"2024-01-03","type":"BUY","symbol":"ORBX","quantity":"10","price":"110"}\
            """)).get("id").stringValue();
        var sale = """
            {"date":"2024-02-02","type":"SELL","symbol":"ORBX","quantity":"%s","price":"120","lots":[{"lotId":"%s","quantity":"%s"}]}\
            """;

        refused(ledgers.record(portfolio, sale.formatted("4", second, "3")), "lots");
        refused(ledgers.record(portfolio, sale.formatted("11", second, "11")), "lots");
        refused(ledgers.record(portfolio, sale.formatted("4", portfolio, "4")), "lots");
        ledgers.record(portfolio, sale.formatted("4", second, "4"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                    {"lots":[{"lotId":"%s","quantity":"4"}]}\
                    """.formatted(second));

        var gain = ledgers.get("/api/v1/portfolios/%s/lots/realised".formatted(portfolio))
                .get("items")
                .get(0);
        assertThat(gain.get("lotId").stringValue()).isEqualTo(second);
        assertThat(gain.get("gain").stringValue()).isEqualTo("40");
    }

    private static void refused(RestTestClient.ResponseSpec response, String field) {
        response.expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void whatATransactionSaidBeforeStaysReadableAlsoWhenItIsDeleted() {
        var caller = callers.inNewOrganisation();
        var client = http(caller);
        var ledgers = new Ledgers(client);
        var portfolio = ledgers.newPortfolio();
        var uri = transactions(portfolio) + "/" + buyTen(ledgers, portfolio);
        ledgers.put(
                        uri,
                        "{\"date\":\"2024-01-02\",\"type\":\"BUY\",\"symbol\":\"ORBX\",\"quantity\":\"12\",\"price\":\"100\"}")
                .expectStatus()
                .isOk();

        client.delete()
                .uri(uri)
                .header("If-Match", "\"0\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        client.delete()
                .uri(uri)
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isNoContent();
        client.get().uri(uri).exchange().expectStatus().isNotFound();

        var steps = ledgers.get(uri + "/history").get("steps");
        assertThat(steps)
                .extracting(step -> step.get("step").stringValue())
                .containsExactly("DELETED", "CHANGED", "RECORDED");
        assertThat(steps.get(0).get("before").get("quantity").stringValue()).isEqualTo("12");
        assertThat(steps.get(0).has("after")).isFalse();
        assertThat(steps.get(1).get("before").get("quantity").stringValue()).isEqualTo("10");
        assertThat(steps.get(1).get("after").get("quantity").stringValue()).isEqualTo("12");
        assertThat(steps.get(1).get("by").stringValue())
                .isEqualTo(caller.userId().toString());
        assertThat(steps.get(2).get("after").get("quantity").stringValue()).isEqualTo("10");
        http(callers.inNewOrganisation())
                .get()
                .uri(uri + "/history")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void tomorrowsTomorrowHasNotHappened() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));

        ledgers.record(ledgers.newPortfolio(), "{\"date\":\"2999-01-02\",\"type\":\"DEPOSIT\",\"amount\":\"1\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("date");
    }

    @Test
    void thePagesOfALedgerShowEveryTransactionOnceNewestFirst() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();
        for (var day = 1; day <= 5; day++) {
            ledgers.record(
                            portfolio,
                            "{\"date\":\"2024-01-0%d\",\"type\":\"DEPOSIT\",\"amount\":\"%d\"}".formatted(6 - day, day))
                    .expectStatus()
                    .isCreated();
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = ledgers.get(transactions(portfolio) + "?limit=2&cursor=" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("date").stringValue()));
            cursor = page.hasNonNull("nextCursor") ? page.get("nextCursor").stringValue() : "";
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("2024-01-05", "2024-01-04", "2024-01-03", "2024-01-02", "2024-01-01");
    }

    private static String buyTen(Ledgers ledgers, String portfolio) {
        var recorded = ledgers.record(portfolio, """
            {"date":"2024-01-02","type":"BUY","symbol":"ORBX","quantity":"10","price":"100"}\
            """).expectStatus().isCreated();
        return Ledgers.body(recorded).get("id").stringValue();
    }

    private static String transactions(String portfolio) {
        return "/api/v1/portfolios/%s/transactions".formatted(portfolio);
    }
}
