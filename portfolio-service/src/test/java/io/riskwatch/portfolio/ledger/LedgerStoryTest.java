package io.riskwatch.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Years of a user's life with a broker, each told in bookings and checked by hand. */
class LedgerStoryTest {

    @Test
    void theOldestLotIsSoldFirst() {
        // DOMAIN D2: lots 100@10, 100@15, 100@12, sell 150@20. First in, first out gains 1,250 and leaves a basis of
        // 1,950.
        var ledger = new Story()
                .buy("2024-01-02", "ORBX", "100", "10")
                .buy("2024-02-02", "ORBX", "100", "15")
                .buy("2024-03-04", "ORBX", "100", "12")
                .sell("2024-06-03", "ORBX", "150", "20")
                .told();

        var position = Story.held(ledger, "ORBX").orElseThrow();
        assertThat(position.realisedGain().getAmount()).isEqualByComparingTo("1250");
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo("1950");
        assertThat(position.lots())
                .extracting(Lot::opened, Lot::quantity, Lot::cost)
                .containsExactly(
                        tuple(LocalDate.parse("2024-02-02"), new BigDecimal("50"), new BigDecimal("750")),
                        tuple(LocalDate.parse("2024-03-04"), new BigDecimal("100"), new BigDecimal("1200")));
        assertThat(Story.cash(ledger, "USD")).isEqualByComparingTo("-700");
    }

    @Test
    void aSplitMultipliesTheUnitsAndLeavesTheCost() {
        // DOMAIN feature 5: a 2:1 split turns 50@15 + 100@12 into 100@7.50 + 200@6.00, basis stays 1,950.
        var ledger = new Story()
                .buy("2024-02-02", "ORBX", "50", "15")
                .buy("2024-03-04", "ORBX", "100", "12")
                .split("2024-07-01", "ORBX", "2", null)
                .told();

        var position = Story.held(ledger, "ORBX").orElseThrow();
        assertThat(position.quantity()).isEqualByComparingTo("300");
        assertThat(position.lots())
                .extracting(Lot::quantity)
                .containsExactly(new BigDecimal("100"), new BigDecimal("200"));
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo("1950");
        assertThat(position.lastTrade().orElseThrow().price()).isEqualByComparingTo("6");
        assertThat(ledger.cash())
                .singleElement()
                .satisfies(cash -> assertThat(cash.getAmount()).isEqualByComparingTo("-1950"));
    }

    @Test
    void threeThirdsOfAShareAreOneShare() {
        var ledger = new Story()
                .buy("2024-01-02", "ORBX", "1", "30")
                .buy("2024-01-03", "ORBX", "1", "30")
                .buy("2024-01-04", "ORBX", "1", "30")
                .split("2024-02-01", "ORBX", "1", "3")
                .told();

        assertThat(Story.held(ledger, "ORBX").orElseThrow().quantity()).isEqualByComparingTo("1");
    }

    @Test
    void aYearOfBuyingSplittingSellingAndDividendsBalances() {
        var ledger = new Story()
                .money("2023-01-02", TransactionType.DEPOSIT, "10000")
                .buy("2023-01-03", "ORBX", "40", "100", "4.95") // 4,004.95
                .dividend("2023-03-15", "ORBX", "20", "3") // 17 after tax
                .split("2023-06-01", "ORBX", "2", "1") // 80 units
                .sell("2023-09-01", "ORBX", "30", "60", "4.95") // 1,795.05; cost 30/80 of 4,004.95 = 1,501.85625
                .money("2023-10-01", TransactionType.INTEREST, "1.23")
                .money("2023-11-01", TransactionType.FEE, "9.99")
                .money("2023-12-01", TransactionType.TAX, "12.34")
                .money("2023-12-29", TransactionType.WITHDRAWAL, "500")
                .told();

        var position = Story.held(ledger, "ORBX").orElseThrow();
        assertThat(position.quantity()).isEqualByComparingTo("50");
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo("2503.09375");
        assertThat(position.realisedGain().getAmount()).isEqualByComparingTo("293.19375");
        // 10,000 - 4,004.95 + 17 + 1,795.05 + 1.23 - 9.99 - 12.34 - 500
        assertThat(Story.cash(ledger, "USD")).isEqualByComparingTo("7286.00");
    }

    @Test
    void aBackdatedPurchaseBecomesTheOldestLot() {
        var ledger = new Story()
                .buy("2024-02-01", "ORBX", "10", "20")
                .sell("2024-03-01", "ORBX", "10", "25")
                .buy("2024-01-01", "ORBX", "10", "5") // entered last, happened first
                .told();

        var position = Story.held(ledger, "ORBX").orElseThrow();
        assertThat(position.realisedGain().getAmount()).isEqualByComparingTo("200");
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo("200");
    }

    @Test
    void aStatementWrittenNewestFirstReplaysTheSame() {
        var ledger = new Story()
                .sell("2024-03-01", "ORBX", "10", "25")
                .buy("2024-03-01", "ORBX", "10", "20")
                .told();

        assertThat(ledger.positions()).isEmpty();
        assertThat(Story.cash(ledger, "USD")).isEqualByComparingTo("50");
    }

    @Test
    void sellingMoreThanHeldNamesTheDayAndWhatIsHeld() {
        var story = new Story().buy("2024-01-02", "ORBX", "10", "20").sell("2024-02-02", "ORBX", "12.5", "20");

        assertThatThrownBy(story::told)
                .isInstanceOf(Oversold.class)
                .hasMessage("12.5 of ORBX cannot leave on 2024-02-02: 10 are held on that day");
    }

    @Test
    void sellingBeforeBuyingIsOverselling() {
        var story = new Story().sell("2024-01-01", "ORBX", "1", "20").buy("2024-01-02", "ORBX", "10", "20");

        assertThatThrownBy(story::told)
                .isInstanceOf(Oversold.class)
                .hasMessage("1 of ORBX cannot leave on 2024-01-01: none is held on that day");
    }

    @Test
    void aTransferWithoutACostLeavesTheCostUnknownAndNotZero() {
        var ledger = new Story()
                .transferIn("2024-01-02", "ORBX", "10", null)
                .buy("2024-01-03", "ORBX", "1", "20")
                .told();

        var position = Story.held(ledger, "ORBX").orElseThrow();
        assertThat(position.quantity()).isEqualByComparingTo("11");
        assertThat(position.cost()).isEmpty();
        assertThat(position.lots()).extracting(Lot::cost).containsExactly(null, new BigDecimal("20"));
    }

    @Test
    void currenciesAreKeptApartInCashAndNeverMixedInAPosition() {
        var story = new Story()
                .money("2024-01-01", TransactionType.DEPOSIT, "100")
                .in("EUR")
                .buy("2024-01-02", "RHNE", "2", "30");

        assertThat(story.told().cash()).extracting(Object::toString).containsExactly("EUR -60", "USD 100");
        assertThatThrownBy(() ->
                        story.in("USD").buy("2024-01-03", "RHNE", "1", "30").told())
                .isInstanceOf(BookingRefused.class)
                .hasMessageContaining("RHNE is booked in EUR here");
    }

    @Test
    void aRefusedEntryLeavesTheLedgerAsItWas() {
        var ledger = new Story().buy("2024-01-02", "ORBX", "10", "20").told();
        var before = List.of(ledger.positions(), ledger.cash());
        var tooMuch =
                new LedgerEntry(9, Story.booking("2024-01-03", TransactionType.SELL, "ORBX", "11", "20", null, null));

        assertThatThrownBy(() -> ledger.play(tooMuch)).isInstanceOf(Oversold.class);
        assertThat(List.of(ledger.positions(), ledger.cash())).isEqualTo(before);
    }

    @Test
    void entriesArePlayedInOrder() {
        var ledger = new Story().buy("2024-01-02", "ORBX", "10", "20").told();
        var earlier =
                new LedgerEntry(9, Story.booking("2024-01-01", TransactionType.BUY, "ORBX", "1", "20", null, null));

        assertThatThrownBy(() -> ledger.play(earlier)).isInstanceOf(IllegalArgumentException.class);
    }
}
