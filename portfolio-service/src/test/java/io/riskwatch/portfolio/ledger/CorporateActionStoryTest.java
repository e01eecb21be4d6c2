package io.riskwatch.portfolio.ledger;

import static io.riskwatch.portfolio.ledger.TransactionType.DRIP;
import static io.riskwatch.portfolio.ledger.TransactionType.MERGER;
import static io.riskwatch.portfolio.ledger.TransactionType.RETURN_OF_CAPITAL;
import static io.riskwatch.portfolio.ledger.TransactionType.SPIN_OFF;
import static io.riskwatch.portfolio.ledger.TransactionType.SPLIT;
import static io.riskwatch.portfolio.ledger.TransactionType.STOCK_DIVIDEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What companies do to what one owns, each told in bookings and worked out by hand. */
class CorporateActionStoryTest {

    private static Story twoLots() {
        return new Story().buy("2024-01-02", "ORBX", "30", "10").buy("2024-02-02", "ORBX", "75", "12"); // 300 + 900
    }

    private static Position held(Ledger ledger, String symbol) {
        return Story.held(ledger, symbol).orElseThrow();
    }

    private static BigDecimal cost(Ledger ledger, String symbol) {
        return held(ledger, symbol).cost().orElseThrow().getAmount();
    }

    @Test
    void aReverseSplitPaysForTheFractionAndKeepsWholeShares() {
        // 105 shares 1:10 are 10.5; the half share, 5 old ones of the first lot at 10, is sold for 60
        var story = twoLots().action("2024-05-02", SPLIT, "ORBX", "1", "10", null, null, null, "60");

        var ledger = story.told();

        assertThat(held(ledger, "ORBX").quantity()).isEqualByComparingTo("10");
        assertThat(cost(ledger, "ORBX")).isEqualByComparingTo("1150");
        assertThat(held(ledger, "ORBX").realisedGain().getAmount()).isEqualByComparingTo("10");
        assertThat(Story.cash(ledger, "USD")).isEqualByComparingTo("-1140");
        assertThat(story.gains(LedgerRules.DEFAULT))
                .extracting(RealisedGain::type, RealisedGain::quantity, RealisedGain::opened)
                .containsExactly(tuple(SPLIT, new BigDecimal("0.5"), LocalDate.parse("2024-01-02")));
    }

    @Test
    void aStockDividendAddsUnitsToEveryLotAndNoCost() {
        // 5 on 100: 105 shares become 110.25
        var ledger = twoLots()
                .action("2024-05-02", STOCK_DIVIDEND, "ORBX", "5", "100", null, null, null, null)
                .told();

        assertThat(held(ledger, "ORBX").lots())
                .extracting(Lot::opened, Lot::quantity, Lot::cost)
                .containsExactly(
                        tuple(LocalDate.parse("2024-01-02"), new BigDecimal("31.5"), new BigDecimal("300")),
                        tuple(LocalDate.parse("2024-02-02"), new BigDecimal("78.75"), new BigDecimal("900")));
    }

    @Test
    void aSpinOffTakesItsShareOfTheCostAndTheDays() {
        // 1 SPIN on 4 ORBX takes 20 % of the cost; 105 / 4 = 26.25, and the quarter is paid with 3
        var story = twoLots().action("2024-05-02", SPIN_OFF, "ORBX", "1", "4", null, "SPIN", "0.2", "3");

        var ledger = story.told();

        assertThat(cost(ledger, "ORBX")).isEqualByComparingTo("960");
        assertThat(held(ledger, "ORBX").quantity()).isEqualByComparingTo("105");
        // the first lot brought 7.5 SPIN for 60: a quarter of one cost 2
        assertThat(held(ledger, "SPIN").lots())
                .extracting(Lot::opened, Lot::quantity, Lot::cost)
                .containsExactly(
                        tuple(LocalDate.parse("2024-01-02"), new BigDecimal("7.25"), new BigDecimal("58")),
                        tuple(LocalDate.parse("2024-02-02"), new BigDecimal("18.75"), new BigDecimal("180")));
        assertThat(held(ledger, "SPIN").realisedGain().getAmount()).isEqualByComparingTo("1");
    }

    @Test
    void aMergerIntoSharesKeepsDaysAndCost() {
        var ledger = twoLots()
                .action("2024-05-02", MERGER, "ORBX", "2", "3", null, "NEWC", null, null)
                .told();

        assertThat(Story.held(ledger, "ORBX")).isEmpty();
        assertThat(held(ledger, "NEWC").lots())
                .extracting(Lot::opened, Lot::quantity, Lot::cost)
                .containsExactly(
                        tuple(LocalDate.parse("2024-01-02"), new BigDecimal("20"), new BigDecimal("300")),
                        tuple(LocalDate.parse("2024-02-02"), new BigDecimal("50"), new BigDecimal("900")));
    }

    @Test
    void aMergerForMoneyIsASaleOfEverything() {
        var story = twoLots().action("2024-05-02", MERGER, "ORBX", null, null, "2100", null, null, null);

        assertThat(story.told().positions()).isEmpty();
        assertThat(story.gains(LedgerRules.DEFAULT))
                .extracting(RealisedGain::proceeds, gain -> gain.gain().orElseThrow())
                .containsExactly(
                        tuple(new BigDecimal("600"), new BigDecimal("300")),
                        tuple(new BigDecimal("1500"), new BigDecimal("600")));
    }

    @Test
    void theMoneyOfAMergerLowersTheCostAndGainsOnlyWhatIsBeyond() {
        // 1,260 on 105 units is 12 each: the lot at 10 gains 60 and has no cost left, the lot at 12 has none either
        var ledger = twoLots()
                .action("2024-05-02", MERGER, "ORBX", "1", null, "1260", "NEWC", null, null)
                .told();

        assertThat(cost(ledger, "NEWC")).isEqualByComparingTo("0");
        assertThat(ledger.positionsEverHeld().stream()
                        .filter(position -> position.symbol().equals("ORBX"))
                        .findFirst()
                        .orElseThrow()
                        .realisedGain()
                        .getAmount())
                .isEqualByComparingTo("60");
    }

    @Test
    void theMoneyOfAMergerMayTakeAStatedFractionOfTheCost() {
        // a quarter of 1,200 was sold for 420
        var story = twoLots().action("2024-05-02", MERGER, "ORBX", "1", null, "420", "NEWC", "0.25", null);

        assertThat(cost(story.told(), "NEWC")).isEqualByComparingTo("900");
        assertThat(story.gains(LedgerRules.DEFAULT).stream()
                        .map(gain -> gain.gain().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("120");
    }

    @Test
    void capitalThatComesBackLowersTheCostFirst() {
        var story = twoLots().action("2024-05-02", RETURN_OF_CAPITAL, "ORBX", null, null, "105", null, null, null);

        assertThat(cost(story.told(), "ORBX")).isEqualByComparingTo("1095");
        assertThat(held(story.told(), "ORBX").realisedGain().getAmount()).isEqualByComparingTo("0");
        assertThat(Story.cash(story.told(), "USD")).isEqualByComparingTo("-1095");

        // 11 a share more: the lot that cost 9 now gains 2 on each of its 30
        var more = story.action("2024-06-03", RETURN_OF_CAPITAL, "ORBX", null, null, "1155", null, null, null);
        assertThat(held(more.told(), "ORBX").realisedGain().getAmount()).isEqualByComparingTo("60");
        assertThat(cost(more.told(), "ORBX")).isEqualByComparingTo("0");
    }

    @Test
    void capitalThatComesBackWhenAllIsSoldIsAGain() {
        var story = twoLots()
                .sell("2024-03-04", "ORBX", "105", "12")
                .action("2024-05-02", RETURN_OF_CAPITAL, "ORBX", null, null, "21", null, null, null);

        assertThat(story.gains(LedgerRules.DEFAULT).getLast().gain()).contains(new BigDecimal("21"));
    }

    @Test
    void aReinvestedDividendBuysALotAndMovesNoCash() {
        // 40 gross, 6 withheld: 34 buy 2 shares at 17
        var ledger = twoLots()
                .add(Story.booking("2024-05-02", DRIP, "ORBX", "2", "17", "6", "40"))
                .told();

        assertThat(held(ledger, "ORBX").lots().getLast().cost()).isEqualByComparingTo("34");
        assertThat(held(ledger, "ORBX").quantity()).isEqualByComparingTo("107");
        assertThat(Story.cash(ledger, "USD")).isEqualByComparingTo("-1200");
    }

    @ParameterizedTest
    @EnumSource
    void noCostAppearsOrIsLostUnderAnyMethod(LotMethod method) {
        var story = twoLots()
                .buy("2024-02-05", "ORBX", "7.7777", "13.3333", "1.11")
                .action("2024-03-01", SPLIT, "ORBX", "7", "3", null, null, null, null)
                .action("2024-03-02", SPIN_OFF, "ORBX", "1", "7", null, "SPIN", "0.3333333333", "1.23")
                .sell("2024-03-03", "ORBX", "100.123", "4")
                .action("2024-03-04", RETURN_OF_CAPITAL, "ORBX", null, null, "17.17", null, null, null)
                .action("2024-03-05", STOCK_DIVIDEND, "ORBX", "1", "3", null, null, null, "0.77")
                .action("2024-03-06", MERGER, "ORBX", "3", "5", "100", "SPIN", null, "0.5")
                .sell("2024-03-07", "SPIN", "20", "9");
        var bought = new BigDecimal("1200")
                .add(new BigDecimal("7.7777").multiply(new BigDecimal("13.3333")))
                .add(new BigDecimal("1.11"));
        var rules = LedgerRules.DEFAULT.with(method);

        var consumed = story.gains(rules).stream().map(RealisedGain::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        var received = story.gains(rules).stream().map(RealisedGain::proceeds).reduce(BigDecimal.ZERO, BigDecimal::add);
        var ledger = story.told(method);
        var remaining = ledger.positions().stream()
                .map(position -> position.cost().orElseThrow().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(consumed.add(remaining)).isEqualByComparingTo(bought);
        assertThat(received.subtract(bought)).isEqualByComparingTo(Story.cash(ledger, "USD"));
        assertThat(held(ledger, "SPIN").lots().stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(held(ledger, "SPIN").quantity());
    }

    @Test
    void anActionOnTheDayOfAPurchaseCountsBeforeIt() {
        var ledger = twoLots()
                .buy("2024-05-02", "ORBX", "10", "5")
                .action("2024-05-02", SPLIT, "ORBX", "2", "1", null, null, null, null)
                .told();

        assertThat(held(ledger, "ORBX").quantity()).isEqualByComparingTo("220");
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        var ledger = twoLots().told();
        var before = List.of(ledger.positions(), ledger.positionsEverHeld(), ledger.cash());

        refused(ledger, "cashInLieu", SPLIT, "ORBX", "2", "1", null, null, null, "5");
        refused(ledger, "symbol", SPIN_OFF, "NONE", "1", "4", null, "SPIN", "0.2", null);
        refused(ledger, "cashInLieu", SPIN_OFF, "ORBX", "1", "1", null, "SPIN", "0.2", "1");
        refused(ledger, "symbol", MERGER, "NONE", null, null, "5", null, null, null);

        assertThat(List.of(ledger.positions(), ledger.positionsEverHeld(), ledger.cash()))
                .isEqualTo(before);
    }

    private static void refused(
            Ledger ledger,
            String field,
            TransactionType type,
            String symbol,
            String ratio,
            String per,
            String amount,
            String newSymbol,
            String fraction,
            String cashInLieu) {
        var entry = new Story()
                .action("2024-05-02", type, symbol, ratio, per, amount, newSymbol, fraction, cashInLieu)
                .entries()
                .getFirst();
        assertThatThrownBy(() -> ledger.play(entry))
                .asInstanceOf(InstanceOfAssertFactories.type(BookingRefused.class))
                .extracting(BookingRefused::field)
                .isEqualTo(field);
    }

    @ParameterizedTest(name = "{0} {1} {2}:{3} amount {4} new {5} fraction {6} in lieu {7}: {8}")
    @CsvSource({
        "SPIN_OFF, ORBX, 1, 4, , , 0.2, , newSymbol",
        "SPIN_OFF, ORBX, 1, 4, , ORBX, 0.2, , newSymbol",
        "SPIN_OFF, ORBX, 1, 4, , spin, 0.2, , newSymbol",
        "SPIN_OFF, ORBX, 1, 4, , SPIN, , , basisFraction",
        "SPIN_OFF, ORBX, 1, 4, , SPIN, 1.01, , basisFraction",
        "SPIN_OFF, ORBX, 1, 4, , SPIN, -0.1, , basisFraction",
        "SPIN_OFF, ORBX, , 4, , SPIN, 0.1, , quantity",
        "SPIN_OFF, ORBX, 1, 0, , SPIN, 0.1, , quantityPer",
        "SPIN_OFF, ORBX, 1, 4, 5, SPIN, 0.1, , amount",
        "SPIN_OFF, ORBX, 1, 4, , SPIN, 0.1, 0, cashInLieu",
        "STOCK_DIVIDEND, ORBX, 5, , , , , , quantityPer",
        "STOCK_DIVIDEND, ORBX, 5, 100, , SPIN, , , newSymbol",
        "SPLIT, ORBX, 2, 1, , , 0.5, , basisFraction",
        "MERGER, ORBX, , , , , , , amount",
        "MERGER, ORBX, 1, 2, , , , , newSymbol",
        "MERGER, ORBX, , , 5, , , 1, cashInLieu",
        "MERGER, , 1, 2, , NEWC, , , symbol",
        "RETURN_OF_CAPITAL, ORBX, , , , , , , amount",
        "RETURN_OF_CAPITAL, , , , 5, , , , symbol",
        "RETURN_OF_CAPITAL, ORBX, 5, , 5, , , , quantity",
        "DRIP, ORBX, 5, , , , , , price",
        "DEPOSIT, , , , 5, , , 1, cashInLieu",
    })
    void aContradictionIsRefusedNamingTheField(
            TransactionType type,
            String symbol,
            String ratio,
            String per,
            String amount,
            String newSymbol,
            String fraction,
            String cashInLieu,
            String field) {
        assertThatThrownBy(() -> new Story()
                        .action("2024-05-02", type, symbol, ratio, per, amount, newSymbol, fraction, cashInLieu))
                .asInstanceOf(InstanceOfAssertFactories.type(BookingRefused.class))
                .extracting(BookingRefused::field)
                .isEqualTo(field);
    }

    @Test
    void aShortPositionSplitsAndMergesButReceivesNothing() {
        var shorts = new LedgerRules(LotMethod.FIFO, LedgerRules.ShortSales.ALLOWED);
        var story = new Story().sell("2024-02-02", "ORBX", "50", "20");
        var merged = new Story()
                .sell("2024-02-02", "ORBX", "50", "20")
                .action("2024-05-02", MERGER, "ORBX", "2", null, null, "NEWC", null, null);

        var position = held(Ledger.replay(merged.entries(), shorts, gain -> {}), "NEWC");
        assertThat(position.quantity()).isEqualByComparingTo("-100");
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo("-1000");
        assertThatThrownBy(() -> Ledger.replay(
                        story.action("2024-05-02", RETURN_OF_CAPITAL, "ORBX", null, null, "5", null, null, null)
                                .entries(),
                        shorts,
                        gain -> {}))
                .hasMessageContaining("negative DIVIDEND");
    }
}
