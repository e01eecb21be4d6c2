package io.riskwatch.marketdata.provider.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SettableClock;
import io.riskwatch.marketdata.provider.credit.CreditLedger.Reservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class CreditLedgerIT extends MarketdataIT {
    private static final String PROVIDER = "ledger-test";
    private static final Budget FREE = Budget.of(8, 800);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final SettableClock clock = SettableClock.at("2026-10-01T10:00:55Z");
    private CreditLedger ledger;

    @BeforeEach
    void freshLedger() {
        jdbc.sql("delete from provider_call").update();
        jdbc.sql("delete from provider_account where provider like 'ledger-%'").update();
        ledger = newLedger();
    }

    private CreditLedger newLedger() {
        return new CreditLedger(jdbc, transactions, clock);
    }

    @Test
    void anySixtySecondsHoldAtMostTheMinutesCreditsEvenAcrossTheClocksMinute() {
        take(8);
        assertThat(wait(ledger.reserve(PROVIDER, 1, FREE))).isEqualTo(Duration.ofSeconds(61));
        clock.advance(Duration.ofSeconds(10)); // 10:01:05
        assertThat(wait(ledger.reserve(PROVIDER, 1, FREE))).isEqualTo(Duration.ofSeconds(51));
        clock.advance(Duration.ofSeconds(51));
        take(8);
    }

    @Test
    void aDayHoldsAtMostItsCreditsAcrossRestartsAndTheNextBeginsAtMidnight() {
        int taken = 0;
        for (int minute = 0; minute < 120; minute++) {
            ledger = newLedger(); // as after a restart
            for (int i = 0; i < 8; i++) {
                taken += ledger.reserve(PROVIDER, 1, FREE) instanceof Reservation.Granted ? 1 : 0;
            }
            clock.advance(Duration.ofSeconds(61));
        }
        assertThat(taken).isEqualTo(800);
        assertThat(wait(ledger.reserve(PROVIDER, 1, FREE)))
                .isEqualTo(Duration.between(clock.instant(), java.time.Instant.parse("2026-10-02T00:00:00Z")));
        clock.advance(Duration.ofHours(12));
        assertThat(ledger.standing(PROVIDER, FREE).leftToday()).isEqualTo(800);
        take(8);
    }

    @Test
    void severalReplicasTogetherSpendNoMore() throws InterruptedException, ExecutionException {
        List<Callable<Reservation>> questions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            CreditLedger replica = newLedger();
            questions.add(() -> replica.reserve(PROVIDER, 1, FREE));
        }
        int granted = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Reservation> answer : threads.invokeAll(questions)) {
                granted += answer.get() instanceof Reservation.Granted ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(8);
    }

    @Test
    void theAnswersOwnCountReplacesTheEstimate() {
        Reservation.Granted dear = granted(ledger.reserve(PROVIDER, 1, FREE));
        ledger.settle(dear, Charge.of(5), FREE);
        assertThat(ledger.standing(PROVIDER, FREE))
                .returns(3, CreditLedger.Standing::leftThisMinute)
                .returns(795, CreditLedger.Standing::leftToday);
        Reservation.Granted unsent = granted(ledger.reserve(PROVIDER, 3, FREE));
        ledger.settle(unsent, Charge.NONE, FREE);
        assertThat(ledger.standing(PROVIDER, FREE).leftThisMinute()).isEqualTo(3);
    }

    @Test
    void whatSomebodyElseSpendsFromTheSameKeyCounts() {
        ledger.settle(granted(ledger.reserve(PROVIDER, 1, FREE)), new Charge(1, 2), FREE);
        assertThat(ledger.standing(PROVIDER, FREE))
                .returns(2, CreditLedger.Standing::leftThisMinute)
                .returns(794, CreditLedger.Standing::leftToday);
        ledger.settle(granted(ledger.reserve(PROVIDER, 1, FREE)), new Charge(1, 7), FREE);
        assertThat(ledger.standing(PROVIDER, FREE).leftThisMinute())
                .as("a rosier count of theirs gives nothing back")
                .isEqualTo(1);
    }

    @Test
    void aCallDearerThanAMinuteTakesAWholeOne() {
        granted(ledger.reserve(PROVIDER, 50, FREE));
        assertThat(wait(ledger.reserve(PROVIDER, 1, FREE))).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void callsKeepTheirDistance() {
        Budget spaced = new Budget(5, 25, Duration.ofMillis(1_100));
        granted(ledger.reserve(PROVIDER, 1, spaced));
        clock.advance(Duration.ofMillis(400));
        assertThat(wait(ledger.reserve(PROVIDER, 1, spaced))).isEqualTo(Duration.ofMillis(700));
        clock.advance(Duration.ofMillis(700));
        granted(ledger.reserve(PROVIDER, 1, spaced));
    }

    @Test
    void aLimitOfTheirsIsKeptByEverybodyUntilItEnds() {
        ledger.failed(
                PROVIDER,
                new ProviderError.RateLimited(Duration.ofMinutes(5), "theirs"),
                Optional.of(Duration.ofMinutes(5)));
        assertThat(wait(newLedger().reserve(PROVIDER, 1, FREE))).isEqualTo(Duration.ofMinutes(5));
        assertThat(ledger.standing(PROVIDER, FREE).lastError()).isEqualTo(ProviderError.Kind.RATE_LIMITED);
        clock.advance(Duration.ofMinutes(5));
        granted(newLedger().reserve(PROVIDER, 1, FREE));
        ledger.succeeded(PROVIDER);
        assertThat(ledger.standing(PROVIDER, FREE).blockedUntil()).isNull();
    }

    @Test
    void aClockThatStepsBackGivesNoCreditsTwice() {
        take(8);
        clock.advance(Duration.ofHours(-11));
        assertThat(ledger.reserve(PROVIDER, 1, FREE)).isInstanceOf(Reservation.Denied.class);
        assertThat(ledger.standing(PROVIDER, FREE).leftToday()).isEqualTo(792);
    }

    private void take(int credits) {
        for (int i = 0; i < credits; i++) {
            granted(ledger.reserve(PROVIDER, 1, FREE));
        }
    }

    private static Reservation.Granted granted(Reservation reservation) {
        assertThat(reservation).isInstanceOf(Reservation.Granted.class);
        return (Reservation.Granted) reservation;
    }

    private static Duration wait(Reservation reservation) {
        assertThat(reservation).isInstanceOf(Reservation.Denied.class);
        return ((Reservation.Denied) reservation).reason().retryAfter();
    }
}
