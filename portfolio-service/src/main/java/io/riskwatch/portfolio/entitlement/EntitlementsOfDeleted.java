package io.riskwatch.portfolio.entitlement;

import io.riskwatch.portfolio.organisation.OrganisationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What billing said of an organisation goes with it; no foreign key sees to it, for billing may speak before we know of one. */
@Component
class EntitlementsOfDeleted {

    private final JdbcClient jdbc;

    EntitlementsOfDeleted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(OrganisationDeleted gone) {
        jdbc.sql("delete from entitlement where organisation_id = ?")
                .param(gone.organisationId())
                .update();
    }
}
