package io.riskwatch.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every broker's file through the API: preview, commit, the stated result, nothing the second time, and undo. */
class BrokerImportIT extends PortfolioServiceIT {

    static Stream<BrokerFiles.Case> files() {
        return Stream.concat(BrokerFiles.ours(), BrokerFiles.shared());
    }

    @ParameterizedTest
    @MethodSource("files")
    void importsToItsResultOnceAndIsUndone(BrokerFiles.Case file) throws IOException {
        var client = http(callers.inNewOrganisation());
        var ledgers = new Ledgers(client);
        var portfolio = ledgers.newPortfolio();
        var uri = "/api/v1/portfolios/" + portfolio;
        var bytes = file.resource().getContentAsByteArray();

        var preview =
                Ledgers.body(ledgers.upload(portfolio, bytes, "").expectStatus().isCreated());
        assertThat(preview.get("format").stringValue()).isEqualTo(file.format().name());
        assertThat(preview.get("formatName").stringValue())
                .isEqualTo(file.format().title());
        assertThat(preview.get("counts").toString())
                .isEqualTo("{\"NEW\":%d,\"DUPLICATE\":0,\"IGNORED\":%d,\"ERROR\":0}"
                        .formatted(file.booked(), file.ignored()));
        var batch = uri + "/imports/" + preview.get("importId").stringValue();
        ledgers.post(batch + "/commit", "").expectStatus().isOk();

        var holdings = ledgers.get(uri + "/holdings");
        var held = StreamSupport.stream(holdings.get("holdings").spliterator(), false)
                .filter(holding -> holding.get("symbol").stringValue().equals(file.symbol()))
                .findFirst()
                .orElseThrow();
        assertThat(held.get("quantity").stringValue()).isEqualTo(file.quantity());
        assertThat(held.get("costBasis").stringValue()).isEqualTo(file.basis());
        assertThat(cash(holdings)).isEqualByComparingTo(file.cashAmount());

        var again =
                Ledgers.body(ledgers.upload(portfolio, bytes, "").expectStatus().isCreated());
        assertThat(again.get("counts").get("NEW").asInt()).isZero();
        assertThat(again.get("counts").get("DUPLICATE").asInt()).isEqualTo(file.booked());
        ledgers.post(uri + "/imports/" + again.get("importId").stringValue() + "/commit", "")
                .expectStatus()
                .isOk();
        assertThat(ledgers.get(uri + "/holdings").get("holdings").toString())
                .isEqualTo(holdings.get("holdings").toString());

        client.delete().uri(batch).exchange().expectStatus().isNoContent();
        assertThat(ledgers.get(uri + "/transactions").get("items")).isEmpty();
    }

    private static BigDecimal cash(JsonNode holdings) {
        return StreamSupport.stream(holdings.get("cash").spliterator(), false)
                .map(cash -> new BigDecimal(cash.get("amount").stringValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void anIsinIsCalledByTheTickerTheOrganisationsOwnFilesTaughtAndStaysTheSameRow() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var first = ledgers.newPortfolio();
        var flex = """
                "Buy/Sell","TradeDate","ISIN","Quantity","TradePrice","TradeMoney","CurrencyPrimary","IBCommission","IBCommissionCurrency"
                "BUY","20240115","DE0007164600","10","185","1850","EUR","-1","EUR"
                """;
        ledgers.imported(first, flex);
        assertThat(symbol(ledgers, first)).isEqualTo("DE0007164600");

        var second = ledgers.newPortfolio();
        ledgers.imported(second, """
                Action,Time,ISIN,Ticker,No. of shares,Price / share,Currency (Price / share),Total,Currency (Total),ID
                Market buy,2024-01-15 10:30:00,DE0007164600,SAP,1,185,EUR,185,EUR,EOF9
                """);
        var third = ledgers.newPortfolio();
        ledgers.imported(third, flex);

        assertThat(symbol(ledgers, third)).isEqualTo("SAP");
        assertThat(Ledgers.body(ledgers.upload(first, flex))
                        .get("counts")
                        .get("DUPLICATE")
                        .asInt())
                .as("the row is the file's, whatever its security is called by now")
                .isEqualTo(1);
    }

    private static String symbol(Ledgers ledgers, String portfolio) {
        return ledgers.get("/api/v1/portfolios/" + portfolio + "/holdings")
                .get("holdings")
                .get(0)
                .get("symbol")
                .stringValue();
    }

    @Test
    void equalFillsOfOneDaySurviveAndARepeatedBrokerNumberDoesNot() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();

        var schwab = Ledgers.body(ledgers.upload(portfolio, """
                "Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
                "01/15/2024","Buy","AAPL","APPLE INC","10","$185.00","$1.00","-$1851.00"
                "01/15/2024","Buy","AAPL","APPLE INC","10","$185.00","$1.00","-$1851.00"
                """));
        var trading212 = Ledgers.body(ledgers.upload(portfolio, """
                Action,Time,ISIN,Ticker,No. of shares,Price / share,Currency (Price / share),Total,Currency (Total),ID
                Market buy,2024-01-15 10:30:00,US5949181045,MSFT,1,185,USD,185,USD,EOF9
                Market buy,2024-01-15 10:30:00,US5949181045,MSFT,1,185,USD,185,USD,EOF9
                """));

        assertThat(schwab.get("counts").get("NEW").asInt()).isEqualTo(2);
        assertThat(trading212.get("counts").toString())
                .isEqualTo("{\"NEW\":1,\"DUPLICATE\":1,\"IGNORED\":0,\"ERROR\":0}");
    }

    @Test
    void whatABrokerWritesThatNobodyKnowsIsAnErrorWithLineAndColumnAndNeverDropped() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();

        var preview = Ledgers.body(
                ledgers.upload(portfolio, """
                Date,Ticker,Type,Quantity,Price per share,Total Amount,Currency,FX Rate
                2024-01-15T10:30:00.000Z,AAPL,BUY - MARKET,10,$185,$1851,USD,1.0
                2024-02-15T10:30:00.000Z,AAPL,SPINOFF,10,,,USD,1.0
                2024-02-16T10:30:00.000Z,AAPL,BUY - MARKET,ten,$185,$1851,USD,1.0
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8), "?malformed=PREVIEW"));

        assertThat(preview.get("counts").toString()).isEqualTo("{\"NEW\":1,\"DUPLICATE\":0,\"IGNORED\":0,\"ERROR\":2}");
        assertThat(preview.get("rows").get(1).get("line").asInt()).isEqualTo(3);
        assertThat(preview.get("rows").get(1).get("column").stringValue()).isEqualTo("type");
        assertThat(preview.get("rows").get(1).get("reason").stringValue()).contains("'SPINOFF'");
        assertThat(preview.get("rows").get(2).get("column").stringValue()).isEqualTo("quantity");
    }
}
