package io.riskwatch.portfolio.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.service.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EntitlementIT extends PortfolioServiceIT {

    @Autowired
    private Entitlements entitlements;

    @Autowired
    private RabbitTemplate rabbit;

    private final JsonMapper json = new JsonMapper();

    @Test
    void anOrganisationBillingNeverSpokeOfHasTheFreeRowOfBillingsContract() throws IOException {
        Entitlement free = entitlements.of(UUID.randomUUID());

        assertThat(free.plan()).isEqualTo("FREE");
        assertThat(free.limit("analysesPerDay"))
                .isEqualTo(example("plans.json")
                        .path("plans")
                        .path(0)
                        .path("limits")
                        .path("analysesPerDay")
                        .intValue());
        assertThatThrownBy(() -> free.require("portfolios", 4, "portfolios"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status().value()).isEqualTo(402);
                    assertThat(problem.properties()).containsEntry("limit", "portfolios");
                });
    }

    @Test
    void theNewestEventWinsWhateverTheOrderAndHoweverOftenItComes() throws IOException {
        UUID organisation = UUID.randomUUID();
        say(organisation, "PRO", 7);
        say(organisation, "ADVISER", 9);
        say(organisation, "STUDENT", 8);
        say(organisation, "ADVISER", 9);
        UUID last = UUID.randomUUID();
        say(last, "PRO", 1);

        await().until(() -> entitlements.planOf(last).equals("PRO"));
        assertThat(entitlements.of(organisation).plan()).isEqualTo("ADVISER");
        assertThat(entitlements.of(organisation).queueWeight()).isEqualTo(8);
    }

    @Test
    void aMessageThatIsNoneGoesToTheDeadQueueAndTheOthersFlow() throws IOException {
        rabbit.send(
                "billing.events",
                "entitlement.changed",
                MessageBuilder.withBody("{\"plan\":".getBytes()).build());
        UUID organisation = UUID.randomUUID();
        say(organisation, "STUDENT", 1);

        await().until(() -> entitlements.planOf(organisation).equals("STUDENT"));
        assertThat(rabbit.receive("portfolio.entitlement.dead", 5_000)).isNotNull();
    }

    @Test
    void thePlanIsShownToItsOwner() throws IOException {
        TestCaller caller = callers.inNewOrganisation();
        say(caller.organisationId(), "PRO", 3);
        await().until(() -> entitlements.planOf(caller.organisationId()).equals("PRO"));

        http(caller)
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectBody()
                .jsonPath("$.plan")
                .isEqualTo("PRO");
    }

    private void say(UUID organisation, String plan, int version) throws IOException {
        ObjectNode event = example("event/entitlement-changed.example.json");
        event.put("organisationId", organisation.toString()).put("plan", plan).put("version", version);
        rabbit.send(
                "billing.events",
                "entitlement.changed",
                MessageBuilder.withBody(json.writeValueAsBytes(event)).build());
    }

    private ObjectNode example(String path) throws IOException {
        try (InputStream in = EntitlementIT.class.getResourceAsStream("/contract/billing-service/" + path)) {
            return (ObjectNode) json.readTree(Objects.requireNonNull(in, path));
        }
    }
}
