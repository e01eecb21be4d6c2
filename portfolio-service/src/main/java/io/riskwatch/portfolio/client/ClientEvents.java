package io.riskwatch.portfolio.client;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.service.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail of clients: who read or changed one, when, and what it said before and afterwards. Only ever added to. */
@Repository
public class ClientEvents {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClientEvents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What happened. */
    public enum Kind {
        CREATED,
        READ,
        CHANGED,
        DELETED,
        POSITION_ADDED,
        POSITION_CHANGED,
        POSITION_REMOVED,
        GRANTED,
        REVOKED
    }

    /**
     * One of them.
     *
     * @param userId who; absent when no person did it
     * @param userName absent too when the person is gone
     */
    record Event(
            UUID id,
            Instant at,
            Kind kind,
            @Nullable UUID userId,
            @Nullable String userName,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** Keeps a change, in the transaction that makes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void changed(UUID clientId, Kind kind, @Nullable Object before, @Nullable Object after) {
        jdbc.sql("insert into client_event (organisation_id, client_id, user_id, kind, before, after) values"
                        + " (:organisation, :client, :user, :kind, cast(:before as jsonb), cast(:after as jsonb))")
                .param("organisation", organisation())
                .param("client", clientId)
                .param("user", caller(), Types.OTHER)
                .param("kind", kind.name())
                .param("before", before == null ? null : json.writeValueAsString(before), Types.VARCHAR)
                .param("after", after == null ? null : json.writeValueAsString(after), Types.VARCHAR)
                .update();
    }

    /** Keeps that the caller read these clients; one's own are not kept, nor what no person reads. */
    @Transactional
    public void read(Collection<Client> clients) {
        var reader = caller();
        if (reader == null) {
            return;
        }
        var others = clients.stream()
                .filter(client -> !reader.equals(client.createdBy()))
                .map(client -> client.id().toString())
                .toArray(String[]::new);
        if (others.length > 0) {
            jdbc.sql("insert into client_event (organisation_id, client_id, user_id, kind)"
                            + " select ?, client, ?, 'READ' from unnest(cast(? as uuid[])) as client")
                    .params(organisation(), reader, others)
                    .update();
        }
    }

    /** Keeps that the caller read the client, and answers it. */
    @Transactional
    public Client seen(Client client) {
        read(List.of(client));
        return client;
    }

    /** The newest first, before the given one. */
    @Transactional(readOnly = true)
    List<Event> of(UUID clientId, Optional<UUID> before, int limit) {
        return jdbc.sql("select e.id, at, kind, user_id, u.name as user_name, before::text as before, after::text as"
                        + " after from client_event e left join app_user u on u.id = e.user_id where"
                        + " organisation_id = ? and client_id = ? and e.id < ? order by e.id desc limit ?")
                .params(organisation(), clientId, before.orElse(new UUID(-1, -1)), limit)
                .query(this::event)
                .list();
    }

    private static @Nullable UUID caller() {
        return Caller.find().map(Caller::userId).orElse(null);
    }

    private Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                Kind.valueOf(row.getString("kind")),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                tree(row.getString("before")),
                tree(row.getString("after")));
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
