package io.riskwatch.portfolio.access.credential;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opaque tokens a user gives to scripts. Shown once; only the SHA-256 is kept. */
@Service
public class PersonalAccessTokens {

    static final String PREFIX = "rwp_";
    static final int MOST_PER_USER = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalAccessTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a token for the caller and answers it, for the only time. */
    @Transactional
    CreatedTokenView create(Caller caller, String name, Duration life) {
        lockUser(caller.userId());
        if (list(caller.userId()).size() >= MOST_PER_USER) {
            throw ProblemException.conflict("You have " + MOST_PER_USER + " tokens already. Delete one first.");
        }
        UUID id = UUID.randomUUID();
        String token = PREFIX + Secrets.random();
        Instant expiresAt = clock.instant().plus(life);
        jdbc.sql("""
                insert into personal_access_token (id, user_id, organisation_id, name, token_hash, expires_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        caller.userId(),
                        caller.organisationId(),
                        name,
                        Secrets.sha256(token),
                        expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return new CreatedTokenView(id, name, token, expiresAt);
    }

    @Transactional(readOnly = true)
    List<TokenView> list(UUID userId) {
        return jdbc.sql("""
                select id, name, created_at, expires_at, last_used_at from personal_access_token
                where user_id = ? order by created_at, id limit ?""")
                .params(userId, MOST_PER_USER)
                .query(PersonalAccessTokens::view)
                .list();
    }

    @Transactional
    boolean delete(UUID userId, UUID id) {
        return jdbc.sql("delete from personal_access_token where user_id = ? and id = ?")
                        .params(userId, id)
                        .update()
                == 1;
    }

    /** The token this text is, unless it was deleted or has expired. */
    @Transactional
    public Optional<PersonalAccessToken> use(String token) {
        return jdbc.sql("""
                update personal_access_token set last_used_at = now() where token_hash = ? and expires_at > ?
                returning id, user_id, organisation_id, expires_at""")
                .params(Secrets.sha256(token), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, i) -> new PersonalAccessToken(
                        row.getObject("id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /** One at a time, so that two requests cannot both make the last token allowed. */
    private void lockUser(UUID userId) {
        jdbc.sql("select id from app_user where id = ? for update")
                .param(userId)
                .query()
                .listOfRows();
    }

    private static TokenView view(ResultSet row, int number) throws SQLException {
        Timestamp lastUsed = row.getTimestamp("last_used_at");
        return new TokenView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                lastUsed == null ? null : lastUsed.toInstant());
    }
}
