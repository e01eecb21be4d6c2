package io.riskwatch.portfolio.alert.channel;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.access.AccessSettings;
import io.riskwatch.portfolio.access.server.KeyCipher;
import io.riskwatch.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks of the current organisation; another organisation's are a 404. Their secrets lie encrypted. */
@Repository
public class Webhooks {

    private static final String COLUMNS = "id, url, description, observes_quiet_hours, enabled, disabled_because,"
            + " failures_in_a_row, former_secret_until, version, created_at";
    private static final String OWN = " where organisation_id = :organisation and id = :id";

    private final JdbcClient jdbc;
    private final KeyCipher cipher;

    Webhooks(JdbcClient jdbc, AccessSettings settings) {
        this.jdbc = jdbc;
        this.cipher = new KeyCipher(settings.keySecret());
    }

    /** What people say of a webhook. */
    record Said(String url, @Nullable String description, boolean observesQuietHours, boolean enabled) {}

    /** How many there are, counted by one at a time until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int count() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("alert-webhook:" + organisation())
                .query(Integer.class)
                .single();
        return jdbc.sql("select count(*) from alert_webhook where organisation_id = ?")
                .param(organisation())
                .query(Integer.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Webhook insert(UUID id, Said said, String secret) {
        return with(
                        id,
                        said,
                        "insert into alert_webhook (id, organisation_id, url, description, secret,"
                                + " observes_quiet_hours, enabled) values (:id, :organisation, :url, :description,"
                                + " :secret, :quiet, :enabled) returning " + COLUMNS)
                .param("secret", cipher.encrypt(secret, id.toString()))
                .query(Webhooks::webhook)
                .single();
    }

    /** What it becomes; what it failed at before is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    Webhook change(UUID id, Said said) {
        return with(
                        id,
                        said,
                        "update alert_webhook set url = :url, description = :description, observes_quiet_hours ="
                                + " :quiet, enabled = :enabled, disabled_because = null, failures_in_a_row = 0, version ="
                                + " version + 1" + OWN + " returning " + COLUMNS)
                .query(Webhooks::webhook)
                .single();
    }

    private JdbcClient.StatementSpec with(UUID id, Said said, String sql) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("organisation", organisation())
                .param("url", said.url())
                .param("description", said.description())
                .param("quiet", said.observesQuietHours())
                .param("enabled", said.enabled());
    }

    /** @param until requests are signed with the secret before this one as well until then */
    @Transactional(propagation = Propagation.MANDATORY)
    void exchangeSecret(UUID id, String secret, Instant until) {
        jdbc.sql("update alert_webhook set former_secret = secret, former_secret_until = :until, secret = :secret,"
                        + " version = version + 1" + OWN)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("secret", cipher.encrypt(secret, id.toString()))
                .param("organisation", organisation())
                .param("id", id)
                .update();
    }

    /** What requests are signed with at that moment, the current secret first. */
    @Transactional(readOnly = true)
    public List<String> secrets(UUID id, Instant at) {
        return jdbc.sql("select secret, former_secret, former_secret_until from alert_webhook" + OWN)
                .param("organisation", organisation())
                .param("id", id)
                .query((row, number) -> {
                    var secrets = new ArrayList<String>();
                    secrets.add(cipher.decrypt(row.getString("secret"), id.toString()));
                    var until = row.getTimestamp("former_secret_until");
                    if (until != null && until.toInstant().isAfter(at)) {
                        secrets.add(cipher.decrypt(row.getString("former_secret"), id.toString()));
                    }
                    return List.copyOf(secrets);
                })
                .optional()
                .orElseThrow(() -> ProblemException.notFound("webhook"));
    }

    @Transactional(readOnly = true)
    public Optional<Webhook> find(UUID id) {
        return one(id, "");
    }

    @Transactional(readOnly = true)
    public Webhook require(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("webhook"));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Webhook lock(UUID id) {
        return one(id, " for update").orElseThrow(() -> ProblemException.notFound("webhook"));
    }

    private Optional<Webhook> one(UUID id, String suffix) {
        return jdbc.sql("select " + COLUMNS + " from alert_webhook" + OWN + suffix)
                .param("organisation", organisation())
                .param("id", id)
                .query(Webhooks::webhook)
                .optional();
    }

    /** All of them, which are few, the oldest first. */
    @Transactional(readOnly = true)
    public List<Webhook> all(int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from alert_webhook where organisation_id = ? order by created_at, id limit ?")
                .params(organisation(), limit)
                .query(Webhooks::webhook)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void delete(UUID id) {
        jdbc.sql("delete from alert_webhook" + OWN)
                .param("organisation", organisation())
                .param("id", id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void succeeded(UUID id) {
        jdbc.sql("update alert_webhook set failures_in_a_row = 0" + OWN + " and failures_in_a_row > 0")
                .param("organisation", organisation())
                .param("id", id)
                .update();
    }

    /**
     * Counts a failed attempt, and switches it off where that was one too many.
     *
     * @return whether this call switched it off
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean failed(UUID id, int most, String because) {
        return jdbc.sql("update alert_webhook set failures_in_a_row = failures_in_a_row + 1,"
                        + " enabled = enabled and failures_in_a_row + 1 < :most,"
                        + " disabled_because = case when enabled and failures_in_a_row + 1 >= :most then :because"
                        + " else disabled_because end" + OWN
                        + " returning failures_in_a_row >= :most and old.enabled")
                .param("most", most)
                .param("because", because)
                .param("organisation", organisation())
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("former_secret_until");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("description"),
                row.getBoolean("observes_quiet_hours"),
                row.getBoolean("enabled"),
                row.getString("disabled_because"),
                row.getInt("failures_in_a_row"),
                until == null ? null : until.toInstant(),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant());
    }
}
