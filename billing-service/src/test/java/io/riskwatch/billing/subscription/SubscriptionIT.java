package io.riskwatch.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.riskwatch.billing.BillingIT;
import io.riskwatch.billing.ContractFile;
import io.riskwatch.billing.plan.Plan;
import io.riskwatch.service.tenancy.Tenancy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class SubscriptionIT extends BillingIT {

    private static final String EVENT_SCHEMA = "contract/event/entitlement-changed.schema.json";

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private PlanGrants grants;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void nobodyIsAnsweredWithoutAToken() throws Exception {
        http.perform(get("/api/v1/billing/plans"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType("application/problem+json"));
    }

    @Test
    void whoeverIsSignedInSeesThePlansOfTheContract() throws Exception {
        String expected = ContractFile.read("contract/plans.json").get("plans").toString();

        http.perform(get("/api/v1/billing/plans").with(memberOf(UUID.randomUUID())))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"plans\":" + expected + "}"));
    }

    @Test
    void anOrganisationWithoutARowHasFree() throws Exception {
        http.perform(get("/api/v1/billing/subscription").with(memberOf(UUID.randomUUID())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.plan").value("FREE"))
                .andExpect(jsonPath("$.limits.portfolios").value(3))
                .andExpect(jsonPath("$.since").doesNotHaveJsonPath());
    }

    @Test
    void theDemoOrganisationIsGrantedAdviserAtStart() throws Exception {
        http.perform(get("/api/v1/billing/subscription").with(memberOf(DEMO)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.organisationId").value(DEMO.toString()))
                .andExpect(jsonPath("$.plan").value("ADVISER"))
                .andExpect(jsonPath("$.since").isNotEmpty());
    }

    @Test
    void aGrantIsToldOnceWithAConfirmAndAsItsSchemaSays() throws IOException {
        UUID organisation = UUID.randomUUID();

        Subscription granted = grant(organisation, Plan.STUDENT);

        List<JsonNode> events = eventsOf(organisation, 1);
        assertThat(events).hasSize(1);
        JsonNode event = events.getFirst();
        assertThat(ContractFile.violations(EVENT_SCHEMA, event)).isEmpty();
        assertThat(event.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        ContractFile.read("contract/event/entitlement-changed.example.json")
                                .propertyNames());
        assertThat(event.get("plan").asString()).isEqualTo("STUDENT");
        assertThat(event.get("version").asLong()).isEqualTo(granted.version()).isEqualTo(1);
        assertThat(event.at("/limits/analysesPerDay").asInt()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(jdbc.sql(
                                "select count(*) from outbox where payload like :org and sent_at is not null and attempts = 1")
                        .param("org", "%" + organisation + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1));
    }

    @Test
    void theVersionGrowsWithTheChangeAndOnlyWithIt() {
        UUID organisation = UUID.randomUUID();

        assertThat(grant(organisation, Plan.STUDENT).version()).isEqualTo(1);
        assertThat(grant(organisation, Plan.STUDENT).version()).isEqualTo(1);
        assertThat(grant(organisation, Plan.PRO).version()).isEqualTo(2);

        assertThat(eventsOf(organisation, 3))
                .extracting(event -> event.get("version").asLong())
                .containsExactlyInAnyOrder(1L, 1L, 2L);
    }

    @Test
    void newTermsOfTheSamePlanAreANewVersion() {
        UUID organisation = UUID.randomUUID();
        Subscription first = grant(organisation, Plan.PRO);
        Tenancy.as(organisation, (Runnable) () -> transaction.executeWithoutResult(
                status -> jdbc.sql("update subscription set told_terms = 'as of last year'")
                        .update()));

        Subscription second = grant(organisation, Plan.PRO);

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.since()).isEqualTo(first.since());
    }

    @Test
    void anotherStartChangesNothing() throws Exception {
        Subscription before = Tenancy.as(DEMO, () -> subscriptions.find(DEMO)).orElseThrow();

        grants.run(null);

        assertThat(Tenancy.as(DEMO, () -> subscriptions.find(DEMO))).contains(before);
    }

    @Test
    void anOrganisationCannotReachAnothersRow() {
        UUID owner = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        grant(owner, Plan.PRO);

        assertThat(Tenancy.as(other, () -> subscriptions.find(owner))).isEmpty();
        Integer deleted = Tenancy.as(
                other,
                () -> transaction.execute(
                        status -> jdbc.sql("delete from subscription").update()));
        assertThat(deleted).isZero();
        assertThatThrownBy(() -> Tenancy.as(other, () -> subscriptions.grant(owner, Plan.ADVISER)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(Tenancy.as(owner, () -> subscriptions.find(owner))
                        .orElseThrow()
                        .plan())
                .isEqualTo(Plan.PRO);
    }

    private Subscription grant(UUID organisation, Plan plan) {
        return Tenancy.as(organisation, () -> subscriptions.grant(organisation, plan));
    }

    /** The organisation's events so far, once there are enough; then a little longer, in case there are too many. */
    private List<JsonNode> eventsOf(UUID organisation, int expected) {
        List<JsonNode> events = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            drain(organisation, events, 100);
            return events.size() >= expected;
        });
        drain(organisation, events, 1500);
        return events;
    }

    private void drain(UUID organisation, List<JsonNode> events, long waitMillis) {
        for (Message message = rabbit.receive(ENTITLEMENTS, waitMillis);
                message != null;
                message = rabbit.receive(ENTITLEMENTS, waitMillis)) {
            JsonNode event = json.readTree(message.getBody());
            if (event.get("organisationId").asString().equals(organisation.toString())) {
                events.add(event);
            }
        }
    }
}
