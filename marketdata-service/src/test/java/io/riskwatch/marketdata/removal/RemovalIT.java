package io.riskwatch.marketdata.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.upload.UploadFixture;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class RemovalIT extends MarketdataIT {

    private static final String CSV = "date,ACME\n2024-01-02,1.5\n2024-01-03,1.6\n";

    private static final String BACKFILL = """
            insert into backfill (id, organisation_id, symbols, first_day, last_day, created_at)
            values (?, ?, '{MSFT}', '2024-01-02', '2024-01-03', now())""";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations inTransaction;

    @Test
    void nothingOfTheOrganisationIsLeftInAnyTableAndOthersKeepTheirs() {
        UUID organisation = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        for (UUID each : List.of(organisation, other)) {
            UploadFixture.commit(client(each), CSV);
            addBackfill(each);
        }
        assertThat(tablesWithRowsOf(organisation))
                .as("there is something to delete")
                .hasSizeGreaterThan(3);

        String service = TOKENS.withRoles(organisation, "SERVICE");
        for (int twice = 0; twice < 2; twice++) {
            client(service)
                    .delete()
                    .uri("/api/v1/history")
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }

        assertThat(tablesWithRowsOf(organisation)).isEmpty();
        assertThat(tablesWithRowsOf(other)).hasSizeGreaterThan(3);
        client(organisation)
                .get()
                .uri("/api/v1/history/ACME")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aMemberWhoOwnsNothingDeletesNothing() {
        UUID organisation = UUID.randomUUID();
        UploadFixture.commit(client(organisation), CSV);

        client(TOKENS.withRoles(organisation, "VIEWER"))
                .delete()
                .uri("/api/v1/history")
                .exchange()
                .expectStatus()
                .isForbidden();

        assertThat(tablesWithRowsOf(organisation)).isNotEmpty();
    }

    private void addBackfill(UUID organisation) {
        Runnable add =
                () -> jdbc.sql(BACKFILL).params(UUID.randomUUID(), organisation).update();
        Tenancy.as(organisation, (Runnable) () -> inTransaction.executeWithoutResult(status -> add.run()));
    }

    /** Of those there are, later ones too. */
    private List<String> tablesWithRowsOf(UUID organisation) {
        return Tenancy.as(
                organisation,
                () -> inTransaction.execute(status -> {
                    List<String> found = new ArrayList<>();
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
                    return found;
                }));
    }
}
