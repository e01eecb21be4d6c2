package io.riskwatch.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A year with a bank account and a margin account: two purchases, a transfer between them, a short sale. */
class AccountStoryTest {

    private static final UUID BANK = new UUID(1, 1);
    private static final UUID BROKER = new UUID(1, 2);
    private static final LedgerRules RULES =
            new LedgerRules(LotMethod.FIFO, LedgerRules.ShortSales.REFUSED, Set.of(BROKER));

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<RealisedGain> gains = new ArrayList<>();

    private AccountStoryTest in(UUID account, Booking booking) {
        return between(account, null, booking);
    }

    private AccountStoryTest between(UUID account, UUID to, Booking booking) {
        var sequence = entries.size() + 1L;
        entries.add(new LedgerEntry(sequence, new UUID(0, sequence), new BookedIn(account, to), booking));
        return this;
    }

    private static Booking trade(String date, TransactionType type, String units, String price) {
        return Story.booking(date, type, "ORBX", units, price, null, null);
    }

    private static Booking money(String date, TransactionType type, String amount) {
        return Story.booking(date, type, null, null, null, null, amount);
    }

    private static Booking transfer(String date, String units) {
        return Story.booking(date, TransactionType.TRANSFER, "ORBX", units, null, null, null);
    }

    private Ledger told(LotMethod method) {
        gains.clear();
        return Ledger.replay(entries, RULES.with(method), gains::add);
    }

    private static BigDecimal cash(Ledger ledger, UUID account) {
        return ledger.cash(account).stream()
                .map(money -> money.getAmount())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private AccountStoryTest aYear() {
        return in(BANK, money("2025-01-02", TransactionType.DEPOSIT, "5000"))
                .in(BANK, trade("2025-01-03", TransactionType.BUY, "100", "10"))
                .in(BROKER, trade("2025-02-03", TransactionType.BUY, "100", "15"))
                .between(BANK, BROKER, money("2025-02-03", TransactionType.TRANSFER, "2000"));
    }

    @Test
    void aSaleTakesTheLotsOfItsOwnAccountOnly() {
        var ledger = aYear().in(BROKER, trade("2025-03-03", TransactionType.SELL, "50", "20"))
                .told(LotMethod.FIFO);

        // first in, first out over the whole portfolio would have taken the bank's at 10
        assertThat(gains).hasSize(1);
        assertThat(gains.getFirst().account()).isEqualTo(BROKER);
        assertThat(gains.getFirst().gain()).contains(new BigDecimal("250"));
        assertThat(ledger.quantity(BANK, "ORBX")).isEqualByComparingTo("100");
        assertThat(ledger.quantity(BROKER, "ORBX")).isEqualByComparingTo("50");
        assertThat(ledger.quantity("ORBX")).isEqualByComparingTo("150");
        assertThat(cash(ledger, BANK)).isEqualByComparingTo("2000");
        assertThat(cash(ledger, BROKER)).isEqualByComparingTo("1500");
        assertThat(Story.cash(ledger, "USD")).isEqualByComparingTo("3500");
    }

    @Test
    void theAverageIsTheAccountsOwn() {
        aYear().in(BROKER, trade("2025-03-03", TransactionType.SELL, "50", "20"))
                .told(LotMethod.AVERAGE);

        assertThat(gains.getFirst().cost()).isEqualByComparingTo("750");
    }

    @Test
    void moreThanTheAccountHoldsIsOversoldAlsoWhenAnotherOneHasIt() {
        aYear().in(BANK, trade("2025-03-03", TransactionType.SELL, "101", "20"));

        assertThatThrownBy(() -> told(LotMethod.FIFO))
                .isInstanceOf(Oversold.class)
                .hasMessageContaining("100 are held");
    }

    @ParameterizedTest
    @EnumSource(LotMethod.class)
    void anOwnTransferRealisesNothingAndCostAndDaysTravel(LotMethod method) {
        var ledger = aYear().between(BANK, BROKER, transfer("2025-06-02", "40")).told(method);

        assertThat(gains).isEmpty();
        assertThat(ledger.positions(BANK).getFirst().cost().orElseThrow().getAmount())
                .isEqualByComparingTo("600");
        var received = ledger.positions(BROKER).getFirst();
        assertThat(received.quantity()).isEqualByComparingTo("140");
        assertThat(received.cost().orElseThrow().getAmount()).isEqualByComparingTo("1900");
        assertThat(received.lots())
                .extracting(Lot::opened)
                .containsExactly(LocalDate.parse("2025-01-03"), LocalDate.parse("2025-02-03"));
        assertThat(ledger.positions().getFirst().cost().orElseThrow().getAmount())
                .isEqualByComparingTo("2500");
        assertThat(Story.cash(ledger, "USD")).isEqualByComparingTo("2500");
    }

    @Test
    void whatWasTransferredIsSoldWithItsOwnDayAndCost() {
        aYear().between(BANK, BROKER, transfer("2025-06-02", "40"))
                .in(BROKER, trade("2026-02-02", TransactionType.SELL, "40", "20"))
                .told(LotMethod.FIFO);

        assertThat(gains).hasSize(1);
        assertThat(gains.getFirst().opened()).isEqualTo(LocalDate.parse("2025-01-03"));
        assertThat(gains.getFirst().gain()).contains(new BigDecimal("400"));
        assertThat(gains.getFirst().longTerm()).isTrue();
    }

    @Test
    void aTransferArrivesBeforeTheSaleOfItsDayAndAfterThePurchase() {
        var ledger = in(BROKER, trade("2025-01-03", TransactionType.SELL, "10", "12"))
                .between(BANK, BROKER, transfer("2025-01-03", "10"))
                .in(BANK, trade("2025-01-03", TransactionType.BUY, "10", "10"))
                .told(LotMethod.FIFO);

        assertThat(ledger.positions()).isEmpty();
        assertThat(gains.getFirst().gain()).contains(new BigDecimal("20"));
    }

    @Test
    void whatIsNotThereOrOwedThereIsNotTransferred() {
        aYear().in(BROKER, trade("2025-03-03", TransactionType.SELL, "150", "20"))
                .between(BANK, BROKER, transfer("2025-06-02", "40"));
        assertThatThrownBy(() -> told(LotMethod.FIFO))
                .isInstanceOfSatisfying(
                        BookingRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("toAccountId"));

        entries.removeLast();
        between(BROKER, BANK, transfer("2025-06-02", "1"));
        assertThatThrownBy(() -> told(LotMethod.FIFO)).isInstanceOf(Oversold.class);
    }

    @Test
    void anAccountThatAllowsItSellsShortAndTheOtherDoesNot() {
        var ledger = aYear().in(BROKER, trade("2025-03-03", TransactionType.SELL, "150", "20"))
                .in(BROKER, Story.booking("2025-04-01", TransactionType.DIVIDEND, "ORBX", null, null, null, "-25"))
                .told(LotMethod.FIFO);

        assertThat(ledger.quantity(BROKER, "ORBX")).isEqualByComparingTo("-50");
        assertThat(ledger.positions(BROKER).getFirst().cost().orElseThrow().getAmount())
                .isEqualByComparingTo("-1000");
        assertThat(ledger.quantity("ORBX")).isEqualByComparingTo("50");
        assertThat(cash(ledger, BROKER)).isEqualByComparingTo("3475");

        in(BANK, trade("2025-05-02", TransactionType.SELL, "101", "20"));
        assertThatThrownBy(() -> told(LotMethod.FIFO)).isInstanceOf(Oversold.class);
    }

    @Test
    void aSplitChangesOnlyTheAccountThatBooksItAndShortUnitsToo() {
        var split = new Booking(
                LocalDate.parse("2025-04-01"),
                TransactionType.SPLIT,
                "ORBX",
                new BigDecimal("2"),
                null,
                null,
                CurrencyUnit.USD,
                BigDecimal.ZERO,
                null);
        var ledger = aYear().in(BROKER, trade("2025-03-03", TransactionType.SELL, "150", "20"))
                .in(BROKER, split)
                .told(LotMethod.FIFO);

        assertThat(ledger.quantity(BROKER, "ORBX")).isEqualByComparingTo("-100");
        assertThat(ledger.quantity(BANK, "ORBX")).isEqualByComparingTo("100");
        var both = ledger.positions();
        assertThat(both).as("what one owns and another owes is still there").hasSize(1);
        assertThat(both.getFirst().quantity()).isEqualByComparingTo("0");
        assertThat(both.getFirst().cost().orElseThrow().getAmount()).isEqualByComparingTo("0");
    }

    @Test
    void aSymbolHasOneCurrencyInAllAccounts() {
        aYear().in(
                        BROKER,
                        new Booking(
                                LocalDate.parse("2025-04-01"),
                                TransactionType.BUY,
                                "ORBX",
                                BigDecimal.ONE,
                                null,
                                BigDecimal.TEN,
                                CurrencyUnit.EUR,
                                BigDecimal.ZERO,
                                null));

        assertThatThrownBy(() -> told(LotMethod.FIFO))
                .isInstanceOfSatisfying(
                        BookingRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("currency"));
    }

    @Test
    void aLotThatComesBackIsOneLotAgain() {
        var ledger = aYear().between(BANK, BROKER, transfer("2025-06-02", "40"))
                .between(BROKER, BANK, transfer("2025-06-03", "40"))
                .told(LotMethod.FIFO);

        assertThat(ledger.positions(BANK).getFirst().lots()).hasSize(1);
        assertThat(ledger.positions(BANK).getFirst().cost().orElseThrow().getAmount())
                .isEqualByComparingTo("1000");
        assertThat(IntStream.range(0, 2).mapToObj(i -> ledger.accounts().get(i)))
                .containsExactly(BANK, BROKER);
    }
}
