package io.riskwatch.billing.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.billing.BillingIT;
import io.riskwatch.billing.ContractFile;
import io.riskwatch.service.tenancy.Tenancy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

class OrganisationRemovalIT extends BillingIT {

    private static final String EXAMPLE = "../portfolio-service/contract/event/organisation-deleted.example.json";

    @Autowired
    private TransactionOperations inTransaction;

    @Test
    void nothingOfTheOrganisationIsLeftInAnyTableAndOthersKeepTheirs() throws Exception {
        UUID organisation = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        for (UUID each : List.of(organisation, other)) {
            as(each, () -> {
                jdbc.sql("""
                    insert into subscription (organisation_id, plan, source, version, since, changed_at, told_terms)
                    values (?, 'PRO', 'GRANT', 1, now(), now(), 'terms')""").param(each).update();
                jdbc.sql("""
                    insert into analysis_usage (organisation_id, analysis_id, kind, day)
                    values (?, ?, 'risk', current_date)""").params(each, UUID.randomUUID()).update();
            });
        }
        assertThat(tablesWithRowsOf(organisation)).containsExactly("analysis_usage", "subscription");

        publish(organisation);
        publish(organisation);

        await().untilAsserted(() -> assertThat(tablesWithRowsOf(organisation)).isEmpty());
        assertThat(tablesWithRowsOf(other)).containsExactly("analysis_usage", "subscription");
    }

    private void publish(UUID organisation) throws IOException {
        ObjectNode event = ((ObjectNode) ContractFile.read(EXAMPLE)).put("organisationId", organisation.toString());
        rabbit.send(
                "portfolio.events",
                "organisation.deleted",
                MessageBuilder.withBody(json.writeValueAsBytes(event))
                        .setContentType("application/json")
                        .build());
    }

    private void as(UUID organisation, Runnable work) {
        Tenancy.as(organisation, (Runnable) () -> inTransaction.executeWithoutResult(status -> work.run()));
    }

    /** Of those there are, later ones too. */
    private List<String> tablesWithRowsOf(UUID organisation) {
        List<String> found = new ArrayList<>();
        as(organisation, () -> {
            for (String table : jdbc.sql("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'organisation_id' order by table_name""").query(String.class).list()) {
                if (jdbc.sql("select exists (select from " + table + " where organisation_id = ?)")
                        .param(organisation)
                        .query(Boolean.class)
                        .single()) {
                    found.add(table);
                }
            }
        });
        return found;
    }
}
