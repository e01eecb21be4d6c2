package io.riskwatch.billing.subscription;

import io.riskwatch.billing.plan.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The subscription rows an organisation may see: its own. */
@Repository
class SubscriptionRepository {

    private final JdbcClient jdbc;

    SubscriptionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Subscription> find(UUID organisationId) {
        return jdbc.sql("""
                        select organisation_id, plan, source, version, since, changed_at
                        from subscription where organisation_id = ?""")
                .param(organisationId)
                .query(SubscriptionRepository::read)
                .optional();
    }

    /** Terms as they were last told to others; empty where nothing was told yet. */
    Optional<String> toldTerms(UUID organisationId) {
        return jdbc.sql("select told_terms from subscription where organisation_id = ? for update")
                .param(organisationId)
                .query(String.class)
                .optional();
    }

    void save(Subscription subscription, String toldTerms) {
        jdbc.sql("""
                        insert into subscription (organisation_id, plan, source, version, since, changed_at, told_terms)
                        values (:organisation, :plan, :source, :version, :since, :changed, :terms)
                        on conflict (organisation_id) do update set plan = excluded.plan, source = excluded.source,
                            version = excluded.version, since = excluded.since, changed_at = excluded.changed_at,
                            told_terms = excluded.told_terms""")
                .param("organisation", subscription.organisationId())
                .param("plan", subscription.plan().name())
                .param("source", subscription.source().name())
                .param("version", subscription.version())
                .param("since", Timestamp.from(subscription.since()))
                .param("changed", Timestamp.from(subscription.changedAt()))
                .param("terms", toldTerms)
                .update();
    }

    private static Subscription read(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getObject("organisation_id", UUID.class),
                Plan.valueOf(row.getString("plan")),
                Subscription.Source.valueOf(row.getString("source")),
                row.getLong("version"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
