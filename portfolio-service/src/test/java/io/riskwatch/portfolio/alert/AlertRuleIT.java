package io.riskwatch.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Rules, inbox and settings over HTTP. */
class AlertRuleIT extends AlertTestBase {

    @Test
    void aRuleIsKeptCompleteAndSaidInPlainWords() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();

        JsonNode made = create(caller, RULES, price(symbol, "BELOW", "80"));

        assertThat(made.path("sentence").stringValue()).isEqualTo("Fires when " + symbol + " is at 80 or below.");
        assertThat(made.path("rearmMargin").stringValue()).isEqualTo("0.4");
        assertThat(made.path("rearmsAt").stringValue()).isEqualTo("80.4");
        assertThat(made.path("state").stringValue()).isEqualTo("ARMED");
        assertThat(made.path("urgent").booleanValue()).isFalse();
        assertThat(get(caller, path(made))).isEqualTo(made);
        assertThat(get(caller, RULES + "?symbol=" + symbol).path("items").path(0))
                .isEqualTo(made);
        assertThat(get(caller, RULES + "?symbol=NOBODY").path("items").size()).isZero();
    }

    @Test
    void itIsChangedByWhoReadItLastAndArmedAnew() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        JsonNode made = create(caller, RULES, price(symbol, "ABOVE", "10"));
        ticks.publish(symbol, "11");
        onlyAlert(caller);

        change(caller, made, "\"7\"", price(symbol, "ABOVE", "20"))
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        JsonNode changed = Ledgers.body(change(caller, made, "\"0\"", price(symbol, "ABOVE", "20"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\""));
        assertThat(changed.path("state").stringValue()).isEqualTo("ARMED");
        ticks.publish(symbol, "21");
        await().until(() -> inbox(caller).size() == 2);

        // one whose condition holds already fires at once, and one that is off does not
        change(caller, made, "*", price(symbol, "ABOVE", "15")).expectStatus().isOk();
        await().until(() -> inbox(caller).size() == 3);
        change(caller, made, "*", price(symbol, "ABOVE", "14").replaceFirst("\\{", "{\"enabled\":false,"))
                .expectStatus()
                .isOk();
        ticks.publish(symbol, "22");
        stays(() -> inbox(caller).size() == 3);

        http(caller).delete().uri(path(made)).exchange().expectStatus().isNoContent();
        http(caller).get().uri(path(made)).exchange().expectStatus().isNotFound();
        assertThat(inbox(caller).size()).as("its alerts stay").isEqualTo(3);
    }

    private RestTestClient.ResponseSpec change(TestCaller caller, JsonNode rule, String ifMatch, String body) {
        return http(caller)
                .put()
                .uri(path(rule))
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void theInboxIsPagedCountedAndRead() {
        TestCaller caller = callers.inNewOrganisation();
        for (int i = 0; i < 3; i++) {
            String symbol = newSymbol();
            create(caller, RULES, price(symbol, "ABOVE", "10"));
            ticks.publish(symbol, "11");
        }
        await().until(() -> inbox(caller).size() == 3);

        JsonNode page = get(caller, ALERTS + "?limit=2");
        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(page.path("unread").intValue()).isEqualTo(3);
        JsonNode rest = get(
                caller, ALERTS + "?limit=2&cursor=" + page.path("nextCursor").stringValue());
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.has("nextCursor")).isFalse();

        send(caller, ALERTS + "/" + page.path("items").path(0).path("id").stringValue() + "/read", "")
                .expectStatus()
                .isNoContent();
        assertThat(get(caller, ALERTS + "?unread=true").path("items").size()).isEqualTo(2);
        String second = page.path("items").path(1).path("at").stringValue();
        assertThat(Ledgers.body(send(
                                        caller,
                                        ALERTS + "/read",
                                        "{\"before\":\"%s\"}"
                                                .formatted(rest.path("items")
                                                        .path(0)
                                                        .path("at")
                                                        .stringValue()))
                                .expectStatus()
                                .isOk())
                        .path("unread")
                        .intValue())
                .as("raised at %s", second)
                .isEqualTo(1);
        send(caller, ALERTS + "/read", "{}").expectStatus().isOk();
        assertThat(get(caller, ALERTS + "/unread-count").path("unread").intValue())
                .isZero();
    }

    @Test
    void settingsSayWhatIsMissingAndRefuseWhatCannotBe() {
        TestCaller caller = callers.inNewOrganisation();

        JsonNode before = get(caller, CHANNELS);
        assertThat(before.path("email").path("available").booleanValue()).isTrue();
        assertThat(before.path("email").path("unavailableBecause").stringValue())
                .contains("no e-mail address");
        refused(
                caller,
                "{\"emailEnabled\":true,\"quietHours\":{\"from\":\"22:00\",\"to\":\"22:00\",\"zone\":\"UTC\"}}",
                422,
                "quietHours.to");
        refused(
                caller,
                "{\"emailEnabled\":true,\"quietHours\":{\"from\":\"22:00\",\"to\":\"07:00\",\"zone\":\"Mars/Olympus\"}}",
                422,
                "quietHours.zone");
        refused(
                caller,
                "{\"emailEnabled\":true,\"quietHours\":{\"from\":\"25:00\",\"to\":\"07:00\",\"zone\":\"UTC\"}}",
                400,
                "quietHours.from");

        send(caller, CHANNELS + "/email/verification", "{\"code\":\"12345678\"}")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        String address = "wrong-" + caller.userId() + "@example.com";
        send(caller, CHANNELS + "/email/address", "{\"address\":\"%s\"}".formatted(address))
                .expectStatus()
                .isAccepted();
        send(caller, CHANNELS + "/email/address", "{\"address\":\"%s\"}".formatted(address))
                .expectStatus()
                .isEqualTo(429);
        assertThat(get(caller, CHANNELS).path("email").path("pendingAddress").stringValue())
                .isEqualTo(address);
        for (int i = 0; i < 5; i++) {
            send(caller, CHANNELS + "/email/verification", "{\"code\":\"00000000\"}")
                    .expectStatus()
                    .isEqualTo(422);
        }
        send(caller, CHANNELS + "/email/verification", "{\"code\":\"00000000\"}")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        assertThat(get(caller, CHANNELS).path("email").has("address")).isFalse();
    }

    @Test
    void webhooksAreBoundedAndTheirAddressesJudged() {
        TestCaller caller = callers.inNewOrganisation();
        for (String url : new String[] {
            "ftp://example.com/", "https://user:pw@example.com/", "https://example.com:22/", "nonsense"
        }) {
            send(caller, CHANNELS + "/webhooks", "{\"url\":\"%s\"}".formatted(url))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("url");
        }
        for (int i = 0; i < 10; i++) {
            create(caller, CHANNELS + "/webhooks", "{\"url\":\"https://example.com/%d\"}".formatted(i));
        }
        send(caller, CHANNELS + "/webhooks", "{\"url\":\"https://example.com/\"}")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    private void refused(TestCaller caller, String body, int status, String field) {
        http(caller)
                .put()
                .uri(CHANNELS)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private static String path(JsonNode rule) {
        return RULES + "/" + rule.path("id").stringValue();
    }
}
