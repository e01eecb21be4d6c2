package io.riskwatch.portfolio.paper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.riskwatch.portfolio.margin.rate.MarginRatesChanged;
import io.riskwatch.portfolio.margin.rate.RateBook;
import io.riskwatch.portfolio.margin.rate.RateBooks;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The margin rates of organisations for who asks at every tick. What another replica changed, and what holds from a new day on, is
 * known here a moment later; nothing is done to an account before its rates were read again under its lock.
 */
@Component
class PaperRates {

    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final RateBooks books;
    private final Cache<UUID, RateBook> known =
            Caffeine.newBuilder().expireAfterWrite(MOMENT).maximumSize(MOST).build();

    PaperRates(RateBooks books) {
        this.books = books;
    }

    RateBook of(UUID organisationId) {
        return known.get(organisationId, organisation -> Tenancy.as(organisation, books::today));
    }

    @TransactionalEventListener
    void forget(MarginRatesChanged changed) {
        known.invalidate(changed.organisationId());
    }
}
