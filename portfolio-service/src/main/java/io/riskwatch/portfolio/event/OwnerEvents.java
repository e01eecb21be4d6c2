package io.riskwatch.portfolio.event;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the browsers of an organisation, wherever they are connected, through Redis. Best effort: what is told here can
 * always be asked for as well.
 */
@Component
public class OwnerEvents {

    static final String CHANNEL = "portfolio:events:";

    private static final Logger log = LoggerFactory.getLogger(OwnerEvents.class);

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    OwnerEvents(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /**
     * Tells it after the commit of the current transaction, or now when there is none.
     *
     * @param event a record with a member {@code type}
     */
    public void tell(UUID organisationId, Object event) {
        String text = json.writeValueAsString(event);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            publish(organisationId, text);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                publish(organisationId, text);
            }
        });
    }

    private void publish(UUID organisationId, String text) {
        try {
            redis.convertAndSend(CHANNEL + organisationId, text);
        } catch (DataAccessException e) {
            log.warn("event=owner-event-lost organisation={} reason=\"{}\"", organisationId, e.getMessage());
        }
    }
}
