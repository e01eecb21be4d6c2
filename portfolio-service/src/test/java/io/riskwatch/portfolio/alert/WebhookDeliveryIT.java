package io.riskwatch.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What becomes of requests that fail, of tests and of secrets. */
class WebhookDeliveryIT extends AlertTestBase {

    @Test
    void aReceiverThatFailsTwiceIsAskedThreeTimesAndTheLogSaysSo() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        WebhookCatcher receiver = catcher().answering(500, 500, 200);
        webhook(caller, receiver, "");
        create(caller, RULES, price(symbol, "ABOVE", "10"));

        ticks.publish(symbol, "11");
        JsonNode alert = onlyAlert(caller);

        await().until(() -> statuses(get(caller, ALERTS + "/" + id(alert))).contains("WEBHOOK DELIVERED 3"));
        assertThat(receiver.requests()).hasSize(3).allSatisfy(request -> {
            assertThat(request.delivery())
                    .isEqualTo(receiver.requests().getFirst().delivery());
            assertThat(request.body()).isEqualTo(receiver.requests().getFirst().body());
        });
        JsonNode log =
                get(caller, ALERTS + "/" + id(alert)).path("deliveries").path(1).path("log");
        assertThat(log.size()).isEqualTo(3);
        assertThat(log.path(0).path("statusCode").intValue()).isEqualTo(500);
        assertThat(log.path(1).path("outcome").stringValue()).isEqualTo("FAILED");
        assertThat(log.path(2).path("outcome").stringValue()).isEqualTo("DELIVERED");
    }

    @Test
    void oneThatNeverAnswersIsGivenUpSwitchedOffAndCanBeTriedAgain() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        WebhookCatcher receiver = catcher().answering(503, 503, 503, 503, 503);
        JsonNode webhook = webhook(caller, receiver, ",\"description\":\"Desk\"");
        create(caller, RULES, price(symbol, "ABOVE", "10"));

        ticks.publish(symbol, "11");

        await().until(() -> inbox(caller).size() == 2);
        JsonNode notice = inbox(caller).path(0);
        assertThat(notice.path("kind").stringValue()).isEqualTo("NOTICE");
        assertThat(notice.path("message").stringValue()).contains("Desk", "503");
        String path = CHANNELS + "/webhooks/" + id(webhook.path("webhook"));
        assertThat(get(caller, path).path("enabled").booleanValue()).isFalse();
        JsonNode alert = inbox(caller).path(1);
        assertThat(statuses(alert)).contains("WEBHOOK FAILED 5");

        put(caller, path, "{\"url\":\"%s\"}".formatted(receiver.url()));
        String delivery = alert.path("deliveries").path(1).path("id").stringValue();
        send(caller, ALERTS + "/" + id(alert) + "/deliveries/" + delivery + "/retry", "")
                .expectStatus()
                .isOk();
        await().until(() -> statuses(get(caller, ALERTS + "/" + id(alert))).contains("WEBHOOK DELIVERED 6"));
        send(caller, ALERTS + "/" + id(alert) + "/deliveries/" + delivery + "/retry", "")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void aTestIsSentToWhatIsSwitchedOffToo() {
        TestCaller caller = callers.inNewOrganisation();
        WebhookCatcher receiver = catcher();
        JsonNode webhook = webhook(caller, receiver, ",\"enabled\":false").path("webhook");
        String path = CHANNELS + "/webhooks/" + id(webhook);

        send(caller, path + "/test", "").expectStatus().isAccepted();
        await().until(() -> receiver.requests().size() == 1);
        assertThat(receiver.requests().getFirst().event()).isEqualTo("alert.test");
        await().until(() -> get(caller, path + "/deliveries")
                .path("items")
                .path(0)
                .path("status")
                .stringValue()
                .equals("DELIVERED"));

        send(caller, CHANNELS + "/email/test", "").expectStatus().isEqualTo(HttpStatus.CONFLICT);
        String address = proveAddress(caller);
        put(caller, CHANNELS, "{\"emailEnabled\":false}");
        send(caller, CHANNELS + "/email/test", "").expectStatus().isAccepted();
        await().until(() -> alertsMailedTo(address).size() == 1);
    }

    @Test
    void afterAnExchangeBothSecretsSignForADay() {
        TestCaller caller = callers.inNewOrganisation();
        WebhookCatcher receiver = catcher();
        JsonNode made = webhook(caller, receiver, "");
        String path = CHANNELS + "/webhooks/" + id(made.path("webhook"));
        JsonNode exchanged =
                Ledgers.body(send(caller, path + "/secret", "").expectStatus().isOk());

        send(caller, path + "/test", "").expectStatus().isAccepted();
        await().until(() -> receiver.requests().size() == 1);
        WebhookCatcher.Request request = receiver.requests().getFirst();
        assertThat(request.signature())
                .isEqualTo(signed(exchanged.path("secret").stringValue(), request) + ","
                        + signed(made.path("secret").stringValue(), request).split(",")[1]);
        assertThat(get(caller, path).toString()).doesNotContain("whsec");
    }
}
