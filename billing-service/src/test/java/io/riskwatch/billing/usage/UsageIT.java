package io.riskwatch.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.riskwatch.billing.BillingIT;
import io.riskwatch.billing.ContractFile;
import io.riskwatch.service.tenancy.Tenancy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

class UsageIT extends BillingIT {

    private static final String EXAMPLE = "../analytics-worker/contract/event/examples/analysis.completed.json";

    @Autowired
    private UsageRepository usage;

    @Test
    void anAnalysisCountsOnceHoweverOftenItsMessageComes() throws Exception {
        UUID organisation = UUID.randomUUID();
        ObjectNode first = completed(organisation);
        ObjectNode second = completed(organisation);

        publish(first);
        publish(first);
        publish(second);

        await().untilAsserted(() -> assertThat(today(organisation)).isEqualTo(2));
        http.perform(get("/api/v1/billing/usage").with(memberOf(organisation)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.meters[0].limit").value("analysesPerDay"))
                .andExpect(jsonPath("$.meters[0].used").value(2))
                .andExpect(jsonPath("$.meters[0].allowed").value(50));
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() throws Exception {
        UUID organisation = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        publish(completed(organisation));
        await().untilAsserted(() -> assertThat(today(organisation)).isEqualTo(1));

        http.perform(get("/api/v1/billing/usage").with(memberOf(other)))
                .andExpect(jsonPath("$.meters[0].used").value(0));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(Tenancy.as(other, () -> usage.analyses(organisation, today))).isZero();
    }

    @Test
    void whatCannotBeReadGoesAsideAndBlocksNobody() throws Exception {
        UUID organisation = UUID.randomUUID();
        rabbit.send(
                "analysis.events",
                "analysis.completed",
                MessageBuilder.withBody("{\"analysisId\": 7".getBytes(StandardCharsets.UTF_8))
                        .setContentType("application/json")
                        .build());
        publish(completed(organisation));

        await().untilAsserted(() -> assertThat(today(organisation)).isEqualTo(1));
        Message aside = rabbit.receive("billing.analysis-completed.dead", 20_000);
        assertThat(aside).isNotNull();
        assertThat(new String(aside.getBody(), StandardCharsets.UTF_8)).contains("\"analysisId\": 7");
    }

    private int today(UUID organisation) {
        return Tenancy.as(organisation, () -> usage.analyses(organisation, LocalDate.now(ZoneOffset.UTC)));
    }

    private static ObjectNode completed(UUID organisation) throws IOException {
        return ((ObjectNode) ContractFile.read(EXAMPLE))
                .put("organisationId", organisation.toString())
                .put("analysisId", UUID.randomUUID().toString())
                .put("occurredAt", Instant.now().toString());
    }

    private void publish(ObjectNode event) {
        rabbit.send(
                "analysis.events",
                "analysis.completed",
                MessageBuilder.withBody(json.writeValueAsBytes(event))
                        .setContentType("application/json")
                        .build());
    }
}
