package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.organisation.OrganisationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An organisation's place in the queue's order of turns, which no foreign key ties to it. */
@Component
class TurnsOfDeleted {

    private final JdbcClient jdbc;

    TurnsOfDeleted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(OrganisationDeleted gone) {
        jdbc.sql("delete from analysis_turn where organisation_id = ?")
                .param(gone.organisationId())
                .update();
    }
}
