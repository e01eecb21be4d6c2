package io.riskwatch.portfolio.marginwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever holds the states of several accounts takes them by id; otherwise two who want the same wait for each other. */
class MarginLocksIT extends PortfolioServiceIT {

    private static final int ACCOUNTS = 4;

    @Autowired
    private Portfolios portfolios;

    @Autowired
    private PortfolioAccounts accounts;

    @Autowired
    private MarginStates states;

    @Autowired
    private PlatformTransactionManager transactions;

    /** A thread for each: the common pool has one only on two processors. */
    private final Executor each = task -> Thread.ofVirtual().start(task);

    private TestCaller owner;
    private List<UUID> byId;

    /** The state of the one with the highest id was written first, so that it comes first where nothing says in which order. */
    @BeforeEach
    void marginAccounts() {
        owner = callers.inNewOrganisation();
        List<UUID> made = new ArrayList<>();
        inTransaction(() -> {
            for (int i = 0; i < ACCOUNTS; i++) {
                UUID id = portfolios.create("P" + i, CurrencyUnit.USD, false).id();
                accounts.change(id, accounts.standard(id), "Broker", Account.Kind.MARGIN, false);
                made.add(id);
            }
        });
        byId = made.stream()
                .sorted(Comparator.comparing(UUID::toString)) // as PostgreSQL has them; Java's own order has a sign
                .toList();
        await().until(() -> {
            AtomicInteger kept = new AtomicInteger();
            inTransaction(() -> kept.set(states.find(byId).size()));
            return kept.get() == ACCOUNTS; // the watch has them all and does nothing more
        });
        inTransaction(() -> {
            byId.forEach(states::drop);
            byId.reversed().forEach(states::keep);
        });
    }

    @Test
    void ratesAreSetWhileTheWatchWritesChangesOfSeveralAccounts() throws InterruptedException {
        CountDownLatch holdsFirst = new CountDownLatch(1);
        CountDownLatch otherWaits = new CountDownLatch(1);
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                () -> inTransaction(() -> {
                    states.lock(List.of(byId.getFirst()));
                    holdsFirst.countDown();
                    hold(otherWaits);
                    states.lock(List.of(byId.getLast()));
                }),
                each);
        assertThat(holdsFirst.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> rates =
                CompletableFuture.runAsync(() -> inTransaction(() -> states.allRenewed()), each);
        untilOneWaits();
        otherWaits.countDown();

        CompletableFuture.allOf(watch, rates).orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void whoTakesSeveralAtOnceTakesThemByIdHoweverTheyAreNamed() throws InterruptedException {
        CountDownLatch holdsFirst = new CountDownLatch(1);
        CountDownLatch otherWaits = new CountDownLatch(1);
        CompletableFuture<Void> one = CompletableFuture.runAsync(
                () -> inTransaction(() -> {
                    states.renewed(byId.getFirst());
                    holdsFirst.countDown();
                    hold(otherWaits);
                    states.renewed(byId.getLast());
                }),
                each);
        assertThat(holdsFirst.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> several =
                CompletableFuture.runAsync(() -> inTransaction(() -> states.lock(byId.reversed())), each);
        untilOneWaits();
        otherWaits.countDown();

        CompletableFuture.allOf(one, several).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void untilOneWaits() {
        // what another role asks is not to be seen, that it waits is
        await().until(() -> jdbc.sql("select count(*) from pg_locks l join pg_stat_activity a using (pid) where not"
                                + " l.granted and a.datname = current_database()")
                        .query(Integer.class)
                        .single()
                > 0);
    }

    private void inTransaction(Runnable what) {
        Tenancy.as(owner.organisationId(), () -> {
            new TransactionTemplate(transactions).executeWithoutResult(status -> what.run());
            return true;
        });
    }

    private static void hold(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
