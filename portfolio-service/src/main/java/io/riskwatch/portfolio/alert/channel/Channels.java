package io.riskwatch.portfolio.alert.channel;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.access.account.Account;
import io.riskwatch.portfolio.access.account.Accounts;
import io.riskwatch.portfolio.alert.mail.AlertMailer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How the people of the current organisation want to be told. */
@Repository
public class Channels {

    private static final String COLUMNS =
            "user_id, email_enabled, email, pending_email, code_hash, code_until, code_tries,"
                    + " code_sent_at, quiet_from, quiet_to, quiet_zone, urgent_passes, version";
    private static final String OWN = " where organisation_id = ? and user_id = ?";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AlertMailer mailer;

    Channels(JdbcClient jdbc, Accounts accounts, AlertMailer mailer) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.mailer = mailer;
    }

    /** The settings of a person; what nobody has said is as before anything was said. */
    @Transactional(readOnly = true)
    public Channel of(UUID userId) {
        return one(userId, "").orElseGet(() -> Channel.unsaid(userId));
    }

    /** Where e-mail for a person goes: another address they have proved, else their account's; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<String> address(UUID userId) {
        return Optional.ofNullable(of(userId).email())
                .or(() -> accounts.find(userId).map(Account::email));
    }

    /** Whether alerts of a person go out by e-mail at all. */
    @Transactional(readOnly = true)
    public boolean mails(UUID userId) {
        return mailer.available()
                && of(userId).emailEnabled()
                && address(userId).isPresent();
    }

    /** As {@link #of}, stored, and nobody changes them until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Channel lock(UUID userId) {
        jdbc.sql("insert into alert_channel (organisation_id, user_id, email_enabled) values (?, ?, true)"
                        + " on conflict do nothing")
                .params(organisation(), userId)
                .update();
        return one(userId, " for update").orElseThrow();
    }

    private Optional<Channel> one(UUID userId, String suffix) {
        return jdbc.sql("select " + COLUMNS + " from alert_channel" + OWN + suffix)
                .params(organisation(), userId)
                .query(Channels::channel)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void change(UUID userId, boolean emailEnabled, @Nullable QuietHours quiet) {
        jdbc.sql("update alert_channel set email_enabled = :email, quiet_from = :from, quiet_to = :to,"
                        + " quiet_zone = :zone, urgent_passes = :urgent, version = version + 1 where"
                        + " organisation_id = :organisation and user_id = :user")
                .param("email", emailEnabled)
                .param("from", quiet == null ? null : quiet.from())
                .param("to", quiet == null ? null : quiet.to())
                .param("zone", quiet == null ? null : quiet.zone().getId())
                .param("urgent", quiet == null || quiet.urgentPasses())
                .param("organisation", organisation())
                .param("user", userId)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void pending(UUID userId, Channel.@Nullable Pending pending) {
        jdbc.sql("update alert_channel set pending_email = :email, code_hash = :hash, code_until = :until,"
                        + " code_tries = :tries, code_sent_at = coalesce(:sent, code_sent_at), version = version + 1"
                        + " where organisation_id = :organisation and user_id = :user")
                .param("email", pending == null ? null : pending.email())
                .param("hash", pending == null ? null : pending.codeHash())
                .param("until", pending == null ? null : pending.until().atOffset(ZoneOffset.UTC))
                .param("tries", pending == null ? 0 : pending.tries())
                .param("sent", pending == null ? null : pending.sentAt().atOffset(ZoneOffset.UTC))
                .param("organisation", organisation())
                .param("user", userId)
                .update();
    }

    /** @param email {@code null}: the account's own again */
    @Transactional(propagation = Propagation.MANDATORY)
    void email(UUID userId, @Nullable String email) {
        jdbc.sql("update alert_channel set email = :email, version = version + 1"
                        + " where organisation_id = :organisation and user_id = :user")
                .param("email", email)
                .param("organisation", organisation())
                .param("user", userId)
                .update();
    }

    private static Channel channel(ResultSet row, int number) throws SQLException {
        return new Channel(
                row.getObject("user_id", UUID.class),
                row.getBoolean("email_enabled"),
                row.getString("email"),
                pending(row),
                quietHours(row),
                row.getLong("version"));
    }

    private static Channel.@Nullable Pending pending(ResultSet row) throws SQLException {
        var email = row.getString("pending_email");
        return email == null
                ? null
                : new Channel.Pending(
                        email,
                        row.getString("code_hash"),
                        instant(row.getTimestamp("code_until")),
                        row.getInt("code_tries"),
                        instant(row.getTimestamp("code_sent_at")));
    }

    private static Instant instant(@Nullable Timestamp timestamp) {
        return Objects.requireNonNull(timestamp, "a pending address has both times")
                .toInstant();
    }

    private static @Nullable QuietHours quietHours(ResultSet row) throws SQLException {
        var from = row.getObject("quiet_from", LocalTime.class);
        return from == null
                ? null
                : new QuietHours(
                        from,
                        row.getObject("quiet_to", LocalTime.class),
                        ZoneId.of(row.getString("quiet_zone")),
                        row.getBoolean("urgent_passes"));
    }
}
