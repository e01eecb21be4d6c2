package io.riskwatch.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.TestSocket;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Another organisation's rules, alerts, webhooks and deliveries do not exist: every path answers 404, and nothing changes. */
class AlertIsolationIT extends AlertTestBase {

    @Autowired
    private TransactionOperations transaction;

    @Test
    void nothingOfAnotherOrganisationIsFoundOrChanged() {
        TestCaller owner = callers.inNewOrganisation();
        TestCaller stranger = callers.inNewOrganisation();
        String symbol = newSymbol();
        WebhookCatcher receiver = catcher();
        JsonNode webhook = webhook(owner, receiver, "").path("webhook");
        JsonNode rule = create(owner, RULES, price(symbol, "ABOVE", "10"));
        ticks.publish(symbol, "11");
        onlyAlert(owner);
        await().until(() -> receiver.requests().size() == 1
                && inbox(owner)
                        .toString()
                        .contains("\"WEBHOOK\",\"webhookId\":" + webhook.path("id") + ",\"status\":\"DELIVERED\""));
        JsonNode alert = inbox(owner).path(0);
        String rulePath = RULES + "/" + text(rule, "id");
        String alertPath = ALERTS + "/" + text(alert, "id");
        String delivery = text(alert.path("deliveries").path(1), "id");
        String webhookPath = CHANNELS + "/webhooks/" + text(webhook, "id");
        List<String> readable = List.of(
                rulePath, alertPath, webhookPath, webhookPath + "/deliveries", CHANNELS + "/deliveries/" + delivery);
        List<JsonNode> before = readable.stream().map(path -> get(owner, path)).toList();

        for (String path : readable) {
            http(stranger).get().uri(path).exchange().expectStatus().isNotFound();
        }
        for (String path : List.of(
                alertPath + "/read",
                alertPath + "/deliveries/" + delivery + "/retry",
                webhookPath + "/secret",
                webhookPath + "/test")) {
            send(stranger, path, "").expectStatus().isNotFound();
        }
        for (String path : List.of(rulePath, webhookPath)) {
            http(stranger).delete().uri(path).exchange().expectStatus().isNotFound();
        }
        change(stranger, rulePath, price(symbol, "BELOW", "5"));
        change(stranger, webhookPath, "{\"url\":\"%s\"}".formatted(receiver.url()));
        send(stranger, ALERTS + "/read", "{}").expectStatus().isOk();
        for (String path : List.of(RULES, ALERTS, CHANNELS + "/webhooks")) {
            assertThat(get(stranger, path).path("items").size()).as(path).isZero();
        }
        assertThat(readable.stream().map(path -> get(owner, path)).toList()).isEqualTo(before);
    }

    private void change(TestCaller caller, String path, String body) {
        http(caller)
                .put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aRuleAboutAnotherOrganisationsPortfolioIsRefused() {
        String portfolio = new Ledgers(http(callers.inNewOrganisation())).newPortfolio();

        send(
                        callers.inNewOrganisation(),
                        RULES,
                        "{\"name\":\"Theirs\",\"kind\":\"DRIFT\",\"portfolioId\":\"%s\"}".formatted(portfolio))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("portfolioId");
    }

    @Test
    void theDatabaseItselfShowsAndTakesOnlyRowsOfTheCurrentOrganisation() {
        TestCaller owner = callers.inNewOrganisation();
        String symbol = newSymbol();
        webhook(owner, catcher(), "");
        put(owner, CHANNELS, "{\"emailEnabled\":true}");
        create(owner, RULES, price(symbol, "ABOVE", "10"));
        ticks.publish(symbol, "11");
        onlyAlert(owner);

        for (String table : List.of("alert_rule", "alert", "alert_channel", "alert_webhook", "alert_delivery")) {
            assertThat(countAs(owner.organisationId(), table)).as(table).isPositive();
            assertThat(countAs(callers.inNewOrganisation().organisationId(), table))
                    .as(table)
                    .isZero();
        }
    }

    private long countAs(UUID organisation, String table) {
        return Tenancy.as(
                organisation,
                () -> transaction.execute(status -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }

    private static String text(JsonNode thing, String member) {
        return thing.path(member).stringValue();
    }

    @Test
    void anAlertOfAClientsAccountIsNotToldToMembersItWasNotGrantedTo() {
        TestCaller adviser = callers.inNewOrganisation();
        TestCaller member = callers.colleagueOf(adviser, "Mo Member", Role.MEMBER);
        TestCaller granted = callers.colleagueOf(adviser, "Gil Granted", Role.MEMBER);
        try (TestSocket advisers = new TestSocket(address(), "/ws/events", adviser.token());
                TestSocket grantees = new TestSocket(address(), "/ws/events", granted.token());
                TestSocket members = new TestSocket(address(), "/ws/events", member.token())) {
            await().until(() -> !advisers.heard("hello").isEmpty()
                    && !grantees.heard("hello").isEmpty()
                    && !members.heard("hello").isEmpty());
            JsonNode client = clientInACall(adviser);
            grant(adviser, client, granted);
            create(adviser, RULES, """
                {"name":"Watch","kind":"MARGIN_DISTANCE","measure":"STATE","marginState":"CALL","portfolioId":"%s"}\
                """.formatted(text(client, "portfolioId")));
            await().until(() -> !advisers.heard("alert.raised").isEmpty());

            String symbol = newSymbol();
            create(adviser, RULES, price(symbol, "ABOVE", "10"));
            ticks.publish(symbol, "11");
            await().until(() -> !members.heard("alert.raised").isEmpty());

            assertThat(members.heard("alert.raised"))
                    .hasSize(1)
                    .allMatch(frame -> text(frame, "kind").equals("PRICE"));
            await().until(() -> grantees.heard("alert.raised").size() == 2);
            assertThat(inbox(member)).hasSize(1);
            assertThat(inbox(granted)).hasSize(2);
            assertThat(inbox(adviser)).hasSize(2);
            http(adviser)
                    .delete()
                    .uri("/api/v1/clients/" + text(client, "id"))
                    .exchange()
                    .expectStatus()
                    .isNoContent();
            assertThat(inbox(member)).as("the client is gone").hasSize(1);
            assertThat(inbox(granted)).hasSize(1);
            assertThat(inbox(adviser)).hasSize(2);
        }
    }

    private JsonNode clientInACall(TestCaller adviser) {
        JsonNode client = create(adviser, "/api/v1/clients", "{\"name\":\"Ada\",\"loan\":\"10000\"}");
        holdsLittle(adviser, client);
        return client;
    }

    /** One share at 1: who never held anything is still being set up, and no alert tells of that. */
    private void holdsLittle(TestCaller adviser, JsonNode client) {
        String symbol = newSymbol();
        ticks.publish(symbol, "1");
        create(
                adviser,
                "/api/positions",
                "{\"clientId\":%s,\"symbol\":\"%s\",\"quantity\":1,\"cost_basis\":1}"
                        .formatted(client.path("number"), symbol));
    }

    private void grant(TestCaller adviser, JsonNode client, TestCaller to) {
        put(adviser, "/api/v1/clients/%s/grants/%s".formatted(text(client, "id"), to.userId()), "{\"scope\":\"READ\"}");
    }

    @Test
    void whoMayNotSeeTheClientAnyMoreGetsNoMailOfTheRuleTheySaved() {
        TestCaller adviser = callers.inNewOrganisation();
        TestCaller revoked = callers.colleagueOf(adviser, "Rita Revoked", Role.MEMBER);
        TestCaller granted = callers.colleagueOf(adviser, "Gil Granted", Role.MEMBER);
        JsonNode client = create(adviser, "/api/v1/clients", "{\"name\":\"Ada\"}");
        holdsLittle(adviser, client);
        for (TestCaller member : List.of(revoked, granted)) {
            grant(adviser, client, member);
            proveAddress(member);
            put(member, CHANNELS, "{\"emailEnabled\":true}");
            create(member, RULES, """
                {"name":"Watch","kind":"MARGIN_DISTANCE","measure":"STATE","marginState":"CALL","portfolioId":"%s"}\
                """.formatted(text(client, "portfolioId")));
        }
        http(adviser)
                .delete()
                .uri("/api/v1/clients/%s/grants/%s".formatted(text(client, "id"), revoked.userId()))
                .exchange()
                .expectStatus()
                .isNoContent();

        put(adviser, "/api/v1/clients/" + text(client, "id"), "{\"name\":\"Ada\",\"loan\":\"10000\"}");
        await().until(() -> inbox(adviser).size() == 2 && inbox(granted).size() == 2);
        await().until(() -> alertsMailedTo(address(granted)).size() == 1);

        assertThat(mails(adviser, revoked)).isZero();
        assertThat(alertsMailedTo(address(revoked))).isEmpty();
    }

    @Test
    void whatQuietHoursHeldBackIsNotMailedOnceTheGrantIsTaken() {
        TestCaller adviser = callers.inNewOrganisation();
        TestCaller member = callers.colleagueOf(adviser, "Rita Revoked", Role.MEMBER);
        JsonNode client = clientInACall(adviser);
        grant(adviser, client, member);
        proveAddress(member);
        var now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        put(member, CHANNELS, """
            {"emailEnabled":true,"quietHours":{"from":"%s","to":"%s","zone":"UTC","urgentPasses":false}}\
            """.formatted(now.minusHours(1), now.plusHours(1)));
        create(member, RULES, """
            {"name":"Watch","kind":"MARGIN_DISTANCE","measure":"STATE","marginState":"CALL","portfolioId":"%s"}\
            """.formatted(text(client, "portfolioId")));
        await().until(() -> mails(adviser, member) == 1);
        http(adviser)
                .delete()
                .uri("/api/v1/clients/%s/grants/%s".formatted(text(client, "id"), member.userId()))
                .exchange()
                .expectStatus()
                .isNoContent();

        Tenancy.as(
                adviser.organisationId(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update alert_delivery set due_at = now() where deferred")
                                .update()));

        await().until(() -> inbox(adviser).toString().contains("\"CANCELLED\""));
        assertThat(alertsMailedTo(address(member))).isEmpty();
    }

    private static String address(TestCaller caller) {
        return "user-" + caller.userId() + "@example.com";
    }

    private long mails(TestCaller of, TestCaller to) {
        return Tenancy.as(
                of.organisationId(),
                () -> transaction.execute(status -> jdbc.sql("select count(*) from alert_delivery where user_id = ?")
                        .param(to.userId())
                        .query(Long.class)
                        .single()));
    }

    @Test
    void whereAlertsArePostedIsForThoseToSayWhoSeeEveryClient() {
        TestCaller adviser = callers.inNewOrganisation(Role.ADVISER);
        TestCaller member = callers.colleagueOf(adviser, "Mo Member", Role.MEMBER);
        WebhookCatcher receiver = catcher();
        String body = "{\"url\":\"%s\"}".formatted(receiver.url());
        String path = CHANNELS + "/webhooks/"
                + text(create(adviser, CHANNELS + "/webhooks", body).path("webhook"), "id");
        JsonNode client = clientInACall(adviser);
        create(adviser, RULES, """
            {"name":"Watch","kind":"MARGIN_DISTANCE","measure":"STATE","marginState":"CALL","portfolioId":"%s"}\
            """.formatted(text(client, "portfolioId")));
        await().until(() -> receiver.requests().size() == 1);
        String delivery = CHANNELS + "/deliveries/"
                + text(get(adviser, path + "/deliveries").path("items").path(0), "id");
        get(adviser, delivery);

        send(member, CHANNELS + "/webhooks", body).expectStatus().isForbidden();
        send(member, path + "/secret", "").expectStatus().isForbidden();
        send(member, path + "/test", "").expectStatus().isForbidden();
        http(member)
                .put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isForbidden();
        http(member).delete().uri(path).exchange().expectStatus().isForbidden();
        http(member).get().uri(path + "/deliveries").exchange().expectStatus().isForbidden();
        http(member).get().uri(delivery).exchange().expectStatus().isNotFound();
        assertThat(get(member, CHANNELS + "/webhooks").path("items")).hasSize(1);
    }
}
