package io.riskwatch.portfolio.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.valuation.Past;
import io.riskwatch.portfolio.valuation.PortfolioHistory;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** DOMAIN.md D5 and feature 7: where the gain came from. */
class GainsStoryTest {

    private static void addUp(PortfolioHistory history) {
        assertThat(Gains.of(history).get().total().total())
                .isCloseTo(Performance.of(history).period().gain(), within(1e-7));
    }

    /** 10 shares from 100 to 110 in a currency that goes from 0.90 to 0.95: 145 = 90 + 50 + 5. */
    @Test
    void priceCurrencyAndBothTogether() {
        var history = Past.of(new Story().in("EUR").transferIn("2026-01-01", "RHNE", "10", "100"), "USD")
                .closing("RHNE", "EUR", "2026-01-01", "100", "2026-06-30", "110")
                .closing("EURUSD", "USD", "2026-01-01", "0.90", "2026-06-30", "0.95")
                .until("2026-06-30");
        var gain = Gains.of(history).get().holdings().get("RHNE").split();

        assertThat(gain.price()).isCloseTo(90, within(1e-9));
        assertThat(gain.currency()).isCloseTo(50, within(1e-9));
        assertThat(gain.cross()).isCloseTo(5, within(1e-9));
        assertThat(gain.total()).isCloseTo(145, within(1e-9));
        addUp(history);
    }

    @Test
    void theSplitDoesNotDependOnWhatHappenedInBetween() {
        var history = Past.of(new Story().in("EUR").transferIn("2026-01-01", "RHNE", "10", "100"), "USD")
                .closing("RHNE", "EUR", "2026-01-01", "100", "2026-03-01", "30", "2026-06-30", "110")
                .closing("EURUSD", "USD", "2026-01-01", "0.90", "2026-03-01", "1.50", "2026-06-30", "0.95")
                .until("2026-06-30");

        assertThat(Gains.of(history).get().holdings().get("RHNE").split().price())
                .isCloseTo(90, within(1e-9));
    }

    @Test
    void whatWasSoldStopsGainingOnTheDayOfTheSale() {
        var history = Past.of(
                        new Story()
                                .in("EUR")
                                .money("2026-01-01", TransactionType.DEPOSIT, "1000")
                                .buy("2026-01-01", "RHNE", "10", "100")
                                .sell("2026-02-01", "RHNE", "10", "110")
                                .money("2026-02-01", TransactionType.WITHDRAWAL, "1100"),
                        "USD")
                .closing("RHNE", "EUR", "2026-01-01", "100", "2026-02-01", "110", "2026-06-30", "500")
                .closing("EURUSD", "USD", "2026-01-01", "0.90", "2026-02-01", "0.95", "2026-06-30", "3")
                .until("2026-06-30");
        var gain = Gains.of(history).get().holdings().get("RHNE").split();

        assertThat(gain.price()).isCloseTo(90, within(1e-9));
        assertThat(gain.currency()).isCloseTo(50, within(1e-9));
        assertThat(Gains.of(history).get().cash()).isEmpty();
        addUp(history);
    }

    @Test
    void dividendsInterestFeesAndTaxesStandApart() {
        var history = Past.of(
                        new Story()
                                .money("2026-01-01", TransactionType.DEPOSIT, "2000")
                                .buy("2026-01-02", "ORBX", "10", "100", "7")
                                .dividend("2026-03-01", "ORBX", "30", "4.50")
                                .money("2026-03-31", TransactionType.INTEREST, "2")
                                .money("2026-03-31", TransactionType.FEE, "3")
                                .money("2026-04-30", TransactionType.TAX, "1")
                                .sell("2026-05-01", "ORBX", "4", "105", "6"),
                        "USD")
                .closing("ORBX", "USD", "2026-01-02", "101", "2026-05-29", "106")
                .until("2026-05-31");
        var gains = Gains.of(history).get();
        var orbx = gains.holdings().get("ORBX");

        assertThat(orbx.split().price()).isCloseTo(4 * 5 + 6 * 6, within(1e-9));
        assertThat(orbx.dividends()).isEqualTo(30);
        assertThat(orbx.fees()).isEqualTo(-13);
        assertThat(orbx.taxes()).isEqualTo(-4.50);
        assertThat(gains.cash().get("USD").interest()).isEqualTo(2);
        assertThat(gains.cash().get("USD").fees()).isEqualTo(-3);
        assertThat(gains.cash().get("USD").taxes()).isEqualTo(-1);
        assertThat(gains.total().total()).isCloseTo(56 + 30 - 13 - 4.5 + 2 - 3 - 1, within(1e-9));
        addUp(history);
    }

    @Test
    void foreignCashGainsWithItsCurrency() {
        var history = Past.of(new Story().in("EUR").money("2026-01-01", TransactionType.DEPOSIT, "1000"), "USD")
                .closing("EURUSD", "USD", "2026-01-01", "1.10", "2026-02-01", "1.20")
                .until("2026-02-01");

        assertThat(Gains.of(history).get().cash().get("EUR").split())
                .satisfies(split -> assertThat(split.currency()).isCloseTo(100, within(1e-9)));
        addUp(history);
    }

    @Test
    void aRangeCountsWhatWasThereFromItsFirstClose() {
        var history = Past.of(
                        new Story()
                                .transferIn("2026-01-01", "ORBX", "10", "40")
                                .split("2026-03-02", "ORBX", "2", null)
                                .sell("2026-03-03", "ORBX", "5", "60"),
                        "USD")
                .closing("ORBX", "USD", "2026-01-01", "90", "2026-02-01", "100", "2026-03-02", "55", "2026-04-01", "58")
                .between("2026-02-01", "2026-04-01");

        // 5 of 20 new shares sold at 60 and 15 held at 58, all from 50
        assertThat(Gains.of(history).get().holdings())
                .containsOnlyKeys("ORBX")
                .hasEntrySatisfying(
                        "ORBX", gain -> assertThat(gain.split().price()).isCloseTo(5 * 10 + 15 * 8, within(1e-9)));
        addUp(history);
    }

    @Test
    void unitsBoughtAndSoldWithinADayGainToo() {
        var history = Past.of(
                        new Story()
                                .money("2026-01-01", TransactionType.DEPOSIT, "1000")
                                .buy("2026-01-02", "ORBX", "10", "100")
                                .sell("2026-01-02", "ORBX", "10", "103"),
                        "USD")
                .closing("ORBX", "USD", "2026-01-02", "99")
                .until("2026-01-05");

        assertThat(Gains.of(history).get().holdings().get("ORBX").split().price())
                .isCloseTo(30, within(1e-9));
        addUp(history);
    }

    /** A spin-off, cash for a fraction, a merger for shares and money, a reinvested dividend: nothing appears or is lost. */
    @Test
    void corporateActionsMoveTheGainAndLoseNothing() {
        var history = Past.of(
                        new Story()
                                .money("2026-01-01", TransactionType.DEPOSIT, "2000")
                                .buy("2026-01-02", "ORBX", "11", "100")
                                .action(
                                        "2026-02-02",
                                        TransactionType.SPIN_OFF,
                                        "ORBX",
                                        "1",
                                        "2",
                                        null,
                                        "ORBT",
                                        "0.2",
                                        "7")
                                .action("2026-03-02", TransactionType.SPLIT, "ORBX", "3", "2", null, null, null, "31")
                                .add(drip("2026-03-10", "ORBX", "2", "60", "4"))
                                .action(
                                        "2026-04-01",
                                        TransactionType.RETURN_OF_CAPITAL,
                                        "ORBX",
                                        null,
                                        null,
                                        "18",
                                        null,
                                        null,
                                        null)
                                .action(
                                        "2026-05-04",
                                        TransactionType.MERGER,
                                        "ORBX",
                                        "1",
                                        "3",
                                        "200",
                                        "MEGA",
                                        null,
                                        null),
                        "USD")
                .closing("ORBX", "USD", "2026-01-02", "101", "2026-02-02", "85", "2026-03-02", "60", "2026-05-01", "66")
                .closing("ORBT", "USD", "2026-02-02", "30", "2026-06-01", "36")
                .closing("MEGA", "USD", "2026-05-04", "170", "2026-06-01", "180")
                .until("2026-06-01");
        var gains = Gains.of(history).get();

        addUp(history);
        assertThat(gains.holdings()).containsOnlyKeys("ORBX", "ORBT", "MEGA");
        assertThat(gains.holdings().get("ORBT").split().price()).isCloseTo(5 * 6, within(1e-9)); // 5 from 30 to 36
        assertThat(gains.holdings().get("ORBX").dividends()).isEqualTo(124);
        assertThat(gains.holdings().get("ORBX").taxes()).isEqualTo(-4);
    }

    private static Booking drip(String date, String symbol, String units, String price, String withheld) {
        return Story.booking(date, TransactionType.DRIP, symbol, units, price, withheld, null);
    }

    @Test
    void capitalThatCameBackLowersThePriceTheUnitsCameAt() {
        var lots = new UnitLots();
        lots.move(10, 100, 0.90);
        lots.returned(200, 0.92); // 20 a unit
        var all = lots.valuedAt(90, 0.95);

        // 200 x 0.92 in hand and 900 x 0.95 held, for 1,000 x 0.90
        assertThat(all.total()).isCloseTo(184 + 855 - 900, within(1e-9));
        assertThat(all.price()).isCloseTo(10 * 10 * 0.90, within(1e-9));
    }

    @Test
    void unitsSoldShortGainWhenThePriceFalls() {
        var lots = new UnitLots();
        lots.move(-10, 100, 1);
        lots.move(4, 90, 1);

        assertThat(lots.closed().price()).isCloseTo(40, within(1e-9));
        assertThat(lots.valuedAt(95, 1).price()).isCloseTo(40 + 6 * 5, within(1e-9));
        assertThat(lots.units()).isEqualTo(-6);
    }

    @Test
    void aBookingWithoutAnExchangeRateIsNamedAndNothingIsGuessed() {
        var history = Past.of(
                        new Story()
                                .in("EUR")
                                .buy("2026-01-02", "RHNE", "1", "100")
                                .sell("2026-01-02", "RHNE", "1", "100"),
                        "USD")
                .closing("EURUSD", "USD", "2026-01-03", "1.10")
                .until("2026-01-05");

        assertThat(Gains.of(history).refusal())
                .hasValue("There is no exchange rate for EUR on 2026-01-02; the gain would leave it out.");
    }

    @Test
    void theViewSaysWhatEachPartContributed() {
        var history = Past.of(
                        new Story()
                                .money("2026-01-01", TransactionType.DEPOSIT, "1000")
                                .buy("2026-01-01", "ORBX", "10", "100"),
                        "USD")
                .closing("ORBX", "USD", "2026-01-01", "100", "2026-02-01", "110")
                .until("2026-02-01");
        var account = new Account(
                new UUID(0, 1), "Main account", Account.Kind.CASH, false, true, 0, Instant.EPOCH, Instant.EPOCH);
        var view = GainsView.of(
                Performance.of(history),
                new Attribution(Map.of(account, Gains.of(history).get())),
                Map.of());

        assertThat(view.holdings()).singleElement().satisfies(part -> {
            assertThat(part.key()).isEqualTo("ORBX");
            assertThat(part.gain().total()).isEqualTo("100.00");
            assertThat(part.contribution()).isCloseTo(0.10, within(1e-9));
        });
        assertThat(view.classes()).extracting(GainsView.PartView::key).containsExactly("OTHER");
    }
}
