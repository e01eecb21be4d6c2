package io.riskwatch.portfolio.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.holding.HoldingHistory;
import io.riskwatch.portfolio.holding.HoldingRecorder;
import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.marketdata.Closes;
import io.riskwatch.portfolio.marketdata.DailyCloses;
import io.riskwatch.portfolio.marketdata.PriceHistory;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.valuation.DailyValues;
import io.riskwatch.portfolio.valuation.Days;
import io.riskwatch.portfolio.valuation.PortfolioHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/**
 * A bank and a broker: 1,000 paid in, 10 ORBX bought at 50, moved to the broker at 60, RHNE sold short there at 20. ORBX ends
 * at 80 and RHNE at 25, for which the short pays a dividend of 3.
 */
class AttributionStoryTest {

    private static final UUID BANK = new UUID(1, 1);
    private static final UUID BROKER = new UUID(1, 2);
    private static final LedgerRules RULES =
            new LedgerRules(LotMethod.FIFO, LedgerRules.ShortSales.REFUSED, Set.of(BROKER));

    private static List<LedgerEntry> entries() {
        var entries = new ArrayList<LedgerEntry>();
        entries.add(entry(1, BANK, null, "2025-01-01", TransactionType.DEPOSIT, null, null, null, "1000"));
        entries.add(entry(2, BANK, null, "2025-01-01", TransactionType.BUY, "ORBX", "10", "50", null));
        entries.add(entry(3, BANK, BROKER, "2025-01-03", TransactionType.TRANSFER, "ORBX", "10", null, null));
        entries.add(entry(4, BANK, BROKER, "2025-01-03", TransactionType.TRANSFER, null, null, null, "200"));
        entries.add(entry(5, BROKER, null, "2025-01-03", TransactionType.SELL, "RHNE", "5", "20", null));
        entries.add(entry(6, BROKER, null, "2025-01-04", TransactionType.DIVIDEND, "RHNE", null, null, "-3"));
        return entries;
    }

    private static LedgerEntry entry(
            long sequence,
            UUID account,
            UUID to,
            String date,
            TransactionType type,
            String symbol,
            String units,
            String price,
            String amount) {
        return new LedgerEntry(
                sequence,
                new UUID(0, sequence),
                new BookedIn(account, to),
                Story.booking(date, type, symbol, units, price, null, amount));
    }

    private static HoldingHistory held(UUID account) {
        var recorder = new HoldingRecorder(RULES, account);
        entries().stream().sorted(LedgerEntry.ORDER).forEach(recorder::play);
        return recorder.answer();
    }

    private static DailyCloses closes(String symbol, String... closes) {
        var points = new ArrayList<PriceHistory.Point>();
        for (var i = 0; i < closes.length; i++) {
            points.add(new PriceHistory.Point(LocalDate.of(2025, 1, 1 + i), new BigDecimal(closes[i])));
        }
        return DailyCloses.of(new PriceHistory(symbol, "USD", true, points));
    }

    private static PortfolioHistory past(UUID account) {
        var holdings = held(account);
        var closes = new Closes(
                Map.of(
                        "ORBX", closes("ORBX", "50", "55", "60", "70", "80"),
                        "RHNE", closes("RHNE", "20", "20", "20", "22", "25")),
                false);
        var days = new Days(holdings.first().orElseThrow(), LocalDate.parse("2025-01-05"));
        return new PortfolioHistory(
                new Portfolio(new UUID(0, 1), "Mine", CurrencyUnit.USD, false, false, 0, Instant.EPOCH, Instant.EPOCH),
                holdings,
                Optional.of(DailyValues.of(holdings, "USD", days, closes)),
                false);
    }

    private static Account account(UUID id, String name) {
        return new Account(id, name, Account.Kind.MARGIN, true, false, 0, Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void anOwnTransferIsNoFlowOfThePortfolioAndOneOfEachAccount() {
        assertThat(past(null).holdings().flows()).hasSize(1);
        assertThat(past(BANK).holdings().flows())
                .extracting(flow -> flow.type())
                .containsExactly(TransactionType.DEPOSIT, TransactionType.WITHDRAWAL, TransactionType.TRANSFER_OUT);
        assertThat(past(BROKER).holdings().flows())
                .extracting(flow -> flow.type())
                .containsExactlyInAnyOrder(TransactionType.TRANSFER_IN, TransactionType.DEPOSIT);
    }

    @Test
    void eachAccountHasItsOwnReturnAndThePortfolioOneWithoutTheTransfer() {
        var whole = Performance.of(past(null));
        // 1,000 became 500 + 100 + 10 * 80 - 5 * 25 - 3
        assertThat(whole.period().endValue()).isEqualTo(1272, within(1e-9));
        assertThat(whole.returns().timeWeighted().get().total()).isEqualTo(0.272, within(1e-9));

        var bank = Performance.of(past(BANK));
        // ORBX rose from 50 to 60 before it went at the close
        assertThat(bank.period().gain()).isEqualTo(100, within(1e-9));
        assertThat(bank.returns().timeWeighted().get().total()).isEqualTo(0.1, within(1e-9));
        var broker = Performance.of(past(BROKER));
        // 600 and 200 came in at the close of the 3rd, then 200 - 25 - 3
        assertThat(broker.period().gain()).isEqualTo(172, within(1e-9));
    }

    @Test
    void theGainsOfTheAccountsAddUpToThePortfoliosAndSoDoTheirContributions() {
        var history = past(null);
        var gains = new LinkedHashMap<Account, Gains>();
        gains.put(account(BANK, "Bank"), Gains.of(history, held(BANK)).get());
        gains.put(account(BROKER, "Broker"), Gains.of(history, held(BROKER)).get());
        var view = GainsView.of(Performance.of(history), new Attribution(gains), Map.of());

        assertThat(view.total().total()).isEqualTo("272.00");
        assertThat(view.accounts())
                .extracting(GainsView.PartView::name, part -> part.gain().total())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Broker", "172.00"),
                        org.assertj.core.groups.Tuple.tuple("Bank", "100.00"));
        var dietz = Performance.of(history).returns().modifiedDietz().get();
        for (var parts : List.of(view.accounts(), view.classes())) {
            assertThat(parts.stream().mapToDouble(part -> part.contribution()).sum())
                    .isEqualTo(dietz, within(1e-12));
        }
    }

    @Test
    void aShortPaysTheDividendAndGainsWhenThePriceFalls() {
        var gains = Gains.of(past(null), held(BROKER)).get().holdings().get("RHNE");

        assertThat(gains.split().total()).isEqualTo(-25, within(1e-9));
        assertThat(gains.dividends()).isEqualTo(-3, within(1e-9));
    }

    @Test
    void theValueOfTheDayIsThatOfTheAccountsTogether() {
        var whole = past(null).values().orElseThrow();
        var parts = Stream.of(BANK, BROKER)
                .map(account -> past(account).values().orElseThrow())
                .toList();
        for (var day = 0; day < whole.days().count(); day++) {
            var date = whole.days().date(day);
            var sum = parts.stream()
                    .filter(part -> part.days().contains(date))
                    .mapToDouble(part -> part.value(part.days().index(date)))
                    .sum();
            assertThat(whole.value(day)).as(date.toString()).isEqualTo(sum, within(1e-9));
        }
    }
}
