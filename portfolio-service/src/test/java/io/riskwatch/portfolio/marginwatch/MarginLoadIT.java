package io.riskwatch.portfolio.marginwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.riskwatch.portfolio.DatabaseTraffic;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.marginwatch.MarginStates.AccountKey;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.service.tenancy.Tenancy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many accounts are read together: the same content as each by itself, in a number of questions that does not grow with them. */
class MarginLoadIT extends PortfolioServiceIT {

    private static final String READER = "margin-load-test";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Autowired
    private MarginAccounts accounts;

    @Autowired
    private MarginStates states;

    @Autowired
    private DeficitWriter deficits;

    @Autowired
    private Portfolios portfolios;

    @Autowired
    private PortfolioAccounts portfolioAccounts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private LatestTicks latest;

    @Autowired
    private MarginWatchSettings settings;

    @Autowired
    private TransitionWriter writer;

    @Autowired
    private LiveFigures figures;

    private TestCaller owner;

    @BeforeEach
    void anOrganisation() {
        owner = callers.inNewOrganisation();
    }

    @Test
    void readTogetherTheyAreWhatEachIsByItself() {
        List<UUID> all = new ArrayList<>();
        all.add(client("{\"name\":\"Ada\",\"loan\":\"10000\"}")); // first: a plan has a number of portfolios
        all.add(client("{\"name\":\"Bo\"}"));
        all.addAll(made(24));
        all.add(UUID.randomUUID()); // was deleted

        // the content only: the watch of the service itself may judge an account between the two readings
        Map<UUID, AccountContent> together = new HashMap<>();
        accounts.read(owner.organisationId(), all).forEach((id, read) -> together.put(id, read.account()));

        Map<UUID, AccountContent> each = new HashMap<>();
        all.forEach(id -> accounts.read(new AccountKey(owner.organisationId(), id), true)
                .ifPresent(read -> each.put(id, read.account())));
        assertThat(each).hasSize(20); // every fourth of the 24 does not lend, and two clients
        assertThat(together).isEqualTo(each);
    }

    @Test
    void fourTimesAsManyAreReadWithTheSameNumberOfQuestions() {
        List<UUID> all = made(80);
        List<UUID> lending = all.stream()
                .filter(id -> accounts.read(new AccountKey(owner.organisationId(), id), true)
                        .isPresent())
                .toList();
        assertThat(lending).hasSize(60);

        long few = roundTrips(() -> accounts.read(owner.organisationId(), lending.subList(0, 15)));
        long many = roundTrips(() -> accounts.read(owner.organisationId(), lending));
        long singly = roundTrips(() -> {
            lending.forEach(id -> accounts.read(new AccountKey(owner.organisationId(), id), true));
            return Map.of();
        });

        System.out.printf("round trips: %d of 15 accounts, %d of 60, %d of 60 one by one%n", few, many, singly);
        assertThat(few).isPositive();
        assertThat(many).isLessThanOrEqualTo(few + 2).isLessThanOrEqualTo(16);
        assertThat(singly).isGreaterThan(5L * lending.size());
    }

    @Test
    void aReplicaThatStartsWatchesThemAll() {
        List<UUID> lending = made(24).stream()
                .filter(id -> accounts.read(new AccountKey(owner.organisationId(), id), true)
                        .isPresent())
                .toList();
        var watch = new MarginWatch(latest, settings, writer, figures, Clock.systemUTC(), new SimpleMeterRegistry());
        var reader = new AccountReader(accounts, states, watch, deficits, settings, Clock.systemUTC());
        watch.start();
        reader.start();
        try {
            await().until(() -> found(watch, lending) == lending.size());
        } finally {
            reader.stop();
            watch.stop();
        }
    }

    private static long found(MarginWatch watch, List<UUID> ids) {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        watch.with(book -> answer.complete(ids.stream()
                .map(book::find)
                .flatMap(Optional::stream)
                .filter(account -> account.holdings() > 0)
                .count()));
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static long roundTrips(Supplier<Map<UUID, MarginAccounts.Read>> reading) {
        try (DatabaseTraffic traffic = DatabaseTraffic.counted()) {
            Thread thread = Thread.ofPlatform().name(READER).start(reading::get);
            thread.join();
            return traffic.roundTripsOf(READER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private UUID client(String said) {
        Ledgers ledgers = new Ledgers(http(owner));
        return UUID.fromString(Ledgers.body(
                        ledgers.post("/api/v1/clients", said).expectStatus().isCreated())
                .get("portfolioId")
                .stringValue());
    }

    /** Borrowed, sold short, in two accounts, and every fourth without a margin account. */
    private List<UUID> made(int number) {
        return Tenancy.as(owner.organisationId(), () -> {
            List<UUID> made = new ArrayList<>();
            new TransactionTemplate(manager).executeWithoutResult(status -> {
                for (int i = 0; i < number; i++) {
                    made.add(made(Kind.values()[i % 4]));
                }
            });
            return made;
        });
    }

    private enum Kind {
        BORROWED,
        SHORT,
        TWO_ACCOUNTS,
        CASH
    }

    private UUID made(Kind kind) {
        UUID id = portfolios.create(kind.name(), CurrencyUnit.EUR, false).id();
        UUID standard = portfolioAccounts.standard(id);
        if (kind != Kind.CASH) {
            portfolioAccounts.change(id, standard, "Broker", Account.Kind.MARGIN, kind == Kind.SHORT);
        }
        BookedIn in = BookedIn.one(standard);
        List<Transactions.Noted> rows = new ArrayList<>();
        rows.add(noted(in, TransactionType.DEPOSIT, null, null, null, "10000"));
        rows.add(noted(in, TransactionType.BUY, "LONG00", "100", "90", null));
        if (kind == Kind.SHORT) {
            rows.add(noted(in, TransactionType.SELL, "LONG01", "50", "20.5", null));
        } else {
            rows.add(noted(in, TransactionType.BUY, "AAPL270115C00190000", "1", "500", null));
            rows.add(noted(in, TransactionType.SELL, "LONG00", "30", "91.25", null));
        }
        if (kind == Kind.TWO_ACCOUNTS) {
            UUID second = portfolioAccounts
                    .add(id, "Second", Account.Kind.MARGIN, true)
                    .id();
            rows.add(noted(BookedIn.one(second), TransactionType.SELL, "LONG00", "10", "92", null));
            rows.add(noted(BookedIn.one(second), TransactionType.WITHDRAWAL, null, null, null, "5000"));
        }
        transactions.insertFirst(id, rows);
        return id;
    }

    private static Transactions.Noted noted(
            BookedIn in,
            TransactionType type,
            @Nullable String symbol,
            @Nullable String quantity,
            @Nullable String price,
            @Nullable String amount) {
        return new Transactions.Noted(
                in,
                new Booking(
                        DAY,
                        type,
                        symbol,
                        decimal(quantity),
                        null,
                        decimal(price),
                        CurrencyUnit.USD,
                        BigDecimal.ZERO,
                        decimal(amount)),
                null);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
