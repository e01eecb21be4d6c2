package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.provider.credit.CreditLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Forgets fetched prices that were overtaken long ago, and calls that no minute counts any more. */
@Component
class StoredQuotePurge {
    private static final Logger log = LoggerFactory.getLogger(StoredQuotePurge.class);
    private static final Duration CALLS_KEPT = Duration.ofHours(1);

    private final StoredQuotes stored;
    private final CreditLedger ledger;
    private final QuotesProperties properties;
    private final Clock clock;

    StoredQuotePurge(StoredQuotes stored, CreditLedger ledger, QuotesProperties properties, Clock clock) {
        this.stored = stored;
        this.ledger = ledger;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void purge() {
        Instant now = clock.instant();
        try {
            int quotes = stored.forgetBefore(now.minus(properties.kept()));
            int calls = ledger.forgetBefore(now.minus(CALLS_KEPT));
            if (quotes + calls > 0) {
                log.info("event=stored-quotes-purged quotes={} calls={}", quotes, calls);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("event=stored-quotes-not-purged cause={}", e.getClass().getSimpleName());
        }
    }
}
