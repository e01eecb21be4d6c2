package io.riskwatch.marketdata.provider;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.riskwatch.marketdata.provider.credit.Charge;
import io.riskwatch.marketdata.provider.credit.CreditLedger;
import io.riskwatch.marketdata.provider.credit.CreditLedger.Reservation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The only way to a provider: through its breaker, a bound on calls at a time, and the ledger, which sees a call before the
 * provider does. Without the ledger nobody calls.
 */
final class ProviderGate {
    private static final Logger log = LoggerFactory.getLogger(ProviderGate.class);
    private static final Duration WRONG_KEY_PAUSE = Duration.ofMinutes(15);

    private final MarketDataProvider provider;
    private final CreditLedger ledger;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    ProviderGate(MarketDataProvider provider, CreditLedger ledger, ProvidersProperties properties) {
        this.provider = provider;
        this.ledger = ledger;
        this.breaker = CircuitBreaker.of(
                provider.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(properties.breakerCalls())
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(properties.breakerPause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        this.bulkhead = Bulkhead.of(
                provider.name(),
                BulkheadConfig.custom()
                        .maxConcurrentCalls(properties.concurrentCalls())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    MarketDataProvider provider() {
        return provider;
    }

    boolean broken() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    <T> ProviderAnswer<T> call(int credits, Supplier<ProviderAnswer<T>> question) {
        if (!bulkhead.tryAcquirePermission()) {
            return ProviderAnswer.unasked(
                    new ProviderError.RateLimited(Duration.ofSeconds(1), "too many calls at a time"));
        }
        try {
            if (!breaker.tryAcquirePermission()) {
                return ProviderAnswer.unasked(new ProviderError.Upstream("does not answer, tried again later"));
            }
            return reserved(credits, question);
        } finally {
            bulkhead.onComplete();
        }
    }

    private <T> ProviderAnswer<T> reserved(int credits, Supplier<ProviderAnswer<T>> question) {
        Reservation reservation;
        try {
            reservation = ledger.reserve(provider.name(), credits, provider.budget());
        } catch (DataAccessException | TransactionException e) {
            breaker.releasePermission();
            return ProviderAnswer.unasked(new ProviderError.Upstream("the credit ledger cannot be reached"));
        }
        return switch (reservation) {
            case Reservation.Denied denied -> {
                breaker.releasePermission();
                yield ProviderAnswer.unasked(denied.reason());
            }
            case Reservation.Granted granted -> asked(granted, question);
        };
    }

    private <T> ProviderAnswer<T> asked(Reservation.Granted granted, Supplier<ProviderAnswer<T>> question) {
        long started = System.nanoTime();
        ProviderAnswer<T> answer;
        try {
            answer = question.get();
        } catch (RuntimeException e) {
            log.error(
                    "event=provider-adapter-failed provider={} cause={}",
                    provider.name(),
                    e.getClass().getName());
            answer = ProviderAnswer.refused(new ProviderError.Contract("the answer could not be read"), Charge.UNTOLD);
        }
        long nanos = System.nanoTime() - started;
        if (answer instanceof ProviderAnswer.Refused<T> refused && isFault(refused.error())) {
            breaker.onError(
                    nanos,
                    TimeUnit.NANOSECONDS,
                    new IllegalStateException(refused.error().detail()));
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
        note(granted, answer);
        return answer;
    }

    /** A "no" is an answer; only what points to a broken other side opens the breaker. */
    private static boolean isFault(ProviderError error) {
        return switch (error) {
            case ProviderError.Upstream upstream -> true;
            case ProviderError.Contract contract -> true;
            case ProviderError.Auth auth -> false;
            case ProviderError.RateLimited limited -> false;
            case ProviderError.NotFound missing -> false;
            case ProviderError.Plan plan -> false;
        };
    }

    private void note(Reservation.Granted granted, ProviderAnswer<?> answer) {
        try {
            ledger.settle(granted, answer.charge(), provider.budget());
            switch (answer) {
                case ProviderAnswer.Found<?> found -> ledger.succeeded(provider.name());
                case ProviderAnswer.Refused<?> refused -> {
                    ProviderError error = refused.error();
                    log.info(
                            "event=provider-refused provider={} class={} detail=\"{}\"",
                            provider.name(),
                            error.kind(),
                            error.detail());
                    ledger.failed(provider.name(), error, pause(error));
                }
            }
        } catch (DataAccessException | TransactionException e) {
            // the reservation stands as spent, which errs on the safe side
            log.warn(
                    "event=credits-not-settled provider={} reason=\"{}\"",
                    provider.name(),
                    e.getClass().getName());
        }
    }

    private static Optional<Duration> pause(ProviderError error) {
        return switch (error) {
            case ProviderError.RateLimited limited -> Optional.of(limited.retryAfter());
            case ProviderError.Auth auth -> Optional.of(WRONG_KEY_PAUSE);
            case ProviderError.NotFound missing -> Optional.empty();
            case ProviderError.Plan plan -> Optional.empty();
            case ProviderError.Upstream upstream -> Optional.empty();
            case ProviderError.Contract contract -> Optional.empty();
        };
    }
}
