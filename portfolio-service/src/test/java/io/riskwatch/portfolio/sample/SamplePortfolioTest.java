package io.riskwatch.portfolio.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.imports.Statement;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplePortfolioTest {

    private final SamplePortfolio sample = SamplePortfolio.read();

    @Test
    void itReplaysAndNeverOwesMoney() {
        assertThat(sample.ledger().cash())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(money -> assertThat(money.isPositive()).isTrue());
    }

    @Test
    void itHoldsEightOrMoreInThreeOrMoreAssetClassesOfTheSimulatedExchange() throws IOException {
        var listed = listed();
        var symbols = sample.ledger().positions().stream().map(Position::symbol).toList();

        assertThat(symbols).hasSizeGreaterThanOrEqualTo(8);
        assertThat(listed.keySet()).containsAll(symbols);
        assertThat(new HashSet<>(
                        symbols.stream().map(symbol -> listed.get(symbol)[2]).toList()))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void everyTradeIsInTheCurrencyItsInstrumentIsListedIn() throws IOException {
        var listed = listed();

        assertThat(sample.rows())
                .map(Statement.Row::booking)
                .filteredOn(booking -> booking.type().movesSecurity())
                .isNotEmpty()
                .allSatisfy(
                        booking -> assertThat(booking.currency().getCode()).isEqualTo(listed.get(booking.symbol())[3]));
    }

    @Test
    void itReachesOverThreeYearsAndMore() {
        var dates = sample.rows().stream()
                .map(Statement.Row::booking)
                .map(Booking::date)
                .toList();
        var first = dates.stream().min(Comparator.naturalOrder()).orElseThrow();
        var last = dates.stream().max(Comparator.naturalOrder()).orElseThrow();

        assertThat(Period.between(first, last).toTotalMonths()).isGreaterThanOrEqualTo(36);
    }

    @Test
    void itsUserIsNotOnlyBuying() {
        assertThat(sample.rows())
                .extracting(row -> row.booking().type().name())
                .containsAll(Set.of("BUY", "SELL", "DEPOSIT", "WITHDRAWAL", "INTEREST", "FEE", "TAX"));
    }

    /** The exchange's published list, which marketdata-service owns. */
    private static Map<String, String[]> listed() throws IOException {
        var listed = new HashMap<String, String[]>();
        for (var line : Files.readAllLines(Path.of("../marketdata-service/contract/xsim/instruments.csv"))) {
            var cells = line.split(",", -1);
            listed.put(cells[0], cells);
        }
        return listed;
    }
}
