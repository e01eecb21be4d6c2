package io.riskwatch.marketdata.upload;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the previews nobody committed in time, of all organisations, also of one that never uploads again. */
@Component
class PreviewPurge {
    private static final Logger log = LoggerFactory.getLogger(PreviewPurge.class);

    private final JdbcClient jdbc;
    private final UploadProperties properties;
    private final Clock clock;

    PreviewPurge(JdbcClient jdbc, UploadProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT30M")
    void purge() {
        try {
            long gone = jdbc.sql("select purge_history_previews(?)")
                    .param(OffsetDateTime.ofInstant(
                            clock.instant().minus(properties.previewLifetime()), ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            if (gone > 0) {
                log.info("event=price-previews-purged count={}", gone);
            }
        } catch (DataAccessException e) {
            log.warn("event=price-preview-purge-postponed reason=\"{}\"", e.getMessage());
        }
    }
}
