package io.riskwatch.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.riskwatch.portfolio.imports.broker.RiskwatchTable;
import io.riskwatch.portfolio.imports.statement.StatementReader;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.imports.statement.Surroundings;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the files of each broker say, from the text to the ledger and without a database. */
class BrokerFilesTest {

    private static final Surroundings SURROUNDINGS = new Surroundings(
            symbol -> CurrencyUnit.USD,
            isin -> Optional.ofNullable(SecurityAliases.widelyHeld().get(isin)),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 2));

    static Stream<BrokerFiles.Case> files() {
        return Stream.concat(BrokerFiles.ours(), BrokerFiles.shared());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRecognisedByItsContentAndComesToItsResult(BrokerFiles.Case file) {
        var reader = StatementReader.open(file.resource(), Layouts.all(), RiskwatchTable::diagnosis);
        var rows = new ArrayList<StatementRow>();
        reader.rows(SURROUNDINGS, rows::add);

        assertThat(Layouts.formatOf(reader.layout())).isEqualTo(file.format());
        assertThat(rows).filteredOn(StatementRow.Malformed.class::isInstance).isEmpty();
        assertThat(rows).filteredOn(StatementRow.Stated.class::isInstance).hasSize(file.booked());
        assertThat(rows).filteredOn(StatementRow.Ignored.class::isInstance).hasSize(file.ignored());
        var ledger = ledger(rows);
        var position = ledger.positions().stream()
                .filter(held -> held.symbol().equals(file.symbol()))
                .findFirst()
                .orElseThrow();
        assertThat(position.quantity()).isEqualByComparingTo(file.quantity());
        assertThat(position.cost().orElseThrow().getAmount()).isEqualByComparingTo(file.basis());
        if (file.gain() != null) {
            assertThat(position.realisedGain().getAmount()).isEqualByComparingTo(file.gain());
        }
        assertThat(ledger.cash().stream().map(money -> money.getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(file.cashAmount());
    }

    private static Ledger ledger(List<StatementRow> rows) {
        var stated = rows.stream()
                .filter(StatementRow.Stated.class::isInstance)
                .map(StatementRow.Stated.class::cast)
                .toList();
        var entries = new ArrayList<LedgerEntry>();
        stated.forEach(row -> entries.add(new LedgerEntry(entries.size(), row.booking())));
        return Ledger.replay(entries);
    }

    @Test
    void penceAreAHundredthOfPoundsAndTheTotalIsWhatWasPaid() {
        var booking = only("""
                Action,Time,ISIN,Ticker,No. of shares,Price / share,Currency (Price / share),Exchange rate,Total,Currency (Total),ID
                Market buy,2024-01-15 10:30:00,GB00BH4HKS39,VOD,100,72.50,GBX,1,72.86,GBP,EOF3
                """);

        assertThat(booking.currency().getCode()).isEqualTo("GBP");
        assertThat(booking.price()).isEqualByComparingTo("0.725");
        assertThat(booking.cashFlow().getAmount()).isEqualByComparingTo("-72.86");
    }

    @Test
    void anOptionIsCalledAsItsClearingHouseCallsIt() {
        var booking = only("""
                "Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
                "01/15/2024","Buy to Open","AAPL 01/19/2024 190.00 C","CALL APPLE INC","2","$1.50","$1.30","-$301.30"
                """);

        assertThat(booking.symbol()).isEqualTo("AAPL240119C00190000");
        assertThat(booking.cashFlow().getAmount()).isEqualByComparingTo("-301.30");
    }

    @Test
    void aCurrencyThatIsNotThePricesIsBookedAtWhatWasPaid() {
        var booking = only("""
                Action,Time,ISIN,Ticker,No. of shares,Price / share,Currency (Price / share),Exchange rate,Total,Currency (Total),ID
                Market buy,2024-01-15 10:30:00,US0378331005,AAPL,10,185.00,USD,1.08,1712.96,EUR,EOF4
                """);

        assertThat(booking.currency().getCode()).isEqualTo("EUR");
        assertThat(booking.price()).isNull();
        assertThat(booking.cashFlow().getAmount()).isEqualByComparingTo("-1712.96");
    }

    private static io.riskwatch.portfolio.ledger.Booking only(String file) {
        var rows = new ArrayList<StatementRow>();
        StatementReader.open(
                        new org.springframework.core.io.ByteArrayResource(
                                file.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        Layouts.all(),
                        RiskwatchTable::diagnosis)
                .rows(SURROUNDINGS, rows::add);
        assertThat(rows).singleElement().isInstanceOf(StatementRow.Stated.class);
        return ((StatementRow.Stated) rows.getFirst()).booking();
    }

    @Test
    void theSharedFilesAreHereOrTheirTestIsSkipped() {
        assumeTrue(BrokerFiles.shared().findAny().isPresent(), "shared/brokers is not here");

        assertThat(BrokerFiles.shared()).hasSize(8);
    }
}
