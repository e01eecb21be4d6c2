package io.riskwatch.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any history under any lot method; each history is named by its seed. */
class LotMethodPropertiesTest {

    private static final int LENGTH = 80;
    private static final LedgerRules SHORTS = new LedgerRules(LotMethod.FIFO, LedgerRules.ShortSales.ALLOWED);

    static Stream<Arguments> histories() {
        return IntStream.range(0, 60)
                .boxed()
                .flatMap(seed -> Stream.of(LotMethod.values()).map(method -> Arguments.of(seed, method)));
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("histories")
    void costConsumedAndCostThatRemainsAreWhatWasPaid(int seed, LotMethod method) {
        var entries = Histories.of(seed, LENGTH, LedgerRules.DEFAULT);
        var gains = new ArrayList<RealisedGain>();
        var ledger = Ledger.replay(entries, LedgerRules.DEFAULT.with(method), gains::add);

        var paid = entries.stream()
                .map(LedgerEntry::booking)
                .filter(booking -> booking.type().opensLot())
                .map(booking -> Objects.requireNonNull(booking.lotCost()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var consumed = gains.stream().map(RealisedGain::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(consumed.add(basis(ledger))).isEqualByComparingTo(paid);
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("histories")
    void theMethodChangesNeitherQuantitiesNorCash(int seed, LotMethod method) {
        var entries = Histories.of(seed, LENGTH, LedgerRules.DEFAULT);
        var ledger = Ledger.replay(entries, method);
        var fifo = Ledger.replay(entries);

        assertThat(ledger.cash()).isEqualTo(fifo.cash());
        assertThat(ledger.held()).isEqualTo(fifo.held());
        for (var position : ledger.positions()) {
            assertThat(position.lots().stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(position.quantity());
        }
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("histories")
    void gainsAreWhatTradesBroughtLessWhatTheyCost(int seed, LotMethod method) {
        var entries = Histories.of(seed, LENGTH, SHORTS);
        var gains = new ArrayList<RealisedGain>();
        var ledger = Ledger.replay(entries, SHORTS.with(method), gains::add);

        // deposits apart, a reinvestment moves cost without cash
        var moved = entries.stream()
                .map(LedgerEntry::booking)
                .filter(booking -> booking.type() != TransactionType.DEPOSIT)
                .map(booking -> booking.type() == TransactionType.DRIP
                        ? Objects.requireNonNull(booking.lotCost()).negate()
                        : booking.cashFlow().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var realised = gains.stream().map(gain -> gain.gain().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(realised.subtract(basis(ledger))).isEqualByComparingTo(moved);
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("histories")
    void replayingFromScratchEqualsGoingOn(int seed, LotMethod method) {
        var entries = Histories.of(seed, LENGTH, LedgerRules.DEFAULT);
        var rules = LedgerRules.DEFAULT.with(method);
        var going = new Ledger(rules, gain -> {});

        for (var i = 0; i < entries.size(); i++) {
            going.play(entries.get(i));
            if (i % 7 == 0 || i == entries.size() - 1) {
                var scratch = Ledger.replay(entries.subList(0, i + 1), method);
                assertThat(List.of(going.positionsEverHeld(), going.cash()))
                        .isEqualTo(List.of(scratch.positionsEverHeld(), scratch.cash()));
            }
        }
    }

    private static BigDecimal basis(Ledger ledger) {
        return ledger.positions().stream()
                .map(position -> position.cost().orElseThrow().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
