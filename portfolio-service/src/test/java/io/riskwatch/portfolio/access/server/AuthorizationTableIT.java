package io.riskwatch.portfolio.access.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.PortfolioServiceIT;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuthorizationTableIT extends PortfolioServiceIT {

    @Autowired
    private ExpiredAuthorizations expired;

    @Test
    void everyColumnATokenIsLookedUpByHasAnIndex() {
        List<String> columns = jdbc.sql("""
                select column_name from information_schema.columns
                where table_name = 'oauth2_authorization' and (column_name like '%\\_value' or column_name = 'state')""").query(String.class).list();
        List<String> indexes = jdbc.sql("select indexdef from pg_indexes where tablename = 'oauth2_authorization'")
                .query(String.class)
                .list();

        assertThat(columns)
                .hasSize(7)
                .allSatisfy(column -> assertThat(indexes)
                        .anySatisfy(index -> assertThat(index).contains("USING hash (" + column + ")")));
    }

    @Test
    void whatHasExpiredAltogetherIsDeletedAndTheRestIsKept() {
        String over = insert("now() - interval '1 hour'", "now() - interval '1 second'");
        String refreshable = insert("now() - interval '1 hour'", "now() + interval '1 hour'");
        String machine = insert("now() + interval '1 minute'", "null");
        String machineOver = insert("now() - interval '1 minute'", "null");

        expired.purge();

        assertThat(jdbc.sql("select id from oauth2_authorization where principal_name = 'purge-test' order by id")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(refreshable, machine)
                .doesNotContain(over, machineOver);
    }

    private String insert(String accessExpiresAt, String refreshExpiresAt) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into oauth2_authorization (id, registered_client_id, principal_name, authorization_grant_type,"
                        + " access_token_expires_at, refresh_token_expires_at) values (?, 'x', 'purge-test', 'x', "
                        + accessExpiresAt + ", " + refreshExpiresAt + ")")
                .param(id)
                .update();
        return id;
    }
}
