package io.riskwatch.portfolio.alert.delivery;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is on its way, and the log of attempts. */
@Repository
class Deliveries {

    private static final String COLUMNS =
            "id, alert_id, user_id, webhook_id, channel, status, deferred, attempts, budget,"
                    + " due_at, delivered_at, last_error, created_at";
    private static final int LOG_SHOWN = 50;

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody's to send until its lease is over. */
    record Claimed(UUID id, UUID organisationId) {}

    /** An attempt as the log has it. */
    record Attempt(
            int number,
            Instant at,
            String outcome,
            @Nullable Integer statusCode,
            @Nullable String error,
            int millis) {}

    /** Shown in the inbox, which is all there is to do. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void inApp(UUID alertId) {
        jdbc.sql("insert into alert_delivery (organisation_id, alert_id, channel, status, attempts, budget, due_at,"
                        + " delivered_at) values (?, ?, 'IN_APP', 'DELIVERED', 1, 1, now(), now())")
                .params(organisation(), alertId)
                .update();
    }

    /**
     * Puts something on its way.
     *
     * @param to the user of an e-mail, or the webhook
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID insert(@Nullable UUID alertId, Delivery.Way way, UUID to, int budget, Instant due, boolean deferred) {
        return jdbc.sql("insert into alert_delivery (organisation_id, alert_id, user_id, webhook_id, channel, status,"
                        + " deferred, budget, due_at) values (:organisation, :alert, :user, :webhook, :way, 'PENDING',"
                        + " :deferred, :budget, :due) returning id")
                .param("organisation", organisation())
                .param("alert", alertId)
                .param("user", way == Delivery.Way.EMAIL ? to : null)
                .param("webhook", way == Delivery.Way.WEBHOOK ? to : null)
                .param("way", way.name())
                .param("deferred", deferred)
                .param("budget", budget)
                .param("due", utc(due))
                .query(UUID.class)
                .single();
    }

    /** Takes what is due, of all organisations: each by one replica until its lease is over. */
    @Transactional
    public List<Claimed> claim(int most, Duration lease) {
        return jdbc.sql("select delivery_id, of_organisation from claim_alert_deliveries(?, make_interval(secs => ?))")
                .params(most, lease.toSeconds())
                .query((row, number) -> new Claimed(
                        row.getObject("delivery_id", UUID.class), row.getObject("of_organisation", UUID.class)))
                .list();
    }

    /** Those of the ids that are still pending, the oldest first. */
    @Transactional(readOnly = true)
    public List<Delivery> pending(Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + " from alert_delivery where organisation_id = ? and id = any (?)"
                        + " and status = 'PENDING' order by created_at, id limit ?")
                .params(organisation(), ids.toArray(UUID[]::new), ids.size())
                .query(Deliveries::delivery)
                .list();
    }

    /** Of the alerts, in the order they were made. */
    @Transactional(readOnly = true)
    public List<Delivery> ofAlerts(Collection<UUID> alertIds) {
        return jdbc.sql("select " + COLUMNS + " from alert_delivery where organisation_id = ? and alert_id = any (?)"
                        + " order by created_at, id")
                .params(organisation(), alertIds.toArray(UUID[]::new))
                .query(Deliveries::delivery)
                .list();
    }

    /** Of a webhook, the newest first. */
    @Transactional(readOnly = true)
    public List<Delivery> ofWebhook(UUID webhookId, int limit) {
        return jdbc.sql("select " + COLUMNS + " from alert_delivery where organisation_id = ? and webhook_id = ?"
                        + " order by created_at desc, id desc limit ?")
                .params(organisation(), webhookId, limit)
                .query(Deliveries::delivery)
                .list();
    }

    @Transactional(readOnly = true)
    public Delivery require(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from alert_delivery where organisation_id = ? and id = ?")
                .params(organisation(), id)
                .query(Deliveries::delivery)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("delivery"));
    }

    @Transactional(readOnly = true)
    public List<Attempt> log(UUID deliveryId) {
        return jdbc.sql("select number, at, outcome, status_code, error, millis from alert_delivery_attempt"
                        + " where organisation_id = ? and delivery_id = ? order by number desc limit ?")
                .params(organisation(), deliveryId, LOG_SHOWN)
                .query((row, number) -> new Attempt(
                        row.getInt("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("outcome").toUpperCase(Locale.ROOT),
                        row.getObject("status_code", Integer.class),
                        row.getString("error"),
                        row.getInt("millis")))
                .list()
                .reversed();
    }

    /**
     * Keeps what became of an attempt, unless somebody else has kept one since this one began.
     *
     * @param next when another is made, of one that failed for now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(Delivery delivery, Outcome outcome, Delivery.State state, @Nullable Instant next) {
        var tried = outcome.verdict() != Outcome.Verdict.NOT_WANTED;
        var kept = jdbc.sql("update alert_delivery set status = :status, attempts = attempts + :tried,"
                                + " leased_until = null, due_at = coalesce(:next, due_at), last_error = :error,"
                                + " delivered_at = case when :status = 'DELIVERED' then now() end where"
                                + " organisation_id = :organisation and id = :id and status = 'PENDING' and"
                                + " attempts = :attempts")
                        .param("status", state.name())
                        .param("tried", tried ? 1 : 0)
                        .param("next", next == null ? null : utc(next))
                        .param("error", outcome.error())
                        .param("organisation", organisation())
                        .param("id", delivery.id())
                        .param("attempts", delivery.attempts())
                        .update()
                == 1;
        if (kept && tried) {
            jdbc.sql("insert into alert_delivery_attempt (organisation_id, delivery_id, number, at, outcome,"
                            + " status_code, error, millis) values (:organisation, :id, :number, :at, :outcome,"
                            + " :code, :error, :millis)")
                    .param("organisation", organisation())
                    .param("id", delivery.id())
                    .param("number", delivery.attempts() + 1)
                    .param("at", utc(outcome.at()))
                    .param("outcome", outcome.verdict() == Outcome.Verdict.DELIVERED ? "DELIVERED" : "FAILED")
                    .param("code", outcome.statusCode())
                    .param("error", outcome.error())
                    .param("millis", outcome.millis())
                    .update();
        }
        return kept;
    }

    /** Tries one again that was given up; answers whether it had been. */
    @Transactional
    public boolean tryAgain(UUID id, int more) {
        return jdbc.sql("update alert_delivery set status = 'PENDING', budget = attempts + ?, due_at = now(),"
                                + " deferred = false, leased_until = null where organisation_id = ? and id = ? and"
                                + " status in ('FAILED', 'CANCELLED') and channel <> 'IN_APP'")
                        .params(more, organisation(), id)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelOf(UUID webhookId, String because) {
        jdbc.sql("update alert_delivery set status = 'CANCELLED', last_error = ? where organisation_id = ? and"
                        + " webhook_id = ? and status = 'PENDING'")
                .params(because, organisation(), webhookId)
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var delivered = row.getTimestamp("delivered_at");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("alert_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                Delivery.Way.valueOf(row.getString("channel")),
                Delivery.State.valueOf(row.getString("status")),
                row.getBoolean("deferred"),
                row.getInt("attempts"),
                row.getInt("budget"),
                row.getTimestamp("due_at").toInstant(),
                delivered == null ? null : delivered.toInstant(),
                row.getString("last_error"),
                row.getTimestamp("created_at").toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
