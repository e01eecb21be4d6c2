package io.riskwatch.marketdata.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What earlier clients were promised of prices: the path, the names in their order, and that numbers are numbers. */
class CompatibilityContractIT extends MarketdataIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> STOCK = List.of("symbol", "timestamp", "current_price");
    private static final List<String> MARKET_DATA =
            List.of("instrument", "symbol", "exchange", "timestamp", "current_price", "currency");

    @Autowired
    private JdbcClient jdbc;

    private JsonNode get(String path) {
        return JSON.readTree(client(ORGANISATION)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static void assertPrice(JsonNode object, List<String> names) {
        assertThat(names(object)).isEqualTo(names);
        assertThat(object.get("current_price").isFloat()
                        || object.get("current_price").isDouble())
                .as("175.50 and never \"175.50\"")
                .isTrue();
        assertThat(object.get("current_price").doubleValue()).isPositive();
        assertThat(Instant.parse(object.get("timestamp").stringValue()))
                .isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void stocksListsTheLatestOfEveryEquityAndFundBySymbol() {
        var stocks = get("/stocks");

        assertThat(stocks.isArray()).isTrue();
        assertThat(stocks).isNotEmpty().allSatisfy(stock -> assertPrice(stock, STOCK));
        var symbols = stocks.valueStream()
                .map(stock -> stock.get("symbol").stringValue())
                .toList();
        assertThat(symbols).isSorted().contains("ORBX").doesNotContain("EURUSD");
    }

    @Test
    void oneStockIsFetchedAndStored() {
        var stock = get("/stocks/ORBX");

        assertPrice(stock, STOCK);
        assertThat(stock.get("symbol").stringValue()).isEqualTo("ORBX");
        assertThat(jdbc.sql("select count(*) from stored_quote where symbol = 'ORBX'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void allMarketDataNamesInstrumentsBySymbolAndExchange() {
        var all = get("/api/market-data/all");

        assertThat(all).isNotEmpty().allSatisfy(one -> {
            assertPrice(one, MARKET_DATA);
            assertThat(one.get("instrument").stringValue())
                    .isEqualTo(one.get("symbol").stringValue() + ":"
                            + one.get("exchange").stringValue());
        });
        assertThat(all.valueStream().map(one -> one.get("instrument").stringValue()))
                .contains("ORBX:XSIM");
    }

    @Test
    void oneInstrumentIsAskedForBySymbolAndExchange() {
        var one = get("/api/market-data/instrument?instrument=ORBX:XSIM");

        assertPrice(one, MARKET_DATA);
        assertThat(one.get("instrument").stringValue()).isEqualTo("ORBX:XSIM");
        for (var wrong : List.of("ORBX", ":XSIM", "ORBX:")) {
            client(ORGANISATION)
                    .get()
                    .uri("/api/market-data/instrument?instrument={wrong}", wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        client(ORGANISATION)
                .get()
                .uri("/api/market-data/instrument?instrument=NOSUCH:XSIM")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theHistoryOfAllIsOfTheLastMonthTheNewestFirst() {
        var history = get("/api/market-history/all?limit=200");

        assertThat(history).isNotEmpty().allSatisfy(one -> {
            assertThat(names(one))
                    .containsExactly("instrument", "symbol", "exchange", "timestamp", "close_price", "currency");
            assertThat(one.get("close_price").isDouble()).isTrue();
        });
        assertThat(history.valueStream()
                        .map(one -> Instant.parse(one.get("timestamp").stringValue()))
                        .toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void withoutATokenNothingIsTold() {
        for (var path : List.of(
                "/stocks",
                "/stocks/ORBX",
                "/api/market-data/all",
                "/api/market-data/instrument?instrument=ORBX:XSIM",
                "/api/market-history/all")) {
            anonymous().get().uri(path).exchange().expectStatus().isUnauthorized();
        }
    }
}
