package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.marginwatch.MarginStates.AccountKey;
import io.riskwatch.portfolio.marginwatch.MarginStates.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the book's accounts as they are in the database: reads all at the start, many of an organisation together, each again when it
 * changes, and looks through all now and then for what this replica was not told. What was read of an account does not replace what
 * was read as of a later change; wishes that come meanwhile count once.
 */
@Component
class AccountReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AccountReader.class);
    private static final int LANES = 2;
    private static final int PAGE = 1_000;

    /** As many accounts are read together: more of them save no time and cost memory. */
    private static final int BATCH = 500;

    /** So few accounts that were read before are each read by itself, which goes on with what is kept of long ledgers. */
    private static final int FEW = 8;

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final UUID FIRST = new UUID(0, 0);

    /** A count that no account has. */
    private static final long UNREAD = -2;

    private final MarginAccounts accounts;
    private final MarginStates states;
    private final MarginWatch watch;
    private final DeficitWriter deficits;
    private final MarginWatchSettings settings;
    private final Clock clock;
    private final Map<UUID, Long> contents = new ConcurrentHashMap<>();
    private final Semaphore wishes = new Semaphore(0);
    private final List<Lane> lanes = new ArrayList<>();
    private volatile boolean running;
    private LocalDate day;

    AccountReader(
            MarginAccounts accounts,
            MarginStates states,
            MarginWatch watch,
            DeficitWriter deficits,
            MarginWatchSettings settings,
            Clock clock) {
        this.deficits = deficits;
        this.accounts = accounts;
        this.states = states;
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
        this.day = LocalDate.now(clock);
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(new Lane());
        }
    }

    @Override
    public void start() {
        running = true;
        for (int number = 0; number < LANES; number++) {
            Lane lane = lanes.get(number);
            Thread.ofPlatform().name("margin-accounts-" + number).daemon().start(lane::run);
        }
        Thread.ofPlatform().name("margin-accounts").daemon().start(this::lookThroughAgainAndAgain);
    }

    @Override
    public void stop() {
        running = false;
        lanes.forEach(Lane::wake);
        lookSoon();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Reads the account soon. */
    void read(AccountKey key) {
        lane(key).add(key);
    }

    private Lane lane(AccountKey key) {
        return lanes.get(Math.floorMod(key.portfolioId().hashCode(), LANES));
    }

    private void lookThroughAgainAndAgain() {
        while (running) {
            try {
                lookThrough();
                pause(settings.check());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("event=margin-accounts-not-looked-through reason=\"{}\"", e.getMessage());
                pauseAfterFailure();
            }
        }
    }

    private void pause(Duration time) throws InterruptedException {
        wishes.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
        wishes.drainPermits();
    }

    /** Looks for changes now and not only when it is time. */
    void lookSoon() {
        wishes.release();
    }

    private void pauseAfterFailure() {
        try {
            pause(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads what is new or has changed since it was read, and what is no longer there. */
    void lookThrough() throws InterruptedException {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(day)) {
            contents.replaceAll((portfolio, content) -> UNREAD); // rates hold from a day on
            day = today;
        }
        Set<UUID> missing = new LinkedHashSet<>(contents.keySet());
        Map<UUID, List<UUID>> toRead = new LinkedHashMap<>();
        UUID after = FIRST;
        List<Seat> page;
        do {
            page = states.seats(after, PAGE);
            for (Seat seat : page) {
                UUID portfolio = seat.key().portfolioId();
                missing.remove(portfolio);
                Long known = contents.get(portfolio);
                if (known == null || known != seat.content()) {
                    UUID organisation = seat.key().organisationId();
                    List<UUID> its = toRead.computeIfAbsent(organisation, first -> new ArrayList<>());
                    its.add(portfolio);
                    if (its.size() == BATCH) {
                        toRead.remove(organisation);
                        readTogether(organisation, its);
                    }
                }
                after = portfolio;
            }
        } while (running && page.size() == PAGE);
        for (Map.Entry<UUID, List<UUID>> left : toRead.entrySet()) {
            readTogether(left.getKey(), left.getValue());
        }
        if (running) {
            missing.forEach(this::forget);
        }
    }

    private void readTogether(UUID organisation, List<UUID> portfolios) throws InterruptedException {
        if (!running) {
            return;
        }
        if (portfolios.size() <= FEW && portfolios.stream().allMatch(contents::containsKey)) {
            readEach(organisation, portfolios);
            return;
        }
        try {
            Map<UUID, MarginAccounts.Read> read = accounts.read(organisation, portfolios);
            for (UUID portfolio : portfolios) {
                MarginAccounts.Read found = read.get(portfolio);
                if (found == null) {
                    forget(portfolio);
                } else {
                    take(portfolio, found);
                }
            }
        } catch (RuntimeException e) { // one that cannot be read is not to keep the others from it
            log.warn("event=margin-accounts-not-read-together count={}", portfolios.size(), e);
            readEach(organisation, portfolios);
        }
    }

    private void readEach(UUID organisation, List<UUID> portfolios) throws InterruptedException {
        for (UUID portfolio : portfolios) {
            AccountKey key = new AccountKey(organisation, portfolio);
            Lane lane = lane(key);
            lane.awaitRoom();
            lane.add(key);
        }
    }

    /** Two threads may have read the account: the book keeps what is newer. */
    private void take(UUID portfolio, MarginAccounts.Read read) {
        contents.compute(portfolio, (id, known) -> {
            if (known != null && known > read.content()) {
                return known;
            }
            Instant now = clock.instant();
            watch.with(book -> book.put(read.account(), read.state(), now).ifPresent(deficits::write));
            return read.content();
        });
    }

    private void forget(UUID portfolio) {
        contents.remove(portfolio);
        watch.with(book -> book.remove(portfolio));
    }

    private void readNow(AccountKey key) {
        try {
            Optional<MarginAccounts.Read> read = accounts.read(key, !contents.containsKey(key.portfolioId()));
            if (read.isPresent()) {
                take(key.portfolioId(), read.get());
            } else {
                forget(key.portfolioId());
            }
        } catch (RuntimeException e) {
            log.warn("event=margin-account-not-read portfolio={}", key.portfolioId(), e);
            CompletableFuture.delayedExecutor(RETRY.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> read(key));
        }
    }

    /** One thread, and what it is to read. */
    private final class Lane {

        private static final int ROOM = 2_000;

        private final Set<AccountKey> waiting = new LinkedHashSet<>();

        synchronized void add(AccountKey key) {
            waiting.add(key);
            notifyAll();
        }

        synchronized void awaitRoom() throws InterruptedException {
            while (running && waiting.size() >= ROOM) {
                wait();
            }
        }

        synchronized void wake() {
            notifyAll();
        }

        private synchronized Optional<AccountKey> take() throws InterruptedException {
            while (running && waiting.isEmpty()) {
                wait();
            }
            if (!running) {
                return Optional.empty();
            }
            AccountKey first = waiting.iterator().next();
            waiting.remove(first);
            notifyAll();
            return Optional.of(first);
        }

        private void run() {
            try {
                for (Optional<AccountKey> next = take(); next.isPresent(); next = take()) {
                    readNow(next.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
