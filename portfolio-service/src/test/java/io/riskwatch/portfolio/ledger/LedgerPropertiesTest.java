package io.riskwatch.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.ledger.Histories.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any history. */
class LedgerPropertiesTest {

    private static final int TRIES = 300;
    private static final LedgerRules SHORTS = new LedgerRules(LotMethod.FIFO, LedgerRules.ShortSales.ALLOWED);

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.any(LedgerRules.DEFAULT);
    }

    @Provide
    Arbitrary<List<LedgerEntry>> historiesWithShorts() {
        return Histories.any(SHORTS);
    }

    /** Without chosen lots, which another sale of the day may take first. */
    @Provide
    Arbitrary<List<LedgerEntry>> tradesAndSplits() {
        return Histories.of(
                LedgerRules.DEFAULT,
                Set.of(Kind.DEPOSIT, Kind.BUY, Kind.SELL, Kind.TRANSFER_IN, Kind.TRANSFER_OUT, Kind.DRIP, Kind.SPLIT));
    }

    @Property(tries = TRIES)
    void cashIsTheFoldOfTheFlows(@ForAll("historiesWithShorts") List<LedgerEntry> entries) {
        var folded = new TreeMap<String, BigDecimal>();
        for (var entry : entries) {
            var flow = entry.booking().cashFlow();
            folded.merge(flow.getCurrencyUnit().getCode(), flow.getAmount(), BigDecimal::add);
        }

        var ledger = Ledger.replay(entries, SHORTS, gain -> {});

        folded.forEach(
                (currency, sum) -> assertThat(Story.cash(ledger, currency)).isEqualByComparingTo(sum));
        assertThat(ledger.cash())
                .allSatisfy(money ->
                        assertThat(folded).containsKey(money.getCurrencyUnit().getCode()));
    }

    @Property(tries = TRIES)
    void theLotsAddUpToThePositionAndAreAllOnItsSide(@ForAll("historiesWithShorts") List<LedgerEntry> entries) {
        for (var position : Ledger.replay(entries, SHORTS, gain -> {}).positions()) {
            assertThat(position.lots().stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(position.quantity());
            assertThat(position.lots())
                    .allSatisfy(lot -> assertThat(lot.quantity().signum())
                            .isEqualTo(position.quantity().signum()));
        }
    }

    @Property(tries = TRIES)
    void aSplitHoldsFromTheOpeningWheneverOnItsDayItIsEntered(
            @ForAll("tradesAndSplits") List<LedgerEntry> entries, @ForAll boolean last) {
        var told = entries.stream()
                .map(entry -> entry.booking().type() == TransactionType.SPLIT
                        ? new LedgerEntry(entry.sequence() + (last ? 1_000 : -1_000), entry.id(), entry.booking())
                        : entry)
                .toList();

        assertThat(Ledger.replay(told).positions())
                .isEqualTo(Ledger.replay(entries).positions());
    }

    @Property(tries = TRIES)
    void aSplitIsAppliedOnce(@ForAll("historiesWithShorts") List<LedgerEntry> entries) {
        var ledger = new Ledger(SHORTS, gain -> {});
        for (var entry : entries.stream().sorted(LedgerEntry.ORDER).toList()) {
            var booking = entry.booking();
            var before = ledger.quantity(String.valueOf(booking.symbol()));
            ledger.play(entry);
            if (booking.type() == TransactionType.SPLIT) {
                assertThat(ledger.quantity(String.valueOf(booking.symbol())))
                        .isEqualByComparingTo(Decimals.divide(before.multiply(booking.quantity()), booking.per()));
            }
        }
    }

    @Property(tries = TRIES)
    void whatIsRefusedLeavesTheLedgerAsItWas(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll("historiesWithShorts") List<LedgerEntry> others) {
        var ledger = Ledger.replay(entries);
        var from = entries.stream()
                .map(entry -> entry.booking().date())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        for (var other : others) {
            var before = List.of(ledger.positionsEverHeld(), ledger.cash());
            var late = other.booking().date().isBefore(from) ? null : other;
            if (late != null && !plays(ledger, late)) {
                assertThat(List.of(ledger.positionsEverHeld(), ledger.cash())).isEqualTo(before);
            }
        }
    }

    private static boolean plays(Ledger ledger, LedgerEntry entry) {
        try {
            ledger.play(entry);
            return true;
        } catch (BookingRefused | Oversold | IllegalArgumentException e) {
            return false;
        }
    }
}
