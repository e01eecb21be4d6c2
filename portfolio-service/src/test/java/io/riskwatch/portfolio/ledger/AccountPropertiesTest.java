package io.riskwatch.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.joda.money.CurrencyUnit;

/** What holds for any history in three accounts with transfers between them. */
class AccountPropertiesTest {

    private static final List<UUID> ACCOUNTS = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.keepingAllCost(LedgerRules.DEFAULT);
    }

    @Property(tries = 60)
    void costConsumedAndCostThatRemainsInAllAccountsAreWhatWasPaid(
            @ForAll("histories") List<LedgerEntry> drawn, @ForAll LotMethod method, @ForAll int seed) {
        var entries = spread(drawn, seed);
        var gains = new ArrayList<RealisedGain>();
        var ledger = Ledger.replay(entries, LedgerRules.DEFAULT.with(method), gains::add);

        var paid = entries.stream()
                .map(LedgerEntry::booking)
                .filter(booking -> booking.type().opensLot())
                .map(booking -> Objects.requireNonNull(booking.lotCost()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var consumed = gains.stream().map(RealisedGain::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        var remaining = ACCOUNTS.stream()
                .flatMap(account -> ledger.positions(account).stream())
                .map(position -> position.cost().orElseThrow().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(consumed.add(remaining)).isEqualByComparingTo(paid);
        assertThat(ledger.positions().stream()
                        .map(position -> position.cost().orElseThrow().getAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(remaining);
    }

    @Property(tries = 60)
    void cashOfAllAccountsIsTheFoldOfWhatMovedMoneyAndNoTransferDid(
            @ForAll("histories") List<LedgerEntry> drawn, @ForAll LotMethod method, @ForAll int seed) {
        var entries = spread(drawn, seed);
        var ledger = Ledger.replay(entries, method);

        var moved = entries.stream()
                .map(LedgerEntry::booking)
                .filter(booking -> booking.type() != TransactionType.TRANSFER
                        && booking.currency().equals(CurrencyUnit.USD))
                .map(booking -> booking.cashFlow().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(ACCOUNTS.stream()
                        .flatMap(account -> ledger.cash(account).stream())
                        .filter(money -> money.getCurrencyUnit().equals(CurrencyUnit.USD))
                        .map(money -> money.getAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(moved);
        assertThat(Story.cash(ledger, "USD")).isEqualByComparingTo(moved);
    }

    @Property(tries = 60)
    void quantitiesOfTheAccountsAddUpAndTransfersChangeNone(
            @ForAll("histories") List<LedgerEntry> drawn, @ForAll LotMethod method, @ForAll int seed) {
        var entries = spread(drawn, seed);
        var ledger = Ledger.replay(entries, method);

        for (var position : ledger.positions()) {
            var sum = ACCOUNTS.stream()
                    .map(account -> ledger.quantity(account, position.symbol()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(position.quantity()).isEqualByComparingTo(sum);
            assertThat(position.lots().stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(sum);
        }
        Statistics.collect(entries.stream().anyMatch(entry -> entry.booking().type() == TransactionType.TRANSFER));
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    }

    /** A history in accounts: what an account refuses did not happen, and in between something moves from one to another. */
    private static List<LedgerEntry> spread(List<LedgerEntry> history, int seed) {
        var random = new Random(seed);
        var entries = new ArrayList<LedgerEntry>();
        var ledger = new Ledger();
        for (var drawn : history.stream().sorted(LedgerEntry.ORDER).toList()) {
            var from = ACCOUNTS.get(random.nextInt(3));
            for (var next : List.of(
                    placed(entries, BookedIn.one(from), drawn.booking()), moved(entries, ledger, random, drawn))) {
                try {
                    if (entries.isEmpty() || LedgerEntry.ORDER.compare(entries.getLast(), next) <= 0) {
                        ledger.play(next);
                        entries.add(next);
                    }
                } catch (BookingRefused | Oversold e) {
                    ledger = Ledger.replay(entries);
                }
            }
        }
        return entries;
    }

    private static LedgerEntry placed(List<LedgerEntry> entries, BookedIn in, Booking booking) {
        var sequence = entries.size() + 1L;
        return new LedgerEntry(
                sequence, new UUID(0, sequence), in, booking.lots().isEmpty() ? booking : booking.choosing(List.of()));
    }

    private static LedgerEntry moved(List<LedgerEntry> entries, Ledger ledger, Random random, LedgerEntry after) {
        var from = random.nextInt(3);
        var in = new BookedIn(ACCOUNTS.get(from), ACCOUNTS.get((from + 1 + random.nextInt(2)) % 3));
        var held = ledger.positions(in.account());
        var day = after.booking().date();
        var sequence = entries.size() + 2L;
        if (held.isEmpty() || random.nextInt(3) == 0) {
            var money = new Booking(
                    day,
                    TransactionType.TRANSFER,
                    null,
                    null,
                    null,
                    null,
                    CurrencyUnit.USD,
                    BigDecimal.ZERO,
                    BigDecimal.valueOf(1 + random.nextInt(100_000), 2));
            return new LedgerEntry(sequence, new UUID(0, sequence), in, money);
        }
        var position = held.get(random.nextInt(held.size()));
        var part = position.quantity()
                .multiply(BigDecimal.valueOf(1 + random.nextInt(100), 2))
                .setScale(6, RoundingMode.UP)
                .min(position.quantity());
        return new LedgerEntry(
                sequence,
                new UUID(0, sequence),
                in,
                new Booking(
                        day,
                        TransactionType.TRANSFER,
                        position.symbol(),
                        part,
                        null,
                        null,
                        position.currency(),
                        BigDecimal.ZERO,
                        null));
    }
}
