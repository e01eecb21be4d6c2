package io.riskwatch.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.TestSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

/** From a price to everybody who is to be told. */
class AlertDeliveryIT extends AlertTestBase {

    /** REQUIREMENTS.md feature 21. */
    private static final Duration STATED = Duration.ofSeconds(5);

    @Autowired
    @Qualifier("deliveryWorker")
    private SmartLifecycle deliveries;

    private TestSocket page;

    @AfterEach
    void leave() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void aCrossingIsToldOnceToInboxMailAndWebhook() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        String address = proveAddress(caller);
        WebhookCatcher receiver = catcher();
        JsonNode webhook = webhook(caller, receiver, "");
        JsonNode rule = create(caller, RULES, price(symbol, "ABOVE", "120"));
        page = new TestSocket(address(), "/ws/events", caller.token());
        await().until(() -> !page.heard("hello").isEmpty());
        ticks.publish(symbol, "119");
        assertThat(rule.path("state").stringValue()).isEqualTo("ARMED");

        long began = System.nanoTime();
        ticks.publish(symbol, "120.5");
        await().atMost(STATED.multipliedBy(5))
                .until(() -> inbox(caller).size() == 1
                        && alertsMailedTo(address).size() == 1
                        && receiver.requests().size() == 1);
        System.out.printf("tick to inbox, mail and webhook: %d ms%n", (System.nanoTime() - began) / 1_000_000);

        // duplicates, trembling on the threshold, and what comes twice
        for (String price : List.of("120.5", "119.9", "121", "119.6", "125")) {
            ticks.publish(symbol, price);
        }
        stays(() -> inbox(caller).size() == 1
                && alertsMailedTo(address).size() == 1
                && receiver.requests().size() == 1);

        JsonNode alert = inbox(caller).path(0);
        assertThat(page.heard("alert.raised")).singleElement().satisfies(frame -> {
            assertThat(frame.path("alertId")).isEqualTo(alert.path("id"));
            assertThat(frame.path("title")).isEqualTo(alert.path("title"));
            assertThat(frame.has("unread"))
                    .as("how many are unread depends on who reads")
                    .isFalse();
        });
        assertThat(alert.path("title").stringValue()).isEqualTo(symbol + " is at 120.5 USD");
        assertThat(alert.path("message").stringValue()).contains("at or above your level of 120.");
        assertThat(alert.path("ruleId")).isEqualTo(rule.path("id"));
        await().until(() -> statuses(get(caller, ALERTS + "/" + id(alert)))
                .equals(List.of("IN_APP DELIVERED 1", "EMAIL DELIVERED 1", "WEBHOOK DELIVERED 1")));
        MailCatcher.Mail mail = alertsMailedTo(address).getFirst();
        assertThat(mail.subject()).isEqualTo(symbol + " is at 120.5 USD");
        assertThat(mail.text()).contains("text/plain", "text/html");
        WebhookCatcher.Request request = receiver.requests().getFirst();
        JsonNode body = JSON.readTree(request.body());
        assertThat(request.event()).isEqualTo("alert.raised");
        assertThat(body.path("id").stringValue()).isEqualTo(request.delivery());
        assertThat(body.path("alerts").path(0).path("alertId")).isEqualTo(alert.path("id"));
        assertThat(request.signature()).isEqualTo(signed(webhook.path("secret").stringValue(), request));
        assertThat(get(caller, RULES + "/" + id(rule)).path("state").stringValue())
                .isEqualTo("TRIGGERED");

        // it falls back by the margin and rises again: another crossing
        ticks.publish(symbol, "119.4");
        ticks.publish(symbol, "120");
        await().until(() -> inbox(caller).size() == 2 && receiver.requests().size() == 2);
    }

    @Test
    void whatWasRaisedBeforeARestartIsSentOnceAfterIt() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        String address = proveAddress(caller);
        WebhookCatcher receiver = catcher();
        webhook(caller, receiver, "");
        create(caller, RULES, price(symbol, "BELOW", "50"));
        deliveries.stop();
        try {
            ticks.publish(symbol, "49");
            onlyAlert(caller);
            stays(() -> receiver.requests().isEmpty() && alertsMailedTo(address).isEmpty());
        } finally {
            deliveries.start();
        }

        await().until(() ->
                receiver.requests().size() == 1 && alertsMailedTo(address).size() == 1);
        stays(() -> receiver.requests().size() == 1 && alertsMailedTo(address).size() == 1);
    }

    @Test
    void quietHoursHoldBackWhatIsNotUrgentAndTellItAllInOne() {
        TestCaller caller = callers.inNewOrganisation();
        String first = newSymbol();
        String second = newSymbol();
        String urgent = newSymbol();
        String address = proveAddress(caller);
        WebhookCatcher patient = catcher();
        WebhookCatcher eager = catcher();
        webhook(caller, patient, ",\"observesQuietHours\":true");
        webhook(caller, eager, "");
        beginQuietHours(caller);
        for (String symbol : List.of(first, second)) {
            create(caller, RULES, price(symbol, "ABOVE", "10"));
        }
        create(caller, RULES, price(urgent, "ABOVE", "10").replaceFirst("\\{", "{\"urgent\":true,"));

        ticks.publish(first, "11");
        ticks.publish(second, "12");
        await().until(() -> eager.requests().size() == 2);
        assertThat(statuses(inbox(caller).path(0)))
                .contains("EMAIL DEFERRED 0", "WEBHOOK DEFERRED 0", "IN_APP DELIVERED 1");
        ticks.publish(urgent, "13");
        await().until(() ->
                alertsMailedTo(address).size() == 1 && patient.requests().size() == 1);
        assertThat(alertsMailedTo(address).getFirst().subject()).startsWith(urgent);

        endQuietHours(caller, 4);

        await().until(() ->
                alertsMailedTo(address).size() == 2 && patient.requests().size() == 2);
        assertThat(alertsMailedTo(address).get(1).subject()).isEqualTo("Riskwatch: 2 alerts");
        assertThat(alertsMailedTo(address).get(1).text()).contains(first, second);
        assertThat(patient.requests().get(1).event()).isEqualTo("alert.digest");
        assertThat(JSON.readTree(patient.requests().get(1).body())
                        .path("alerts")
                        .size())
                .isEqualTo(2);
        stays(() -> alertsMailedTo(address).size() == 2 && patient.requests().size() == 2);
    }

    @Test
    void aDigestThatFailsIsTriedAgainAsTheSameMessage() {
        TestCaller caller = callers.inNewOrganisation();
        WebhookCatcher receiver = catcher().answering(500, 500, 200);
        webhook(caller, receiver, ",\"observesQuietHours\":true");
        beginQuietHours(caller);
        for (int i = 0; i < 3; i++) {
            String symbol = newSymbol();
            create(caller, RULES, price(symbol, "ABOVE", "10"));
            ticks.publish(symbol, "11");
        }
        await().until(() -> inbox(caller).size() == 3);
        endQuietHours(caller, 3);

        await().until(() -> receiver.requests().size() == 3);
        assertThat(receiver.requests()).allSatisfy(request -> {
            assertThat(request.delivery())
                    .isEqualTo(receiver.requests().getFirst().delivery());
            assertThat(request.body()).isEqualTo(receiver.requests().getFirst().body());
            assertThat(JSON.readTree(request.body()).path("alerts").size()).isEqualTo(3);
        });
        stays(() -> receiver.requests().size() == 3);
    }
}
