package io.riskwatch.portfolio.imports;

import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the previews nobody committed within a day, of all organisations, also of one that never uploads again. */
@Component
class PreviewPurge {

    private static final Logger log = LoggerFactory.getLogger(PreviewPurge.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    PreviewPurge(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT30M")
    void purge() {
        try {
            long gone = jdbc.sql("select purge_import_previews(?)")
                    .param(clock.instant().minus(Imports.PREVIEW_LIFE).atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            if (gone > 0) {
                log.info("event=import-previews-purged count={}", gone);
            }
        } catch (DataAccessException e) {
            log.warn("event=import-preview-purge-postponed reason=\"{}\"", e.getMessage());
        }
    }
}
