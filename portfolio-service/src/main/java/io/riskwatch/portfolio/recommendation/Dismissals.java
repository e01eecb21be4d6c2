package io.riskwatch.portfolio.recommendation;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What somebody does not want to hear again, and why. */
@Repository
class Dismissals {

    private final JdbcClient jdbc;

    Dismissals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A dismissal. */
    record Dismissal(String reason, Instant dismissedAt) {}

    /** By recommendation. */
    @Transactional(readOnly = true)
    public Map<UUID, Dismissal> of(UUID portfolioId) {
        var dismissals = new HashMap<UUID, Dismissal>();
        jdbc.sql("select recommendation_id, reason, dismissed_at from recommendation_dismissal"
                        + " where organisation_id = ? and portfolio_id = ? order by dismissed_at desc limit 1000")
                .params(organisation(), portfolioId)
                .query((RowCallbackHandler) row -> dismissals.put(
                        row.getObject("recommendation_id", UUID.class),
                        new Dismissal(
                                row.getString("reason"),
                                row.getTimestamp("dismissed_at").toInstant())));
        return dismissals;
    }

    @Transactional
    public void add(UUID portfolioId, UUID recommendationId, UUID userId, String reason) {
        jdbc.sql(
                        "insert into recommendation_dismissal (organisation_id, portfolio_id, recommendation_id, dismissed_by, reason)"
                                + " values (?, ?, ?, ?, ?) on conflict (portfolio_id, recommendation_id) do update set"
                                + " reason = excluded.reason, dismissed_by = excluded.dismissed_by, dismissed_at = now()")
                .params(organisation(), portfolioId, recommendationId, userId, reason)
                .update();
    }

    @Transactional
    public void remove(UUID portfolioId, UUID recommendationId) {
        jdbc.sql("delete from recommendation_dismissal where organisation_id = ? and portfolio_id = ?"
                        + " and recommendation_id = ?")
                .params(organisation(), portfolioId, recommendationId)
                .update();
    }
}
