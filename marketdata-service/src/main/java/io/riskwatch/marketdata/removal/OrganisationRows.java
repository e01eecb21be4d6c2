package io.riskwatch.marketdata.removal;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows an organisation has in this service. */
@Repository
class OrganisationRows {

    private static final Logger log = LoggerFactory.getLogger(OrganisationRows.class);

    /** Every table with an organisation but those that go by cascade. */
    private static final List<String> TABLES = List.of("history_series", "history_layer", "history_import", "backfill");

    private final JdbcClient jdbc;

    OrganisationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Run it as that organisation. */
    @Transactional
    public void delete(UUID organisation) {
        int gone = 0;
        for (String table : TABLES) {
            gone += jdbc.sql("delete from " + table + " where organisation_id = ?")
                    .param(organisation)
                    .update();
        }
        log.info("event=prices-of-organisation-deleted organisation={} rows={}", organisation, gone);
    }
}
