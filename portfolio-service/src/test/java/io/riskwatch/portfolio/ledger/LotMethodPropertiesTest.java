package io.riskwatch.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;

/** What holds for any history under any lot method. */
class LotMethodPropertiesTest {

    private static final int TRIES = 400;
    private static final LedgerRules SHORTS = new LedgerRules(LotMethod.FIFO, LedgerRules.ShortSales.ALLOWED);

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.any(LedgerRules.DEFAULT);
    }

    @Provide
    Arbitrary<List<LedgerEntry>> keepingAllCost() {
        return Histories.keepingAllCost(LedgerRules.DEFAULT);
    }

    @Provide
    Arbitrary<List<LedgerEntry>> keepingAllCostWithShorts() {
        return Histories.keepingAllCost(SHORTS);
    }

    @Property(tries = TRIES)
    void costConsumedAndCostThatRemainsAreWhatWasPaid(
            @ForAll("keepingAllCost") List<LedgerEntry> entries, @ForAll LotMethod method) {
        var sums = new Sums();
        var ledger = Ledger.replay(
                entries,
                LedgerRules.DEFAULT.with(method),
                gain -> sums.add(gain.currency(), Objects.requireNonNull(gain.cost())));
        basis(ledger, sums::add);

        for (var entry : entries) {
            if (entry.booking().type().opensLot()) {
                sums.subtract(
                        entry.booking().currency(),
                        Objects.requireNonNull(entry.booking().lotCost()));
            }
        }
        sums.cancelOut();
    }

    @Property(tries = TRIES)
    void theMethodChangesNeitherQuantitiesNorCash(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll LotMethod method) {
        var ledger = Ledger.replay(entries, method);
        var fifo = Ledger.replay(entries);

        assertThat(ledger.cash()).isEqualTo(fifo.cash());
        assertThat(ledger.held()).isEqualTo(fifo.held());
        for (var position : ledger.positions()) {
            assertThat(position.lots().stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(position.quantity());
        }
    }

    @Property(tries = TRIES)
    void gainsAreWhatTradesBroughtLessWhatTheyCost(
            @ForAll("keepingAllCostWithShorts") List<LedgerEntry> entries, @ForAll LotMethod method) {
        var sums = new Sums();
        var ledger = Ledger.replay(
                entries,
                SHORTS.with(method),
                gain -> sums.add(gain.currency(), gain.gain().orElseThrow()));
        basis(ledger, sums::subtract);

        for (var entry : entries) {
            sums.subtract(entry.booking().currency(), moved(entry.booking()));
        }
        sums.cancelOut();
    }

    /** What a trade did to the cash, or would have done: what is reinvested or transferred in moves cost without cash. */
    private static BigDecimal moved(Booking booking) {
        return switch (booking.type()) {
            case BUY, SELL, RETURN_OF_CAPITAL, MERGER, SPLIT, STOCK_DIVIDEND, SPIN_OFF ->
                booking.cashFlow().getAmount();
            case DRIP, TRANSFER_IN -> Objects.requireNonNull(booking.lotCost()).negate();
            case DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL, TRANSFER_OUT, TRANSFER -> BigDecimal.ZERO;
        };
    }

    @Property(tries = TRIES)
    void replayingFromScratchEqualsGoingOn(@ForAll("histories") List<LedgerEntry> entries, @ForAll LotMethod method) {
        var going = new Ledger(LedgerRules.DEFAULT.with(method), gain -> {});
        var played = new ArrayList<LedgerEntry>();

        for (var entry : entries.stream().sorted(LedgerEntry.ORDER).toList()) {
            going.play(entry);
            played.add(entry);
            var scratch = Ledger.replay(played, method);
            assertThat(List.of(going.positionsEverHeld(), going.cash()))
                    .isEqualTo(List.of(scratch.positionsEverHeld(), scratch.cash()));
        }
    }

    private static void basis(Ledger ledger, BiConsumer<CurrencyUnit, BigDecimal> sums) {
        for (var position : ledger.positions()) {
            sums.accept(position.currency(), position.cost().orElseThrow().getAmount());
        }
    }

    /** By currency. */
    private static final class Sums {

        private final Map<String, BigDecimal> sums = new TreeMap<>();

        void add(CurrencyUnit currency, BigDecimal amount) {
            sums.merge(currency.getCode(), amount, BigDecimal::add);
        }

        void subtract(CurrencyUnit currency, BigDecimal amount) {
            add(currency, amount.negate());
        }

        void cancelOut() {
            assertThat(sums).allSatisfy((currency, sum) -> assertThat(sum).isZero());
        }
    }
}
