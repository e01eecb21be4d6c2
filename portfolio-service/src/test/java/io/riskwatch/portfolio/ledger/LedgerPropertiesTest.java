package io.riskwatch.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any history; fifty random ones, each named by its seed. */
class LedgerPropertiesTest {

    private static final List<String> SYMBOLS = List.of("ORBX", "RHNE", "XBND");

    static List<Integer> seeds() {
        return java.util.stream.IntStream.range(0, 50).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cashIsTheFoldOfTheFlows(int seed) {
        var entries = history(new Random(seed));

        var folded = entries.stream()
                .map(entry -> entry.booking().cashFlow().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(Story.cash(Ledger.replay(entries), "USD")).isEqualByComparingTo(folded);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLotsAddUpToThePosition(int seed) {
        for (var position : Ledger.replay(history(new Random(seed))).positions()) {
            assertThat(position.lots().stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(position.quantity());
            assertThat(position.lots())
                    .allSatisfy(lot -> assertThat(lot.quantity().signum()).isPositive());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moneyPutInIsEitherStillInCostOrCameBackLessTheGain(int seed) {
        var entries = history(new Random(seed));

        for (var position : Ledger.replay(entries).positionsEverHeld()) {
            var putIn = entries.stream()
                    .map(LedgerEntry::booking)
                    .filter(booking -> position.symbol().equals(booking.symbol())
                            && booking.type().movesSecurity())
                    .map(booking -> booking.cashFlow().getAmount().negate())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(position.cost()
                            .orElseThrow()
                            .getAmount()
                            .subtract(position.realisedGain().getAmount()))
                    .as("cost that remains - gain taken = bought - sold")
                    .isEqualByComparingTo(putIn);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfEntryChangesNothingButTheLotsOfOneDay(int seed) {
        var random = new Random(seed);
        var entries = history(random);
        var bookings =
                new ArrayList<>(entries.stream().map(LedgerEntry::booking).toList());
        Collections.shuffle(bookings, random);
        var shuffled = new ArrayList<LedgerEntry>();
        bookings.forEach(booking -> shuffled.add(new LedgerEntry(shuffled.size(), booking)));

        var told = Ledger.replay(entries);
        var retold = Ledger.replay(shuffled);

        assertThat(retold.cash()).isEqualTo(told.cash());
        assertThat(retold.positions())
                .extracting(Position::symbol, Position::quantity)
                .isEqualTo(told.positions().stream()
                        .map(position -> org.assertj.core.groups.Tuple.tuple(position.symbol(), position.quantity()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replayingTwiceGivesTheSameLedger(int seed) {
        var entries = history(new Random(seed));

        assertThat(Ledger.replay(entries).positions())
                .isEqualTo(Ledger.replay(entries).positions());
    }

    /** A history that can be: it never sells what it does not hold. Several bookings fall on one day. */
    private static List<LedgerEntry> history(Random random) {
        var entries = new ArrayList<LedgerEntry>();
        var held = new java.util.HashMap<String, BigDecimal>();
        var date = LocalDate.of(2020, 1, 1);
        for (var i = 0; i < 60; i++) {
            date = date.plusDays(random.nextInt(3));
            var symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
            var before = held.getOrDefault(symbol, BigDecimal.ZERO);
            var price = BigDecimal.valueOf(100 + random.nextInt(9_900), 2);
            var fee = BigDecimal.valueOf(random.nextInt(500), 2);
            var kind = random.nextInt(10);
            Booking booking;
            if (kind == 0) {
                booking = new Booking(
                        date, TransactionType.DEPOSIT, null, null, null, null, CurrencyUnit.USD, fee, price);
            } else if (kind == 1 && before.signum() > 0 && quietDay(entries, symbol, date)) {
                var ratio = BigDecimal.valueOf(1 + random.nextInt(3));
                booking = new Booking(
                        date,
                        TransactionType.SPLIT,
                        symbol,
                        ratio,
                        null,
                        null,
                        CurrencyUnit.USD,
                        BigDecimal.ZERO,
                        null);
                held.put(symbol, before.multiply(ratio));
            } else if (kind < 5 && before.signum() > 0) {
                var quantity = before.multiply(BigDecimal.valueOf(1 + random.nextInt(100), 2))
                        .setScale(6, java.math.RoundingMode.UP)
                        .min(before);
                booking = new Booking(
                        date, TransactionType.SELL, symbol, quantity, null, price, CurrencyUnit.USD, fee, null);
                held.put(symbol, before.subtract(quantity));
            } else {
                var quantity = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4);
                booking = new Booking(
                        date, TransactionType.BUY, symbol, quantity, null, price, CurrencyUnit.USD, fee, null);
                held.put(symbol, before.add(quantity));
            }
            entries.add(new LedgerEntry(entries.size(), booking));
        }
        return entries;
    }

    /** A split holds from the opening, so a history tells it before the day's trades. */
    private static boolean quietDay(List<LedgerEntry> entries, String symbol, LocalDate date) {
        return entries.stream()
                .noneMatch(entry -> symbol.equals(entry.booking().symbol())
                        && entry.booking().date().equals(date));
    }
}
