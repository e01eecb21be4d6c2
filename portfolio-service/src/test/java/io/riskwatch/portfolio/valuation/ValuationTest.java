package io.riskwatch.portfolio.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.holding.HeldPortfolio;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.marketdata.Quote;
import io.riskwatch.portfolio.marketdata.Quotes;
import io.riskwatch.portfolio.portfolio.Portfolio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Worked by hand: 10 ORBX at 120.5 and 118 before, 3 RHNE at 200 euro and 190 before, a euro 1.10 dollars. */
class ValuationTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Ledger ledger = new Story()
            .money("2024-01-01", TransactionType.DEPOSIT, "2000")
            .buy("2024-01-02", "ORBX", "10", "100")
            .in("EUR")
            .buy("2024-01-03", "RHNE", "3", "150")
            .told();

    private final Map<String, Quote> quotes = new HashMap<>(Map.of(
            "ORBX", quote("ORBX", "120.5", "USD", "118", false),
            "RHNE", quote("RHNE", "200", "EUR", "190", false),
            "EURUSD", quote("EURUSD", "1.10", "USD", "1.09", false)));

    private static Quote quote(String symbol, String price, String currency, String previous, boolean stale) {
        return new Quote(symbol, new BigDecimal(price), currency, NOW, new BigDecimal(previous), "xsim", true, stale);
    }

    private static HeldPortfolio held(Ledger ledger, String base) {
        return new HeldPortfolio(
                new Portfolio(new UUID(0, 1), "Mine", CurrencyUnit.of(base), false, false, 0, NOW, NOW),
                ledger.positions(),
                ledger.cash());
    }

    private Valuation valuation(String base) {
        return Valuation.of(held(ledger, base), new Quotes(quotes, false), NOW);
    }

    @Test
    void aHoldingSaysSinceWhenItsMarketIsClosed() {
        var close = NOW.minusSeconds(3_600);
        quotes.put("ORBX", quote("ORBX", "120.5", "USD", "118", false).within(close, NOW.plusSeconds(60)));
        var holdings =
                HoldingsView.of(valuation("USD"), LotMethod.FIFO, Map.of()).holdings();
        assertThat(holdings).extracting(HoldingsView.HoldingView::symbol).containsExactly("ORBX", "RHNE");
        assertThat(holdings)
                .extracting(HoldingsView.HoldingView::marketClosedSince)
                .containsExactly(close, null);
        assertThat(holdings).noneMatch(HoldingsView.HoldingView::stale);
    }

    @Test
    void anExchangeRateGrowsOldOnlyWhileItIsQuoted() {
        var allowance = Duration.ofMinutes(15);
        var later = NOW.plusSeconds(901);
        assertThat(valuation("USD").hasOldRate("EUR", allowance, NOW.plusSeconds(900)))
                .isFalse();
        assertThat(valuation("USD").hasOldRate("EUR", allowance, later)).isTrue();
        assertThat(valuation("EUR").hasOldRate("USD", allowance, later)).isTrue();
        assertThat(valuation("USD").hasOldRate("USD", allowance, later)).isFalse();
        assertThat(valuation("USD").hasOldRate("CHF", allowance, later)).isFalse();
        quotes.put("EURUSD", quotes.get("EURUSD").within(NOW, NOW.plus(Duration.ofDays(2))));
        assertThat(valuation("USD").hasOldRate("EUR", allowance, later)).isFalse();
    }

    @Test
    void theValueIsQuantityTimesPriceTimesRateAndCash() {
        var view = ValuationView.of(valuation("USD"));

        // 1,205 + 600 x 1.10 = 1,865; cash 1,000 - 450 x 1.10 = 505
        assertThat(view.value()).isEqualTo("2370.00");
        assertThat(view.cash()).isEqualTo("505.00");
        // 1,000 + 450 x 1.10
        assertThat(view.costBasis()).isEqualTo("1495.00");
        assertThat(view.unrealisedGain()).isEqualTo("370.00");
        // 10 x 2.5 + 3 x 10 x 1.10 = 58; before: 2,312
        assertThat(view.dayChange()).isEqualTo("58.00");
        assertThat(view.dayChangeFraction()).isCloseTo(58.0 / 2312.0, within(1e-12));
        assertThat(view.fx())
                .singleElement()
                .satisfies(rate -> assertThat(rate.rate()).isEqualByComparingTo("1.10"));
        assertThat(view.simulated()).isTrue();
        assertThat(view.stale()).isFalse();
    }

    @Test
    void inEuroEveryDollarIsDividedByTheSameRate() {
        assertThat(ValuationView.of(valuation("EUR")).value()).isEqualTo("2154.55"); // 2,370 / 1.10 = 2,154.5454...
    }

    @Test
    void aCrossRateGoesThroughTheDollar() {
        quotes.put("GBPUSD", quote("GBPUSD", "1.25", "USD", "1.25", false));

        assertThat(ValuationView.of(valuation("GBP")).value()).isEqualTo("1896.00"); // 2,370 / 1.25
    }

    @Test
    void theWeightsOfHoldingsAndCashSumToOne() {
        var view = HoldingsView.of(valuation("USD"), LotMethod.FIFO, Map.of());
        var weights = view.holdings().stream()
                .mapToDouble(HoldingsView.HoldingView::weight)
                .sum();

        assertThat(weights + 505.0 / 2370.0).isCloseTo(1.0, within(1e-12));
        assertThat(view.holdings().getFirst().averageCost()).isEqualTo("100");
        assertThat(view.holdings().getFirst().unrealisedGain()).isEqualTo("205.00");
    }

    @Test
    void aSymbolTheMarketDoesNotKnowIsWorthItsLastTradeAndIsNamed() {
        quotes.remove("ORBX");
        var view = ValuationView.of(valuation("USD"));

        assertThat(view.value()).isEqualTo("2165.00"); // 1,000 instead of 1,205
        assertThat(view.unpricedSymbols()).containsExactly("ORBX");
        assertThat(HoldingsView.of(valuation("USD"), LotMethod.FIFO, Map.of())
                        .holdings()
                        .getFirst()
                        .priceSource())
                .isEqualTo(PriceSource.LAST_TRADE);
    }

    @Test
    void aStalePriceCountsAndIsNamed() {
        quotes.put("ORBX", quote("ORBX", "120.5", "USD", "118", true));
        var view = ValuationView.of(valuation("USD"));

        assertThat(view.value()).isEqualTo("2370.00");
        assertThat(view.stale()).isTrue();
        assertThat(view.staleSymbols()).containsExactly("ORBX");
    }

    @Test
    void withoutARateWhatIsForeignIsLeftOutAndNamed() {
        quotes.remove("EURUSD");
        var view = ValuationView.of(valuation("USD"));

        assertThat(view.value()).isEqualTo("2205.00"); // 1,205 + 1,000 dollars of cash
        assertThat(view.missingRates()).containsExactly("EUR");
        assertThat(view.unvaluedSymbols()).containsExactly("RHNE");
        assertThat(view.costBasis()).isEqualTo("1000.00");
    }

    @Test
    void whenMarketDataIsAwayEverythingIsStaleAndNothingIsCalledUnpriced() {
        var view = ValuationView.of(Valuation.of(held(ledger, "USD"), new Quotes(Map.of(), true), NOW));

        assertThat(view.stale()).isTrue();
        assertThat(view.staleSymbols()).containsExactly("ORBX", "RHNE");
        assertThat(view.unpricedSymbols()).isEmpty();
    }

    @Test
    void anEmptyPortfolioIsWorthNothing() {
        var view = ValuationView.of(Valuation.of(held(new Ledger(), "USD"), new Quotes(Map.of(), false), NOW));

        assertThat(view.value()).isEqualTo("0.00");
        assertThat(view.dayChangeFraction()).isNull();
    }
}
