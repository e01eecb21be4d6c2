package io.riskwatch.portfolio.access.server;

import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what every token in it has expired; Spring never does, and the table is read at each exchange. */
@Component
class ExpiredAuthorizations {

    private static final Logger log = LoggerFactory.getLogger(ExpiredAuthorizations.class);
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ExpiredAuthorizations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT30M")
    void purge() {
        int deleted = 0;
        int batch;
        do {
            batch = purgeBatch();
            deleted += batch;
        } while (batch == BATCH);
        if (deleted > 0) {
            log.info("expired authorizations deleted count={}", deleted);
        }
    }

    private int purgeBatch() {
        return jdbc.sql("""
                delete from oauth2_authorization where id in (
                    select id from oauth2_authorization
                    where greatest(authorization_code_expires_at, access_token_expires_at, oidc_id_token_expires_at,
                                   refresh_token_expires_at, user_code_expires_at, device_code_expires_at) < ?
                    order by id limit ? for update skip locked)""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), BATCH)
                .update();
    }
}
