package io.riskwatch.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same year told under each lot method: DOMAIN D2's 100@10, 100@15, 100@12, of which 150 are sold at 20. */
class LotMethodStoryTest {

    private static final LedgerRules SHORTS = new LedgerRules(LotMethod.FIFO, LedgerRules.ShortSales.ALLOWED);

    private static Story threeLots() {
        return new Story()
                .buy("2024-01-02", "ORBX", "100", "10")
                .buy("2024-02-02", "ORBX", "100", "15")
                .buy("2024-03-04", "ORBX", "100", "12");
    }

    @ParameterizedTest(name = "{0}: gain {1}, basis left {2}")
    @CsvSource({"FIFO, 1250, 1950", "LIFO, 1050, 1750", "HIFO, 900, 1600", "AVERAGE, 1150, 1850"})
    void theMethodDecidesTheGainAndWhatIsLeft(LotMethod method, String gain, String basis) {
        var story = threeLots().sell("2024-06-03", "ORBX", "150", "20");

        var position = Story.held(story.told(method), "ORBX").orElseThrow();

        assertThat(position.realisedGain().getAmount()).isEqualByComparingTo(gain);
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo(basis);
        assertThat(story.gains(LedgerRules.DEFAULT.with(method)))
                .extracting(realised -> realised.gain().orElseThrow())
                .satisfies(gains -> assertThat(
                                gains.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(gain));
    }

    @ParameterizedTest
    @EnumSource
    void theMethodChangesNoQuantityNoCashAndNoTotal(LotMethod method) {
        var story = threeLots().sell("2024-06-03", "ORBX", "150", "20");

        var ledger = story.told(method);

        var position = Story.held(ledger, "ORBX").orElseThrow();
        assertThat(position.quantity()).isEqualByComparingTo("150");
        assertThat(Story.cash(ledger, "USD")).isEqualByComparingTo("-700");
        var consumed = story.gains(LedgerRules.DEFAULT.with(method)).stream()
                .map(RealisedGain::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(consumed.add(position.cost().orElseThrow().getAmount())).isEqualByComparingTo("3700");
    }

    @Test
    void aRealisedGainNamesItsLotAndHowLongItWasHeld() {
        var gains = threeLots().sell("2025-01-02", "ORBX", "150", "20", "3").gains(LedgerRules.DEFAULT);

        assertThat(gains)
                .extracting(RealisedGain::lot, RealisedGain::quantity, RealisedGain::proceeds, RealisedGain::cost)
                .containsExactly(
                        tuple(new UUID(0, 1), new BigDecimal("100"), new BigDecimal("1998"), new BigDecimal("1000")),
                        tuple(new UUID(0, 2), new BigDecimal("50"), new BigDecimal("999"), new BigDecimal("750")));
        assertThat(gains).extracting(RealisedGain::holdingDays).containsExactly(366L, 335L);
        assertThat(gains).extracting(RealisedGain::longTerm).containsExactly(true, false);
    }

    @Test
    void theUserMayChooseTheLots() {
        var story = threeLots().sellLots("2024-06-03", "ORBX", "20", Map.of(1, "50", 3, "100"));

        var position = Story.held(story.told(), "ORBX").orElseThrow();

        assertThat(position.realisedGain().getAmount()).isEqualByComparingTo("1300");
        assertThat(position.lots())
                .extracting(Lot::opened, Lot::quantity)
                .containsExactly(
                        tuple(LocalDate.parse("2024-01-02"), new BigDecimal("50")),
                        tuple(LocalDate.parse("2024-02-02"), new BigDecimal("100")));
    }

    @Test
    void aChoiceOfMoreThanTheLotHasIsRefused() {
        var story = threeLots().sellLots("2024-06-03", "ORBX", "20", Map.of(1, "100.5"));

        assertThatThrownBy(story::told)
                .asInstanceOf(InstanceOfAssertFactories.type(BookingRefused.class))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("lots"))
                .satisfies(refused -> assertThat(refused.reason()).contains("which has 100 on that day"));
    }

    @Test
    void underAnotherMethodAChoiceGoesAsFarAsItsLotsDo() {
        // last in, first out has sold the third lot already, so that the choice takes what the method would
        var story = threeLots()
                .sell("2024-04-01", "ORBX", "100", "20")
                .sellLots("2024-06-03", "ORBX", "20", Map.of(3, "100"));

        assertThat(Story.held(story.told(LotMethod.LIFO), "ORBX").orElseThrow().lots())
                .extracting(Lot::opened)
                .containsExactly(LocalDate.parse("2024-01-02"));
    }

    @Test
    void theChosenLotsMakeTheQuantity() {
        var sale = Story.booking("2024-06-03", TransactionType.SELL, "ORBX", "10", "20", null, null);
        var half = new LotChoice(new UUID(0, 1), new BigDecimal("5"));

        assertThatThrownBy(() -> sale.choosing(List.of(half))).hasMessage("the chosen lots make 5, the quantity is 10");
        assertThatThrownBy(() -> sale.choosing(List.of(half, half))).hasMessage("a lot is chosen twice");
        assertThatThrownBy(() -> Story.booking("2024-06-03", TransactionType.BUY, "ORBX", "5", "20", null, null)
                        .choosing(List.of(half)))
                .hasMessage("a BUY chooses no lots");
    }

    @Test
    void ofEquallyDearLotsTheOldestGoesFirst() {
        var story = new Story()
                .buy("2024-01-02", "ORBX", "10", "15")
                .buy("2024-02-02", "ORBX", "20", "15")
                .buy("2024-03-04", "ORBX", "10", "12")
                .sell("2024-06-03", "ORBX", "10", "20");

        assertThat(story.gains(LedgerRules.DEFAULT.with(LotMethod.HIFO)))
                .extracting(RealisedGain::opened)
                .containsExactly(LocalDate.parse("2024-01-02"));
    }

    @Test
    void aLotOfUnknownCostGoesLastUnderHifoAndHidesThePoolUntilAllIsSold() {
        var story = new Story()
                .transferIn("2024-01-02", "ORBX", "10", null)
                .buy("2024-02-02", "ORBX", "10", "5")
                .sell("2024-03-04", "ORBX", "10", "8");

        assertThat(Story.held(story.told(LotMethod.HIFO), "ORBX")
                        .orElseThrow()
                        .realisedGain()
                        .getAmount())
                .isEqualByComparingTo("30");
        assertThat(Story.held(story.told(LotMethod.AVERAGE), "ORBX")
                        .orElseThrow()
                        .cost())
                .isEmpty();
        var again = story.sell("2024-03-05", "ORBX", "10", "8").buy("2024-03-06", "ORBX", "1", "9");
        assertThat(Story.held(again.told(LotMethod.AVERAGE), "ORBX")
                        .orElseThrow()
                        .cost()
                        .orElseThrow()
                        .getAmount())
                .isEqualByComparingTo("9");
    }

    @Test
    void anAverageSurvivesASplit() {
        var story = threeLots().split("2024-05-02", "ORBX", "3", "1").sell("2024-06-03", "ORBX", "450", "10");

        var position = Story.held(story.told(LotMethod.AVERAGE), "ORBX").orElseThrow();

        assertThat(position.realisedGain().getAmount()).isEqualByComparingTo("2650");
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo("1850");
        assertThat(position.lots())
                .extracting(Lot::quantity)
                .containsExactly(new BigDecimal("150"), new BigDecimal("300"));
    }

    @Test
    void whereTheAccountAllowsItMoreIsSoldThanHeldAndThePurchaseClosesThatFirst() {
        var story = new Story()
                .buy("2024-01-02", "ORBX", "100", "10")
                .sell("2024-02-02", "ORBX", "150", "20") // 100 owned, 50 short at 20
                .buy("2024-03-04", "ORBX", "80", "15"); // closes the 50, owns 30

        var gains = story.gains(SHORTS);
        assertThat(gains)
                .extracting(
                        RealisedGain::type,
                        RealisedGain::quantity,
                        gain -> gain.gain().orElseThrow())
                .containsExactly(
                        tuple(TransactionType.SELL, new BigDecimal("100"), new BigDecimal("1000")),
                        tuple(TransactionType.BUY, new BigDecimal("50"), new BigDecimal("250")));
        var position = Story.held(Ledger.replay(story.entries(), SHORTS, gain -> {}), "ORBX")
                .orElseThrow();
        assertThat(position.quantity()).isEqualByComparingTo("30");
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo("450");
    }

    @Test
    void aShortLotIsNegativeInQuantityAndCost() {
        var story = new Story().sell("2024-02-02", "ORBX", "50", "20", "10").split("2024-03-01", "ORBX", "2", "1");

        var position = Story.held(Ledger.replay(story.entries(), SHORTS, gain -> {}), "ORBX")
                .orElseThrow();

        assertThat(position.quantity()).isEqualByComparingTo("-100");
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo("-990");
        assertThatThrownBy(story::told).isInstanceOf(Oversold.class);
    }

    @Test
    void aTransferNeverSellsShort() {
        var story = new Story().buy("2024-01-02", "ORBX", "10", "10").transferOut("2024-02-02", "ORBX", "11");

        assertThatThrownBy(() -> Ledger.replay(story.entries(), SHORTS, gain -> {}))
                .isInstanceOf(Oversold.class);
    }
}
