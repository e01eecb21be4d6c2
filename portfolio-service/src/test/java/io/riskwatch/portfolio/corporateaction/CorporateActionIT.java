package io.riskwatch.portfolio.corporateaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** TWIN paid 0.50 on 2024-03-11, split 2:1 on 2024-06-10, paid 0.50 on 2024-09-09 and 0.55 on 2025-03-10. */
class CorporateActionIT extends PortfolioServiceIT {

    private RestTestClient client;
    private Ledgers ledgers;
    private String portfolio;

    @BeforeEach
    void tenOfTwinBoughtAfterItsFirstDividend() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
        portfolio = ledgers.newPortfolio();
        ledgers.imported(portfolio, "date,type,symbol,quantity,price,currency\n2024-04-02,BUY,TWIN,10,60,USD\n");
    }

    @Test
    void whatWasHeldOnTheExDateIsProposedAndNothingElse() {
        assertThat(shown())
                .containsExactly(
                        "DIVIDEND 2025-03-10 10 5.50", "DIVIDEND 2024-09-09 10 5.00", "SPLIT 2024-06-10 10 2:1");
        var first = ledgers.get(uri("?limit=2"));
        var rest = ledgers.get(uri("?limit=2&cursor=" + first.get("nextCursor").stringValue()));
        assertThat(rest.get("items")).hasSize(1);
    }

    @Test
    void confirmingTwiceBooksOnceAndTheSplitShowsInLaterDividends() {
        var split = id("SPLIT", "2024-06-10");

        var once = confirm(split);
        var twice = confirm(split);

        assertThat(twice.get("id")).isEqualTo(once.get("id"));
        assertThat(once.get("quantity").stringValue()).isEqualTo("2");
        assertThat(transactions()).isEqualTo(2);
        assertThat(shown()).containsExactly("DIVIDEND 2025-03-10 20 11.00", "DIVIDEND 2024-09-09 20 10.00");
        var dividend = confirm(id("DIVIDEND", "2024-09-09"));
        assertThat(dividend.get("price").stringValue()).isEqualTo("0.5");
        assertThat(ledgers.get("/api/v1/portfolios/%s/holdings".formatted(portfolio))
                        .get("cash")
                        .get(0)
                        .get("amount")
                        .stringValue())
                .isEqualTo("-590");
    }

    @RepeatedTest(5)
    void manyConfirmationsAtOnceBookOne() throws Exception {
        var split = id("SPLIT", "2024-06-10");
        var confirmations = new ArrayList<Callable<JsonNode>>();
        for (var i = 0; i < 6; i++) {
            confirmations.add(() -> confirm(split));
        }

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(confirmations)) {
                assertThat(answer.get().get("type").stringValue()).isEqualTo("SPLIT");
            }
        }

        assertThat(transactions()).isEqualTo(2);
    }

    @Test
    void whatTheBrokersFileHasAlreadyIsNotProposed() {
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount
            2024-06-12,SPLIT,TWIN,2,,USD,,
            2024-10-01,DIVIDEND,TWIN,,,USD,1.5,10
            """);

        assertThat(shown()).containsExactly("DIVIDEND 2025-03-10 20 11.00");
    }

    @Test
    void aDismissedActionStaysAwayAndAConfirmedOneComesBackWhenItsTransactionIsDeleted() {
        var split = id("SPLIT", "2024-06-10");
        var booked = confirm(split).get("id").stringValue();
        dismiss(split).expectStatus().isEqualTo(409);
        dismiss(id("DIVIDEND", "2025-03-10")).expectStatus().isNoContent();
        dismiss(id("DIVIDEND", "2024-09-09")).expectStatus().isNoContent();
        assertThat(shown()).isEmpty();

        client.delete()
                .uri("/api/v1/portfolios/%s/transactions/%s".formatted(portfolio, booked))
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(shown()).containsExactly("SPLIT 2024-06-10 10 2:1");
    }

    @Test
    void whatWasNeverProposedAndWhatIsAnothersIsNotThere() {
        var split = id("SPLIT", "2024-06-10");

        ledgers.post(uri("/" + UUID.randomUUID() + "/confirm"), "")
                .expectStatus()
                .isNotFound();
        dismiss(UUID.randomUUID().toString()).expectStatus().isNotFound();
        var stranger = new Ledgers(http(callers.inNewOrganisation()));
        stranger.post(uri("/" + split + "/confirm"), "").expectStatus().isNotFound();
        stranger.post(uri("/" + split + "/dismiss"), "").expectStatus().isNotFound();
        assertThat(transactions()).isEqualTo(1);
    }

    private JsonNode confirm(String action) {
        return Ledgers.body(
                ledgers.post(uri("/" + action + "/confirm"), "").expectStatus().isOk());
    }

    private RestTestClient.ResponseSpec dismiss(String action) {
        return ledgers.post(uri("/" + action + "/dismiss"), "");
    }

    private String id(String type, String date) {
        for (var item : ledgers.get(uri("")).get("items")) {
            if (item.get("type").stringValue().equals(type)
                    && item.get("exDate").stringValue().equals(date)) {
                return item.get("actionId").stringValue();
            }
        }
        throw new AssertionError("no %s of %s is proposed".formatted(type, date));
    }

    private List<String> shown() {
        var shown = new ArrayList<String>();
        ledgers.get(uri(""))
                .get("items")
                .forEach(item -> shown.add("%s %s %s %s"
                        .formatted(
                                item.get("type").stringValue(),
                                item.get("exDate").stringValue(),
                                item.get("quantityHeld").stringValue(),
                                item.has("amount")
                                        ? item.get("amount").stringValue()
                                        : item.get("newShares").intValue() + ":"
                                                + item.get("oldShares").intValue())));
        return shown;
    }

    private int transactions() {
        return ledgers.get("/api/v1/portfolios/%s/transactions".formatted(portfolio))
                .get("items")
                .size();
    }

    private String uri(String rest) {
        return "/api/v1/portfolios/%s/corporate-actions%s".formatted(portfolio, rest);
    }
}
