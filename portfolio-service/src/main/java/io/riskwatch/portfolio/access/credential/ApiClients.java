package io.riskwatch.portfolio.access.credential;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Programs that act as the user who made them: OAuth clients with the client-credentials grant. */
@Service
public class ApiClients {

    static final String PREFIX = "rwc_";
    static final int MOST_PER_USER = 20;
    private static final int ID_BYTES = 12;

    private final JdbcClient jdbc;
    private final ClientRegistry registry;

    ApiClients(JdbcClient jdbc, ClientRegistry registry) {
        this.jdbc = jdbc;
        this.registry = registry;
    }

    /** Makes a client for the caller and answers its secret, for the only time. */
    @Transactional
    CreatedClientView create(Caller caller, String name) {
        jdbc.sql("select id from app_user where id = ? for update")
                .param(caller.userId())
                .query()
                .listOfRows();
        if (list(caller.userId()).size() >= MOST_PER_USER) {
            throw ProblemException.conflict("You have " + MOST_PER_USER + " clients already. Delete one first.");
        }
        String clientId = PREFIX + Secrets.random(ID_BYTES);
        String secret = Secrets.random();
        registry.register(clientId, secret, name);
        bind(new ApiClient(clientId, caller.userId(), caller.organisationId()), name);
        return new CreatedClientView(clientId, secret, name);
    }

    /** Says whom a registered client stands for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bind(ApiClient client, String name) {
        jdbc.sql("""
                insert into api_client (client_id, user_id, organisation_id, name) values (?, ?, ?, ?)
                on conflict (client_id) do nothing""")
                .params(client.clientId(), client.userId(), client.organisationId(), name)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<ApiClient> find(String clientId) {
        return jdbc.sql("select client_id, user_id, organisation_id from api_client where client_id = ?")
                .param(clientId)
                .query((row, i) -> new ApiClient(
                        row.getString("client_id"),
                        row.getObject("user_id", UUID.class),
                        row.getObject("organisation_id", UUID.class)))
                .optional();
    }

    @Transactional(readOnly = true)
    List<ApiClientView> list(UUID userId) {
        return jdbc.sql("""
                select client_id, name, created_at from api_client
                where user_id = ? order by created_at, client_id limit ?""")
                .params(userId, MOST_PER_USER)
                .query((row, i) -> new ApiClientView(
                        row.getString("client_id"),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Deletes the registered client; whom it stood for goes by cascade. */
    @Transactional
    boolean delete(UUID userId, String clientId) {
        return jdbc.sql("""
                        delete from oauth2_registered_client
                        where client_id = (select client_id from api_client where user_id = ? and client_id = ?)""").params(userId, clientId).update() == 1;
    }
}
