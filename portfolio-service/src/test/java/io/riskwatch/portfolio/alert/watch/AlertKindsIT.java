package io.riskwatch.portfolio.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.alert.MailCatcher;
import io.riskwatch.portfolio.alert.WebhookCatcher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every kind of rule, each by the same fall of one price where a price decides, to every receiver. */
class AlertKindsIT extends WatchTestBase {

    private static final List<String> KINDS = List.of(
            "DRAWDOWN",
            "DRIFT",
            "MARGIN_DISTANCE",
            "MARGIN_DISTANCE",
            "PERCENT_MOVE",
            "PRICE",
            "STALE_DATA",
            "VALUE_AT_RISK");

    private TestCaller caller;
    private String symbol;
    private String silent;
    private String portfolio;
    private WebhookCatcher receiver;
    private String address;

    /** A hundred shares that closed at 100 yesterday, over a loan of 5,000. */
    @BeforeEach
    void anIndebtedPortfolioAndItsReceivers() {
        caller = callers.inNewOrganisation();
        symbol = newSymbol();
        silent = newSymbol();
        receiver = catcher();
        webhook(caller, receiver, ",\"observesQuietHours\":true");
        address = proveAddress(caller);
        ticks.publishOfDay(symbol, "100", "100");
        var ledgers = new Ledgers(http(caller));
        portfolio = ledgers.newPortfolio();
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            %s,TRANSFER_IN,%s,100,100,USD,,,
            %s,WITHDRAWAL,,,,USD,,5000,
            """.formatted(
                        LocalDate.now().minusYears(1), symbol, LocalDate.now().minusDays(40)));
        String accounts = "/api/v1/portfolios/%s/accounts".formatted(portfolio);
        String account = get(caller, accounts).path("items").path(0).path("id").stringValue();
        put(caller, accounts + "/" + account, "{\"name\":\"Broker\",\"kind\":\"MARGIN\",\"shortsAllowed\":false}");
        ledgers.put(
                        "/api/v1/portfolios/%s/allocation/target".formatted(portfolio),
                        "{\"by\":\"class\",\"weights\":{\"CASH\":1}}")
                .expectStatus()
                .isOk();
        riskCheck(caller, portfolio, riskResult());
    }

    private void oneRuleOfEveryKind() {
        create(caller, RULES, price(symbol, "BELOW", "80"));
        create(caller, RULES, move(symbol, "BELOW", ""));
        ofPortfolio(
                "DRAWDOWN",
                ",\"threshold\":\"0.1\",\"since\":\"%s\""
                        .formatted(LocalDate.now().minusDays(30)));
        ofPortfolio("VALUE_AT_RISK", ",\"measure\":\"LOSS_BEYOND\"");
        ofPortfolio("MARGIN_DISTANCE", ",\"measure\":\"DISTANCE\",\"threshold\":\"0.10\"");
        ofPortfolio("MARGIN_DISTANCE", ",\"measure\":\"STATE\",\"marginState\":\"CALL\"");
        stays(() -> inbox(caller).isEmpty());
        ofPortfolio("DRIFT", "");
        create(
                caller,
                RULES,
                "{\"name\":\"Stale\",\"kind\":\"STALE_DATA\",\"symbol\":\"%s\",\"threshold\":\"10\"}"
                        .formatted(silent));
    }

    private void ofPortfolio(String kind, String more) {
        create(
                caller,
                RULES,
                "{\"name\":\"Watch\",\"kind\":\"%s\",\"portfolioId\":\"%s\"%s}".formatted(kind, portfolio, more));
    }

    /** 6,600 over a loan of 5,000: beyond the call at 6,666.67. */
    private void fall() {
        ticks.publish(silent, "5", Instant.now().minusSeconds(1_200));
        ticks.publishOfDay(symbol, "66", "100");
    }

    private List<String> kinds() {
        return inbox(caller)
                .valueStream()
                .map(alert -> alert.path("kind").stringValue())
                .sorted()
                .toList();
    }

    @Test
    void eachIsToldOnceToInboxMailAndWebhookWhateverTremblesOrRestarts() {
        oneRuleOfEveryKind();
        fall();

        await().untilAsserted(() -> assertThat(kinds()).isEqualTo(KINDS));
        await().until(() -> alertsMailedTo(address).size() == KINDS.size()
                && receiver.requests().size() == KINDS.size());
        for (String price : List.of("66.1", "65.9", "66")) {
            ticks.publishOfDay(symbol, price, "100");
        }
        restarted(UUID.fromString(portfolio));
        ticks.publishOfDay(symbol, "65.8", "100");
        stays(() -> kinds().equals(KINDS)
                && alertsMailedTo(address).size() == KINDS.size()
                && receiver.requests().size() == KINDS.size());

        assertThat(receiver.requests())
                .extracting(request -> JSON.readTree(request.body())
                        .path("alerts")
                        .path(0)
                        .path("kind")
                        .stringValue())
                .containsExactlyInAnyOrderElementsOf(KINDS);
        assertThat(alertsMailedTo(address))
                .extracting(MailCatcher.Mail::subject)
                .containsExactlyInAnyOrderElementsOf(inbox(caller)
                        .valueStream()
                        .map(alert -> alert.path("title").stringValue())
                        .toList());
    }

    @Test
    void inQuietHoursOnlyTheMarginCallPasses() {
        beginQuietHours(caller);
        oneRuleOfEveryKind();
        fall();

        await().untilAsserted(() -> assertThat(kinds()).isEqualTo(KINDS));
        await().until(() ->
                alertsMailedTo(address).size() == 1 && receiver.requests().size() == 1);
        assertThat(alertsMailedTo(address).getFirst().subject()).isEqualTo("Mine: margin account in CALL");
        for (JsonNode alert : inbox(caller)) {
            boolean urgent = alert.path("urgent").booleanValue();
            assertThat(urgent)
                    .as(alert.path("title").stringValue())
                    .isEqualTo(alert.path("title").stringValue().endsWith("in CALL"));
            assertThat(alert.path("deliveries")
                            .valueStream()
                            .filter(delivery ->
                                    delivery.path("status").stringValue().equals("DEFERRED"))
                            .count())
                    .as(alert.path("title").stringValue())
                    .isEqualTo(urgent ? 0 : 2);
        }
        stays(() -> alertsMailedTo(address).size() == 1 && receiver.requests().size() == 1);
    }
}
